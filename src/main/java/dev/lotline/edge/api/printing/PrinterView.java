package dev.lotline.edge.api.printing;

import dev.lotline.kernel.Sentences;
import dev.lotline.operations.printing.printers.Printer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A printer with its health in words. */
@Schema(name = "Printer")
public record PrinterView(
        String printer,
        String warehouse,
        String link,
        @Nullable String host,
        @Nullable Integer port,

        @Schema(description = "Credential that fetches its labels.") @Nullable
        String relay,

        int dpi,
        BigDecimal width,
        BigDecimal height,
        @Nullable String stock,
        String language,
        String confirm,
        boolean enabled,
        @Nullable String pausedBy,

        @Schema(
                description =
                        "READY, PRINTING, HEAD_OPEN, PAPER_OUT, RIBBON_OUT, PAUSED, TOO_HOT, TOO_COLD, MEMORY_FAULT,"
                                + " BUFFER_FULL, LABEL_WAITING, SILENT, UNREACHABLE, UNREADABLE, STALE (no word from its relay for 90 s), OFF; UNASKED until it was asked")
        String health,

        @Schema(description = "What to do, for a person.") String words,
        @Nullable OffsetDateTime healthAt,

        @Schema(description = "Jobs that wait.") long queued,

        @Schema(description = "Since when the first of them waits.") @Nullable
        OffsetDateTime oldest,

        @Schema(description = "Jobs that may or may not have come out.")
        long unknown) {

    static PrinterView of(Printer printer, Locale language) {
        return new PrinterView(
                printer.code(),
                printer.warehouse(),
                printer.link(),
                printer.host(),
                printer.port(),
                printer.relay(),
                printer.dpi(),
                printer.width(),
                printer.height(),
                printer.stock(),
                printer.language(),
                printer.confirm(),
                printer.enabled(),
                printer.pausedBy(),
                printer.health(),
                words(printer, language),
                printer.healthAt(),
                printer.queued(),
                printer.oldest(),
                printer.unknown());
    }

    private static String words(Printer printer, Locale language) {
        String by = printer.pausedBy();
        Map<String, Object> facts = by == null ? Map.of() : Map.of("by", by);
        String health = printer.isOff() ? "OFF" : printer.health();
        return Sentences.of("PRINTER_" + health, facts, language);
    }
}
