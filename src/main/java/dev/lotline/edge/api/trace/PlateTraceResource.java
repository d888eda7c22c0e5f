package dev.lotline.edge.api.trace;

import dev.lotline.edge.api.Page;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.plates.PlateRules;
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

/** Where what stands on a license plate came from, and where else its lots went. */
@Path("/api/v1/warehouses/{warehouse}/plates/{code}/trace")
@Needs(Capability.TRACE)
@Cancellable(false)
@Tag(name = TraceAnswers.TAG)
@APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_PLATE.")
public final class PlateTraceResource {
    private final Tracing tracing;
    private final TraceAnswers answers;

    PlateTraceResource(Tracing tracing, TraceAnswers answers) {
        this.tracing = tracing;
        this.answers = answers;
    }

    /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_PLATE. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Trace a license plate",
            description = TraceAnswers.EVENTS + " Of the lots that stand on it, and on plates on it, now.")
    public Uni<RestResponse<Page<TraceEvent>>> events(String warehouse, String code, UriInfo uri) {
        return answers.events(uri, () -> tracing.plate(warehouse, PlateRules.code("code", code), answers.scope()));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String warehouse, String code, UriInfo uri) {
        return answers.csv(uri, () -> tracing.plate(warehouse, PlateRules.code("code", code), answers.scope()));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String warehouse, String code, UriInfo uri) {
        return answers.xlsx(uri, () -> tracing.plate(warehouse, PlateRules.code("code", code), answers.scope()));
    }

    /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_PLATE. */
    @GET
    @Path("/parties")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trace a license plate, by party", description = TraceAnswers.PARTIES)
    public Uni<RestResponse<Page<TraceParty>>> parties(String warehouse, String code, UriInfo uri) {
        return answers.parties(uri, () -> tracing.plate(warehouse, PlateRules.code("code", code), answers.scope()));
    }
}
