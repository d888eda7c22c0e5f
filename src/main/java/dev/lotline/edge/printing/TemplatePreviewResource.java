package dev.lotline.edge.printing;

import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.Samples;
import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A template with sample data as a picture. */
@Path("/api/v1/printing/templates/{kind}/preview.svg")
@Cancellable(false)
@NonBlocking
@Tag(name = "Printing")
public final class TemplatePreviewResource {
    private static final Imprint SAMPLE = new Imprint("000000017A", 0, Locale.ENGLISH);

    private final LabelTemplates templates;

    TemplatePreviewResource(LabelTemplates templates) {
        this.templates = templates;
    }

    @GET
    @Needs(Capability.PRINT)
    @Operation(
            summary = "A kind of label as a picture",
            description =
                    "stock: such as 100x50, usually the largest. dpi: 203, 300, 600. sample: SMALLEST, TYPICAL, LARGEST.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such kind or stock.")
    public RestResponse<String> preview(
            String kind,
            @QueryParam("stock") @Nullable String stock,
            @QueryParam("dpi") @Nullable Integer dpi,
            @QueryParam("sample") @Nullable String sample) {
        LabelKind found = LabelKind.named(kind);
        Stock roll = found == null
                ? null
                : found.stocks().stream()
                        .filter(each -> stock == null || each.name().equals(stock))
                        .findFirst()
                        .orElse(null);
        if (found == null || roll == null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        int resolution = dpi == null ? LabelPictures.USUAL : dpi;
        if (!Dots.RESOLUTIONS.contains(resolution)) {
            throw Refusal.invalid("dpi", "must be 203, 300 or 600");
        }
        Map<String, String> payload = Samples.of(found, size(sample));
        return LabelPictures.svg(
                templates.render(found, roll, resolution, LabelContents.of(found, payload, SAMPLE), "sample"));
    }

    private static Samples.Size size(@Nullable String sample) {
        if (sample == null) {
            return Samples.Size.TYPICAL;
        }
        for (Samples.Size size : Samples.Size.values()) {
            if (size.name().equals(sample)) {
                return size;
            }
        }
        throw Refusal.invalid("sample", "must be SMALLEST, TYPICAL or LARGEST");
    }
}
