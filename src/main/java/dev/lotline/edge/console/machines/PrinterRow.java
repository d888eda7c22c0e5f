package dev.lotline.edge.console.machines;

import dev.lotline.kernel.Sentences;
import dev.lotline.operations.printing.printers.Printer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A printer with its health in words.
 *
 * @param health a word of its own, OFF when a person has stopped it
 * @param words what to do, for a person
 */
public record PrinterRow(Printer printer, String health, String words) {
    private static final Set<String> WELL = Set.of("READY", "PRINTING", "UNASKED");

    static PrinterRow of(Printer printer, Locale language) {
        String health = printer.isOff() ? "OFF" : printer.health();
        String by = printer.pausedBy();
        Map<String, Object> facts = by == null ? Map.of() : Map.of("by", by);
        return new PrinterRow(printer, health, Sentences.of("PRINTER_" + health, facts, language));
    }

    /** Somebody should look at it. */
    public boolean ill() {
        return !WELL.contains(health);
    }
}
