package dev.lotline.gs1.scan;

import dev.lotline.gs1.scan.text.Keyboard;
import dev.lotline.gs1.scan.text.Separators;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How one kind of device speaks. Start from {@link #STANDARD} or {@link #CONFORMANCE} and change what differs.
 *
 * @param name such as {@code zebra-tc-datawedge-keystroke}
 * @param aim whether an AIM id comes in front
 * @param prefix what the device puts in front of everything; empty if nothing
 * @param suffix characters the device ends with, in any number and order
 * @param separators what it sends instead of GS
 * @param charset of its bytes
 * @param capsRepair true if text may come with the case of its letters turned round
 * @param upcA12 true if {@code ]E0} with 12 digits is a UPC-A
 * @param upcEShort true if {@code ]E0} with 6 to 8 digits is a UPC-E to be expanded
 * @param itfLengths lengths of ITF that are read; 14 is a trade item number, others are plain text
 * @param detectDoubled true if the same text may come twice in one
 * @param repeatWindowMillis within which the same text again is the same scan
 * @param symbologies code and modifier of the AIM ids that are read, such as {@code d2}; empty = all
 * @param labelTypes AIM id such as {@code ]d2} by the maker's name for a symbology
 * @param keyboards layouts that may stand between scanner and computer; found out and refused, never repaired
 */
public record ScanProfile(
        String name,
        Aim aim,
        String prefix,
        String suffix,
        Separators separators,
        Charset charset,
        boolean capsRepair,
        boolean upcA12,
        boolean upcEShort,
        Set<Integer> itfLengths,
        boolean detectDoubled,
        int repeatWindowMillis,
        Set<String> symbologies,
        Map<String, String> labelTypes,
        List<Keyboard> keyboards) {

    /** Whether a leading {@code ]} is an AIM id, content, or an AIM id if it is one. */
    public enum Aim {
        ON,
        OFF,
        DETECT
    }

    /** Sends AIM ids and nothing else around; what the conformance cases are read with. */
    public static final ScanProfile CONFORMANCE = new Draft().profile();

    /** What nobody knows anything about: the same with what wedges append, CR, LF and TAB, and with CapsLock perhaps. */
    public static final ScanProfile STANDARD = CONFORMANCE.with(draft -> {
        draft.name = "standard";
        draft.suffix = "\r\n\t";
        draft.capsRepair = true;
    });

    /** @throws IllegalArgumentException naming the key that can't be so */
    public ScanProfile {
        itfLengths = Set.copyOf(itfLengths);
        symbologies = Set.copyOf(symbologies);
        labelTypes = Map.copyOf(labelTypes);
        keyboards = List.copyOf(keyboards);
        for (String symbology : symbologies) {
            require(symbology.length() == 2 && Symbology.startOf("]" + symbology) != null, "symbologies", symbology);
        }
        for (String id : labelTypes.values()) {
            require(id.length() == 3 && Symbology.startOf(id) != null, "labelTypes", id);
        }
        require(repeatWindowMillis >= 0, "repeatWindowMillis", String.valueOf(repeatWindowMillis));
    }

    /**
     * The same profile with some things changed.
     *
     * @throws IllegalArgumentException naming the key that can't be so
     */
    public ScanProfile with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.name = name;
        draft.aim = aim;
        draft.prefix = prefix;
        draft.suffix = suffix;
        draft.gsAliases = separators.aliases();
        draft.charset = charset;
        draft.capsRepair = capsRepair;
        draft.upcA12 = upcA12;
        draft.upcEShort = upcEShort;
        draft.itfLengths = itfLengths;
        draft.detectDoubled = detectDoubled;
        draft.repeatWindowMillis = repeatWindowMillis;
        draft.symbologies = symbologies;
        draft.labelTypes = labelTypes;
        draft.keyboards = keyboards;
        change.accept(draft);
        return draft.profile();
    }

    /** True if a symbol of this AIM id is read. */
    boolean reads(String aimId) {
        return symbologies.isEmpty() || symbologies.contains(aimId.substring(1));
    }

    private static void require(boolean right, String key, String value) {
        if (!right) {
            throw new IllegalArgumentException(key + ": " + value);
        }
    }

    /** Fifteen knobs of which a device turns three: the conformance profile until they are changed. */
    public static final class Draft {
        public String name = "conformance";
        public Aim aim = Aim.ON;
        public String prefix = "";
        public String suffix = "";
        public List<String> gsAliases = List.of();
        public Charset charset = StandardCharsets.UTF_8;
        public boolean capsRepair;
        public boolean upcA12;
        public boolean upcEShort;
        public Set<Integer> itfLengths = Set.of(14);
        public boolean detectDoubled = true;
        public int repeatWindowMillis = 300;
        public Set<String> symbologies = Set.of();
        public Map<String, String> labelTypes = Map.of();
        public List<Keyboard> keyboards = List.of();

        private ScanProfile profile() {
            return new ScanProfile(
                    name,
                    aim,
                    prefix,
                    suffix,
                    new Separators(gsAliases),
                    charset,
                    capsRepair,
                    upcA12,
                    upcEShort,
                    itfLengths,
                    detectDoubled,
                    repeatWindowMillis,
                    symbologies,
                    labelTypes,
                    keyboards);
        }
    }
}
