package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelData;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.work.BoundedWork;
import dev.lotline.operations.printing.sheets.LabelSheets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws sheets, beside the scans: five hundred labels take seconds. */
@Singleton
final class Sheets {
    /** Labels of a sheet, at most. */
    static final int MOST = 500;

    private static final int MOST_WAITING = 8;
    /** Labels of sheets are in no queue: nobody asks which of them came out. */
    private static final String NO_SERIAL = "SHEET";

    private final LabelTemplates templates;
    private final BoundedWork work = new BoundedWork("sheets", 1, MOST_WAITING);

    Sheets(LabelTemplates templates) {
        this.templates = templates;
    }

    /**
     * One label for each payload, as a file. Ends with VALIDATION_FAILED naming the label that can't be drawn, OVERLOADED
     * when too many sheets wait.
     */
    Uni<LabelSheets.File> drawn(SheetOrder order, List<Map<String, String>> payloads, String name) {
        return Uni.createFrom().item(() -> file(order, payloads, name)).runSubscriptionOn(work);
    }

    private LabelSheets.File file(SheetOrder order, List<Map<String, String>> payloads, String name) {
        Imprint imprint = new Imprint(NO_SERIAL, 0, order.language());
        List<Rendered> labels = new ArrayList<>(payloads.size());
        for (int n = 0; n < payloads.size(); n++) {
            labels.add(label(order, payloads.get(n), imprint, "labels[" + n + "]"));
        }
        Paper paper = order.paper();
        return paper == null ? zpl(labels, name) : pdf(order, paper, labels, name);
    }

    private Rendered label(SheetOrder order, Map<String, String> payload, Imprint imprint, String field) {
        try {
            LabelData data = LabelContents.of(order.kind(), payload, imprint);
            if (!data.missing().isEmpty()) {
                // nobody reads of it in a queue
                throw new LabelFault(LabelFault.Code.GLYPH_MISSING, "no letters for " + data.missing());
            }
            return templates.render(order.kind(), order.stock(), order.resolution(), data, "sheet");
        } catch (LabelFault fault) {
            throw unfit(field, fault);
        }
    }

    private static LabelSheets.File zpl(List<Rendered> labels, String name) {
        StringBuilder zpl = new StringBuilder();
        labels.forEach(label -> zpl.append(label.zpl()));
        return file(zpl.toString().getBytes(StandardCharsets.US_ASCII), "text/plain;charset=US-ASCII", name);
    }

    private static LabelSheets.File pdf(SheetOrder order, Paper paper, List<Rendered> labels, String name) {
        try {
            byte[] pdf = new PdfSheet(paper, order.stock(), order.resolution())
                    .pdf(labels.stream().map(Rendered::label).toList());
            return file(pdf, "application/pdf", name);
        } catch (LabelFault fault) {
            throw unfit("labels", fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelSheets.File file(byte[] bytes, String type, String name) {
        return new LabelSheets.File(bytes, type, name);
    }

    private static Refusal unfit(String field, LabelFault fault) {
        return Refusal.invalid(field, String.valueOf(fault.getMessage()));
    }

    @PreDestroy
    void close() {
        work.close();
    }
}
