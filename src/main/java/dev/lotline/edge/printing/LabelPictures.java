package dev.lotline.edge.printing;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelPreview;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.LabelPicture;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.printing.printers.Printer;
import dev.lotline.operations.printing.printers.Printers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Labels drawn for people: as their printer would get them now, else for 203 dots an inch. */
@Singleton
final class LabelPictures implements LabelPicture {
    static final int USUAL = 203;

    private final LabelTemplates templates;
    private final PrintDesk desk;
    private final Printers printers;

    LabelPictures(LabelTemplates templates, PrintDesk desk, Printers printers) {
        this.templates = templates;
        this.desk = desk;
        this.printers = printers;
    }

    @Override
    public Uni<String> svg(String serial, Scope scope) {
        return drawn(serial, scope).map(label -> LabelPreview.svg(label.label()));
    }

    /** Ends with UNKNOWN_LABEL, NOT_FOUND for badges, VALIDATION_FAILED when its data can't be printed. */
    Uni<Rendered> drawn(String serial, Scope scope) {
        return desk.ofLabel(serial, scope).chain(job -> {
            String code = job.printer();
            Uni<@Nullable Printer> printer = code == null ? Uni.createFrom().nullItem() : printers.get(code, scope);
            return printer.map(found -> drawn(serial, job, found));
        });
    }

    private Rendered drawn(String serial, JobView job, @Nullable Printer printer) {
        LabelKind kind = LabelKind.named(job.kind());
        if (kind == null || kind == LabelKind.BADGE) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        Stock stock = printer == null ? null : kind.on(printer.width(), printer.height());
        int reprint = job.labels().stream()
                .filter(label -> label.serial().equals(serial))
                .mapToInt(JobView.Piece::reprint)
                .findFirst()
                .orElse(0);
        Imprint imprint = new Imprint(serial, reprint, Locale.forLanguageTag(job.language()));
        try {
            return templates.render(
                    kind,
                    stock == null ? kind.stocks().get(0) : stock,
                    printer == null ? USUAL : printer.dpi(),
                    LabelContents.of(kind, job.payload(), imprint),
                    job.id());
        } catch (LabelFault fault) {
            throw Refusal.invalid("label", String.valueOf(fault.getMessage()));
        }
    }

    static RestResponse<String> svg(Rendered label) {
        return ResponseBuilder.ok(LabelPreview.svg(label.label()), "image/svg+xml;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }
}
