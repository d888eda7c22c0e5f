package dev.lotline.edge.printing.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.Code128;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.Placed.Shape;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Data never changes the commands of a label. {@code -Dprinting.strings=1000000} for the long run. */
class InjectionTest {
    private static final int STRINGS = Integer.getInteger("printing.strings", 3_000);
    private static final long SEED = Long.getLong("printing.seed", 17);
    private static final Imprint IMPRINT = new Imprint("000000017A", 1, Locale.ENGLISH);
    /** In as many the value is printed, of each place that takes text. */
    private static final int LEAST = 10;

    private static final Map<String, ZplLabel> HARMLESS = new HashMap<>();
    private static final Set<String> NUMBERS = Set.of("gtin", "sscc", "expires", "date", "count");
    private static final List<String> PLAIN = List.of("Qz9K", "Qz9KQz9KQz9KQz9KQz9K");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\x20-\\x7e\\xa0-\\u024f€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›]+");
    private static final LabelTemplates TEMPLATES = new LabelTemplates("https://id.gs1.org");

    /** A place in a payload that a stranger may fill. */
    private record Target(LabelKind kind, Stock stock, Map<String, String> payload, String name) {
        String place() {
            return kind + " " + stock.name() + " " + name;
        }

        /** False if only numbers and dates may stand there. */
        boolean isFree() {
            return !NUMBERS.contains(name);
        }

        ZplLabel with(String value) {
            Map<String, String> changed = new TreeMap<>(payload);
            changed.put(name, value);
            return TEMPLATES
                    .once(new Dots(kind, 203, 0), stock, LabelContents.of(kind, changed, IMPRINT), "job")
                    .label();
        }
    }

    @Test
    void commands_are_the_same_and_every_field_says_what_it_should_whatever_the_data_is() {
        List<Target> targets = targets();
        List<String> corpus = Hostile.corpus();
        assertTrue(corpus.size() >= 200, corpus.size() + " values");
        Random random = new Random(SEED);
        Map<String, Integer> printed = new TreeMap<>();
        for (int n = 0; n < Math.max(STRINGS, corpus.size()); n++) {
            String value = n < corpus.size() ? corpus.get(n) : Hostile.text(random);
            // the corpus goes everywhere, chance somewhere
            List<Target> tried = n < corpus.size() ? targets : List.of(targets.get(random.nextInt(targets.size())));
            for (Target target : tried) {
                printed.merge(target.place(), unchanged(target, value) ? 1 : 0, Integer::sum);
            }
        }
        assertEquals(
                Set.of(),
                targets.stream()
                        .filter(target -> target.isFree() && printed.get(target.place()) < LEAST)
                        .map(Target::place)
                        .collect(Collectors.toSet()),
                () -> "next to nothing was printed there: " + printed);
    }

    @Test
    void a_forgotten_underscore_would_be_noticed() {
        // what an encoder without _ writes for the text "_5EXZ"
        ZplLabel label = dev.lotline.edge.printing.zpl.ZplReader.read(
                "^XA^CI28^PW456^LL256^LH0,0^FO1,1^A0N,20,20^FH_^FD_5EXZ^FS^PQ1^XZ");
        assertEquals("^XZ", label.fields().get(0).data());
        assertFalse(isPrinted("_5EXZ", label.fields().get(0).data()));
    }

    /** False if the value was refused, which is as good. */
    private static boolean unchanged(Target target, String value) {
        ZplLabel label;
        try {
            label = target.with(value);
        } catch (LabelFault refused) {
            return false;
        }
        // a long lot has no bar of its own on a pallet
        for (String plain : target.isFree() ? PLAIN : List.of(target.payload().get(target.name()))) {
            ZplLabel harmless = HARMLESS.computeIfAbsent(target.place() + " " + plain, any -> target.with(plain));
            if (label.commands().equals(harmless.commands())) {
                for (int n = 0; n < label.fields().size(); n++) {
                    same(
                            target,
                            value,
                            plain,
                            harmless.fields().get(n),
                            label.fields().get(n));
                }
                return true;
            }
        }
        return fail(target + " with " + value + ": " + label.commands());
    }

    /** What the harmless label says there, with the value in the place of the plain one. */
    private static void same(Target target, String value, String plain, Placed harmless, Placed field) {
        String normal = Normalizer.normalize(value, Normalizer.Form.NFC);
        String expected = said(harmless).replace(plain, normal);
        String found = said(field);
        if (field.shape() != Shape.TEXT) {
            assertEquals(expected, found, () -> target + " with " + value);
            return;
        }
        boolean last = said(harmless).equals(plain) && target.name().equals("code") && normal.endsWith(found);
        boolean voice = said(harmless).matches("\\d\\d")
                && found.matches("\\d\\d")
                && target.name().equals("place");
        assertTrue(
                last || voice || isPrinted(expected, found) || isCode(target, normal, found),
                () -> target + ": " + expected + " was printed as " + found);
    }

    /** Without letters that no printer has, and cut in the middle at most. */
    private static boolean isPrinted(String expected, String found) {
        String letters = NO_LETTERS.matcher(expected).replaceAll("…");
        if (found.equals(letters)) {
            return true;
        }
        for (int cut = found.indexOf('…'); cut >= 0; cut = found.indexOf('…', cut + 1)) {
            if (found.length() < letters.length()
                    && letters.startsWith(found.substring(0, cut))
                    && letters.endsWith(found.substring(cut + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The code in the place of a name that there are no letters for. */
    private static boolean isCode(Target target, String value, String found) {
        Map<String, String> payload = target.payload();
        List<String> codes = List.of(
                payload.getOrDefault("sku", ""),
                "(01) " + payload.get("gtin"),
                payload.getOrDefault("code", ""),
                // a unit is left out
                payload.getOrDefault("quantity", ""));
        return NO_LETTERS.matcher(value).find() && codes.contains(found);
    }

    /** What a reader hears from it. */
    private static String said(Placed field) {
        return field.shape() == Shape.CODE_128 ? Code128.content(field.data()) : field.data();
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (LabelKind kind : LabelKind.values()) {
            for (Stock stock : kind.stocks()) {
                Map<String, String> payload = Samples.of(kind, Samples.Size.TYPICAL);
                payload.keySet().stream()
                        .filter(name -> !name.equals("arrow"))
                        .forEach(name -> targets.add(new Target(kind, stock, payload, name)));
            }
        }
        return targets;
    }
}
