package dev.lotline.gs1.profile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of device, with its settings, sends a scan.
 *
 * @param name unique among the profiles of an installation
 * @param version counted up by whoever changes it; told with every explanation
 * @param enabled false = no device may be given this profile any more; those that have it read as unknown devices do
 * @param source how scans arrive: WEDGE, INTENT, IP, MQTT, SOCKET, CAMERA or TYPED
 * @param aim whether an AIM id stands in front
 * @param prefix removed once at the start; empty = none
 * @param suffix characters that are removed at the end
 * @param gsAliases what stands for GS, the longest first
 * @param charset of bytes; malformed input is read as ISO-8859-1
 * @param capsRepair a text with its case swapped may be put right
 * @param upcA12 UPC-A comes with 12 digits although AIM ids are on
 * @param shortUpcE UPC-E comes as 6, 7 or 8 digits
 * @param itfLengths lengths of ITF that are taken; others than 14 are plain text
 * @param doubledPayload a text that came twice in one may be taken once
 * @param repeatWindowMillis the same text again within this time was one pull of the trigger
 * @param symbologies AIM ids without the bracket that are taken; empty = all
 * @param labelTypes the maker's names of symbologies with their AIM id
 * @param notes what one should know about such a device
 */
public record ScanProfile(
        String name,
        int version,
        boolean enabled,
        String source,
        Aim aim,
        String prefix,
        String suffix,
        List<String> gsAliases,
        Charset charset,
        boolean capsRepair,
        boolean upcA12,
        boolean shortUpcE,
        Set<Integer> itfLengths,
        boolean doubledPayload,
        int repeatWindowMillis,
        Set<String> symbologies,
        Map<String, String> labelTypes,
        List<String> notes) {

    /** Whether the device puts the AIM id in front of the text. */
    public enum Aim {
        /** Always: a text that begins with a bracket and no known id can't be read. */
        ON,
        /** Never: a leading bracket is content. */
        OFF,
        /** Taken as an id if it is one. */
        DETECT
    }

    /** A device nobody has told us anything about: an AIM id is taken, the usual line ends are dropped. */
    public static final ScanProfile STANDARD = new ScanProfile(
            "standard",
            1,
            true,
            "WEDGE",
            Aim.ON,
            "",
            "\r\n\t",
            List.of(),
            StandardCharsets.UTF_8,
            true,
            false,
            false,
            Set.of(14),
            true,
            300,
            Set.of(),
            Map.of(),
            List.of());

    public ScanProfile {
        gsAliases = List.copyOf(gsAliases);
        itfLengths = Set.copyOf(itfLengths);
        symbologies = Set.copyOf(symbologies);
        labelTypes = Map.copyOf(labelTypes);
        notes = List.copyOf(notes);
    }

    /** @param aimId three characters */
    public boolean allows(String aimId) {
        return symbologies.isEmpty() || symbologies.contains(aimId.substring(1));
    }
}
