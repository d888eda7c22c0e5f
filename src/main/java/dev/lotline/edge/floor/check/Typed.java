package dev.lotline.edge.floor.check;

import dev.lotline.gs1.scan.text.KeyboardLayouts;
import dev.lotline.gs1.scan.text.KeyboardLayouts.Layout;
import dev.lotline.gs1.scan.text.ScanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A keyboard and its CapsLock, as a scanner types through them. {@code layout} null = the scanner's own, en-US. */
record Typed(@Nullable Layout layout, Case letters) {
    /** What happened to letters on their way. */
    enum Case {
        OK,
        SWAPPED,
        UPPER
    }

    /** The likeliest first. */
    static List<Typed> all() {
        List<Typed> all = new ArrayList<>();
        for (Case letters : Case.values()) {
            all.add(new Typed(null, letters));
            KeyboardLayouts.builtIn().all().forEach(layout -> all.add(new Typed(layout, letters)));
        }
        return all;
    }

    /** What arrives. */
    String of(String text) {
        String cased = switch (letters) {
            case OK -> text;
            case SWAPPED -> ScanText.swapped(text);
            case UPPER -> text.toUpperCase(Locale.ROOT);
        };
        return layout == null ? cased : layout.typed(cased);
    }

    String name() {
        return layout == null ? "en-US" : layout.name();
    }
}
