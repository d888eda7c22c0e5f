package dev.lotline.edge.printing.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data never changes the commands of a label. {@code -Dprinting.strings=1000000} for the long run. */
class InjectionTest {
    private static final int STRINGS = Integer.getInteger("printing.strings", 3_000);
    private static final long SEED = Long.getLong("printing.seed", 17);
    private static final Imprint IMPRINT = new Imprint("000000017A", 1, Locale.ENGLISH);
    private static final LabelTemplates TEMPLATES = new LabelTemplates("https://id.gs1.org");

    /** A place in a payload that a stranger may fill. */
    private record Target(LabelKind kind, Stock stock, Map<String, String> payload, String name) {
        ZplLabel with(String value) {
            Map<String, String> changed = new TreeMap<>(payload);
            changed.put(name, value);
            return TEMPLATES
                    .once(new Dots(kind, 203, 0), stock, LabelContents.of(kind, changed, IMPRINT), "job")
                    .label();
        }
    }

    @Test
    void commands_are_the_same_whatever_the_data_is() {
        List<Target> targets = targets();
        List<String> corpus = Hostile.corpus();
        assertTrue(corpus.size() >= 200, corpus.size() + " values");
        Random random = new Random(SEED);
        int printed = 0;
        for (int n = 0; n < Math.max(STRINGS, corpus.size()); n++) {
            String value = n < corpus.size() ? corpus.get(n) : Hostile.text(random);
            // the corpus goes everywhere, chance somewhere
            List<Target> tried = n < corpus.size() ? targets : List.of(targets.get(random.nextInt(targets.size())));
            for (Target target : tried) {
                printed += unchanged(target, value) ? 1 : 0;
            }
        }
        assertTrue(printed > STRINGS / 20, printed + " values were printed at all");
    }

    @Test
    void a_forgotten_underscore_would_be_noticed() {
        // what an encoder without _ writes for the text "_5EXZ"
        ZplLabel label = dev.lotline.edge.printing.zpl.ZplReader.read(
                "^XA^CI28^PW456^LL256^LH0,0^FO1,1^A0N,20,20^FH_^FD_5EXZ^FS^PQ1^XZ");
        assertEquals("^XZ", label.fields().get(0).data());
        assertThrows(
                AssertionError.class, () -> same("_5EXZ", label.fields().get(0).data()));
    }

    /** False if the value was refused, which is as good. */
    private static boolean unchanged(Target target, String value) {
        ZplLabel harmless;
        ZplLabel label;
        try {
            label = target.with(value);
            harmless = target.with(plain(target));
        } catch (LabelFault refused) {
            return false;
        }
        if (label.fields().size() == harmless.fields().size()) {
            assertEquals(harmless.commands(), label.commands(), () -> target + " with " + value);
        } else {
            assertTrue(target.kind() == LabelKind.PALLET, () -> target + " with " + value);
        }
        for (int n = 0;
                n < label.fields().size()
                        && label.fields().size() == harmless.fields().size();
                n++) {
            Placed field = label.fields().get(n);
            if (field.shape() == Placed.Shape.TEXT
                    && harmless.fields().get(n).data().equals("x")) {
                same(said(target, value, field.data()), field.data());
            }
        }
        return true;
    }

    private static String plain(Target target) {
        return switch (target.name()) {
            case "gtin", "sscc", "expires", "date", "count", "arrow" ->
                target.payload().get(target.name());
            default -> "x";
        };
    }

    /** The last four of a plate stand on it once more, large; for a name without glyphs stands the SKU. */
    private static String said(Target target, String value, String printed) {
        boolean last = target.name().equals("code") && printed.length() <= 4 && value.endsWith(printed);
        boolean sku =
                target.name().equals("name") && printed.equals(target.payload().get("sku"));
        return last || sku ? printed : value;
    }

    /** In NFC, and cut in the middle at most. */
    private static void same(String value, String printed) {
        String normal = Normalizer.normalize(value, Normalizer.Form.NFC);
        int cut = printed.indexOf('…');
        boolean right = printed.equals(normal)
                || (cut >= 0
                        && normal.startsWith(printed.substring(0, cut))
                        && normal.endsWith(printed.substring(cut + 1)));
        assertTrue(right, () -> value + " was printed as " + printed);
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
