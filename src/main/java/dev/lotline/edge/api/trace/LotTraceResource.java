package dev.lotline.edge.api.trace;

import dev.lotline.edge.api.Page;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.tracing.TraceEvent;
import dev.lotline.operations.tracing.TraceParty;
import dev.lotline.operations.tracing.Tracing;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the units of one lot came from, and who got them. */
@Path("/api/v1/owners/{owner}/items/{sku}/lots/{lotId}/trace")
@Needs(Capability.TRACE)
@Cancellable(false)
@Tag(name = TraceAnswers.TAG)
@APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT.")
public final class LotTraceResource {
    private final Tracing tracing;
    private final TraceAnswers answers;

    LotTraceResource(Tracing tracing, TraceAnswers answers) {
        this.tracing = tracing;
        this.answers = answers;
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trace a lot", description = TraceAnswers.EVENTS)
    public Uni<RestResponse<Page<TraceEvent>>> events(String owner, String sku, String lotId, UriInfo uri) {
        return answers.events(uri, () -> tracing.lot(owner, sku, lotId, answers.scope()));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String owner, String sku, String lotId, UriInfo uri) {
        return answers.csv(uri, () -> tracing.lot(owner, sku, lotId, answers.scope()));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String owner, String sku, String lotId, UriInfo uri) {
        return answers.xlsx(uri, () -> tracing.lot(owner, sku, lotId, answers.scope()));
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT. */
    @GET
    @Path("/parties")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trace a lot, by party", description = TraceAnswers.PARTIES)
    public Uni<RestResponse<Page<TraceParty>>> parties(String owner, String sku, String lotId, UriInfo uri) {
        return answers.parties(uri, () -> tracing.lot(owner, sku, lotId, answers.scope()));
    }
}
