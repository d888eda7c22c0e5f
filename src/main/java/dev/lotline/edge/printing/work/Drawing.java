package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelData;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.PrintJob;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of a job for the printer that really gets them. */
public final class Drawing {
    /**
     * What is sent.
     *
     * @param template kind and stock
     * @param missing null, or which names have letters that printers don't have: they stand on the label otherwise or not
     */
    public record Sheet(
            String zpl,
            String template,
            String version,
            @Nullable String missing) {
        public byte[] bytes() {
            return zpl.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * A job drawn, or why it can't be.
     *
     * @param sheet null = not there; then the job is HELD or FAILED with this code
     */
    public record Drawn(@Nullable Sheet sheet, String state, String code, String message) {
        private static Drawn not(String state, String code, String message) {
            return new Drawn(null, state, code, message);
        }
    }

    private final LabelTemplates templates;

    public Drawing(LabelTemplates templates) {
        this.templates = templates;
    }

    /** All labels of a job for this printer, or what becomes of the job instead. */
    public Drawn drawn(PrintJob job, Machine printer) {
        if (job.labels().isEmpty()) {
            return Drawn.not("FAILED", "LABEL_VOIDED", "each of its labels was declared void");
        }
        try {
            Sheet sheet = sheet(job, printer.dpi(), printer.width(), printer.height());
            return sheet == null
                    ? Drawn.not("HELD", "MEDIA_MISMATCH", "no label of this kind fits on the roll of " + printer.code())
                    : new Drawn(sheet, "", "", "");
        } catch (LabelFault fault) {
            return Drawn.not("FAILED", fault.code().name(), String.valueOf(fault.getMessage()));
        }
    }

    /**
     * All labels of a job, one after the other. Null if no label of this kind fits on the roll.
     *
     * @param width of the roll in millimetres; likewise the height
     * @throws LabelFault if its data can't be printed
     */
    private @Nullable Sheet sheet(PrintJob job, int dpi, BigDecimal width, BigDecimal height) {
        LabelKind kind = LabelKind.named(job.kind());
        Stock stock = kind == null ? null : kind.on(width, height);
        if (kind == null || stock == null) {
            return null;
        }
        StringBuilder zpl = new StringBuilder();
        String version = "";
        Set<String> missing = Set.of();
        for (PrintJob.Piece piece : job.labels()) {
            LabelData data = contents(job, piece, kind, dpi);
            Rendered label = templates.render(kind, stock, dpi, data, job.id().toString());
            zpl.append(label.zpl());
            version = label.version();
            missing = data.missing();
        }
        return new Sheet(
                zpl.toString(),
                kind + " " + stock.name(),
                version,
                missing.isEmpty() ? null : "printers have no letters for: " + String.join(", ", missing));
    }

    private static LabelData contents(PrintJob job, PrintJob.Piece piece, LabelKind kind, int dpi) {
        Map<String, String> payload = new HashMap<>(job.payload());
        if (kind == LabelKind.TEST) {
            payload.put("dpi", Integer.toString(dpi));
        }
        Imprint imprint = new Imprint(piece.serial(), piece.reprint(), Locale.forLanguageTag(job.language()));
        return LabelContents.of(kind, payload, imprint);
    }
}
