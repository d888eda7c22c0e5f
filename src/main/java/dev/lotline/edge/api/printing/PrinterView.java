package dev.lotline.edge.api.printing;

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
                                + " BUFFER_FULL, LABEL_WAITING, SILENT, UNREACHABLE, UNREADABLE, OFF; UNASKED until it was asked")
        String health,

        @Schema(description = "What to do, for a person.") String words,
        @Nullable OffsetDateTime healthAt,

        @Schema(description = "Jobs that wait.") long queued,

        @Schema(description = "Since when the first of them waits.") @Nullable
        OffsetDateTime oldest,

        @Schema(description = "Jobs that may or may not have come out.")
        long unknown) {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("READY", "Ready"),
            Map.entry("PRINTING", "Printing"),
            Map.entry("HEAD_OPEN", "Close the head"),
            Map.entry("PAPER_OUT", "Load labels"),
            Map.entry("RIBBON_OUT", "Load ribbon"),
            Map.entry("PAUSED", "Press pause"),
            Map.entry("TOO_HOT", "Too hot: let it cool down"),
            Map.entry("TOO_COLD", "Too cold: let it warm up"),
            Map.entry("MEMORY_FAULT", "Switch it off and on"),
            Map.entry("BUFFER_FULL", "Busy"),
            Map.entry("LABEL_WAITING", "Take the label"),
            Map.entry("SILENT", "Look at the printer: paper, ribbon, cover?"),
            Map.entry("UNREACHABLE", "Printer not on the network"),
            Map.entry("UNREADABLE", "Wrong address?"),
            Map.entry("UNASKED", "Not asked yet"));
    private static final Map<String, String> SPANISH = Map.ofEntries(
            Map.entry("READY", "Lista"),
            Map.entry("PRINTING", "Imprimiendo"),
            Map.entry("HEAD_OPEN", "Cierre el cabezal"),
            Map.entry("PAPER_OUT", "Ponga etiquetas"),
            Map.entry("RIBBON_OUT", "Ponga la cinta"),
            Map.entry("PAUSED", "Pulse pausa"),
            Map.entry("TOO_HOT", "Demasiado caliente: deje que se enfríe"),
            Map.entry("TOO_COLD", "Demasiado fría: deje que se caliente"),
            Map.entry("MEMORY_FAULT", "Apáguela y enciéndala"),
            Map.entry("BUFFER_FULL", "Ocupada"),
            Map.entry("LABEL_WAITING", "Tome la etiqueta"),
            Map.entry("SILENT", "Mire la impresora: ¿papel, cinta, tapa?"),
            Map.entry("UNREACHABLE", "La impresora no está en la red"),
            Map.entry("UNREADABLE", "¿Dirección equivocada?"),
            Map.entry("UNASKED", "Aún no consultada"));

    static PrinterView of(Printer printer, Locale language) {
        return new PrinterView(
                printer.code(),
                printer.warehouse(),
                printer.link(),
                printer.host(),
                printer.port(),
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
        boolean spanish = language.getLanguage().equals("es");
        if (printer.isOff()) {
            String by = printer.pausedBy();
            String who = by == null ? "" : (spanish ? " por " : " by ") + by;
            return (spanish ? "Detenida" : "Stopped") + who;
        }
        return (spanish ? SPANISH : ENGLISH).getOrDefault(printer.health(), printer.health());
    }
}
