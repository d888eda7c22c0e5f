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

/** Where the units of an order may have come from. */
@Path("/api/v1/orders/{owner}/{reference}/trace")
@Needs(Capability.TRACE)
@Cancellable(false)
@Tag(name = TraceAnswers.TAG)
@APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_DOCUMENT.")
public final class OrderTraceResource {
    private final Tracing tracing;
    private final TraceAnswers answers;

    OrderTraceResource(Tracing tracing, TraceAnswers answers) {
        this.tracing = tracing;
        this.answers = answers;
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Trace an order",
            description = TraceAnswers.EVENTS
                    + " Of what left only what this order took; and every receipt of those lots until it left: units of one"
                    + " lot are alike, so each of these receipts may have brought them.")
    public Uni<RestResponse<Page<TraceEvent>>> events(String owner, String reference, UriInfo uri) {
        return answers.events(uri, () -> tracing.order(owner, reference, answers.scope()));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String owner, String reference, UriInfo uri) {
        return answers.csv(uri, () -> tracing.order(owner, reference, answers.scope()));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String owner, String reference, UriInfo uri) {
        return answers.xlsx(uri, () -> tracing.order(owner, reference, answers.scope()));
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    @GET
    @Path("/parties")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trace an order, by party", description = TraceAnswers.PARTIES)
    public Uni<RestResponse<Page<TraceParty>>> parties(String owner, String reference, UriInfo uri) {
        return answers.parties(uri, () -> tracing.order(owner, reference, answers.scope()));
    }
}
