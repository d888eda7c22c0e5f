package dev.lotline.edge.barcode;

import dev.lotline.gs1.drawing.Drawing;
import dev.lotline.gs1.drawing.Picture;
import dev.lotline.gs1.drawing.SymbolKind;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code GET /barcodes}: symbols for screens, test sheets and web pages. Printers draw their own. */
@Path("/barcodes")
@Tag(name = "Barcodes", description = "Symbols as pictures")
@Cancellable(false)
public final class BarcodeResource {
    private static final int MOST_SCALE = 10;
    private static final int USUAL_SCALE = 2;

    private final TodaySql today;
    private final String linkStem;

    BarcodeResource(TodaySql today, @ConfigProperty(name = "lotline.gs1.link-stem") String linkStem) {
        this.today = today;
        this.linkStem = linkStem;
    }

    @GET
    @Path("/{symbology:[a-z0-9-]+}.{format:png|svg}")
    @Needs(Capability.RESOLVE)
    @Operation(
            summary = "Draw a barcode",
            description =
                    "symbology: gs1-128, gs1-datamatrix, gs1-qr (data: (01)…(10)…, a bracket in a value as \\(, or"
                            + " with U+001D between), link-qr (a GS1 Digital Link, or the same data), ean-13, itf-14 (with or"
                            + " without check digit), code-128, qr. scale: pixels a module, 1 to 10, usually 2. text: plain"
                            + " characters below; usual for linear symbols.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: data says what is wrong with which AI.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such symbology.")
    public Uni<RestResponse<byte[]>> draw(
            @RestPath String symbology,
            @RestPath String format,
            @RestQuery @Nullable String data,
            @RestQuery @Nullable Integer scale,
            @RestQuery @Nullable Boolean text) {
        SymbolKind kind = SymbolKind.named(symbology);
        if (kind == null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        if (data == null || data.isEmpty()) {
            throw Refusal.invalid("data", "is required");
        }
        int modules = scale == null ? USUAL_SCALE : scale;
        if (modules < 1 || modules > MOST_SCALE) {
            throw Refusal.invalid("scale", "must be 1 to " + MOST_SCALE);
        }
        boolean written = text == null ? kind.hasText() : text;
        return today.today().map(day -> answer(drawing(kind, data, day), format, modules, written));
    }

    private Drawing drawing(SymbolKind kind, String data, LocalDate day) {
        try {
            return kind.draw(data, linkStem, day);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("data", String.valueOf(e.getMessage()));
        }
    }

    private static RestResponse<byte[]> answer(Drawing drawing, String format, int scale, boolean written) {
        Drawing shown = written ? drawing : drawing.withoutText();
        boolean png = format.equals("png");
        return ResponseBuilder.ok(png ? Picture.png(shown, scale) : Picture.svg(shown, scale))
                .header("Content-Type", png ? "image/png" : "image/svg+xml")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }
}
