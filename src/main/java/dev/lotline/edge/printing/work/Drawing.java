package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.operations.printing.PrintJob;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labels of a job for the printer that really gets them. */
public final class Drawing {
    /**
     * What is sent.
     *
     * @param template kind and stock
     */
    public record Sheet(String zpl, String template, String version) {}

    private final LabelTemplates templates;

    public Drawing(LabelTemplates templates) {
        this.templates = templates;
    }

    /**
     * All labels of a job, one after the other. Null if no label of this kind fits on the roll.
     *
     * @param width of the roll in millimetres; likewise the height
     * @throws LabelFault if its data can't be printed
     */
    public @Nullable Sheet sheet(PrintJob job, int dpi, BigDecimal width, BigDecimal height) {
        LabelKind kind = LabelKind.named(job.kind());
        Stock stock = kind == null ? null : kind.on(width, height);
        if (kind == null || stock == null) {
            return null;
        }
        StringBuilder zpl = new StringBuilder();
        String version = "";
        for (PrintJob.Piece piece : job.labels()) {
            Rendered label = one(job, piece, kind, stock, dpi);
            zpl.append(label.zpl());
            version = label.version();
        }
        return new Sheet(zpl.toString(), kind + " " + stock.name(), version);
    }

    /** One label of a job. */
    public Rendered one(PrintJob job, PrintJob.Piece piece, LabelKind kind, Stock stock, int dpi) {
        Map<String, String> payload = new HashMap<>(job.payload());
        if (kind == LabelKind.TEST) {
            payload.put("dpi", Integer.toString(dpi));
        }
        Imprint imprint = new Imprint(piece.serial(), piece.reprint(), Locale.forLanguageTag(job.language()));
        return templates.render(
                kind,
                stock,
                dpi,
                LabelContents.of(kind, payload, imprint),
                job.id().toString());
    }
}
