package dev.lotline.edge.printing.sheet;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.printing.sheets.LabelSheets;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Labels for places, totes, printers and commands, for an office printer or a roll. */
@Path("/api/v1/printing/sheets")
@Cancellable(false)
@Tag(name = "Printing")
public final class SheetResource {
    private final LabelSheets sheets;
    private final SecurityIdentity identity;

    SheetResource(LabelSheets sheets, SecurityIdentity identity) {
        this.sheets = sheets;
        this.identity = identity;
    }

    @GET
    @Path("{kind}.{format}")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "A sheet of labels",
            description =
                    "kind: LOCATION, TOTE, PRINTER, COMMANDS. format: pdf (paper: A4, LETTER), or zpl for a roll (dpi:"
                            + " 203, 300, 600). Places by zone, from and to, at most 500. Nothing is booked, and no queue prints it.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: more than 500, or a label can't be drawn.")
    @APIResponse(
            responseCode = "404",
            description = "UNKNOWN_WAREHOUSE; NOT_FOUND: no such sheet, or nothing to stand on it.")
    public Uni<RestResponse<byte[]>> sheet(
            String kind,
            String format,
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("stock") @Nullable String stock,
            @QueryParam("paper") @Nullable String paper,
            @QueryParam("dpi") @Nullable Integer dpi,
            @QueryParam("language") @Nullable String language) {
        return sheets.sheet(
                        kind,
                        new LabelSheets.Look(format, stock, paper, dpi, language),
                        warehouse,
                        new LabelSheets.Range(zone, from, to),
                        ((Actor) identity.getPrincipal()).scope())
                .map(SheetResource::answer);
    }

    static RestResponse<byte[]> answer(LabelSheets.File file) {
        return ResponseBuilder.ok(file.bytes(), file.type())
                .header("Content-Disposition", "inline; filename=\"" + file.name() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
