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

/** Where the units of a receiving order may have gone. */
@Path("/api/v1/receiving-orders/{owner}/{reference}/trace")
@Needs(Capability.TRACE)
@Cancellable(false)
@Tag(name = TraceAnswers.TAG)
@APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_DOCUMENT.")
public final class ReceivingOrderTraceResource {
    private final Tracing tracing;
    private final TraceAnswers answers;

    ReceivingOrderTraceResource(Tracing tracing, TraceAnswers answers) {
        this.tracing = tracing;
        this.answers = answers;
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Trace a receiving order",
            description = TraceAnswers.EVENTS
                    + " Of the receipts only those of this order; of the rest everything booked since its first unit was"
                    + " counted: units of one lot are alike, so who got units of its lots may have got units of it.")
    public Uni<RestResponse<Page<TraceEvent>>> events(String owner, String reference, UriInfo uri) {
        return answers.events(uri, () -> tracing.receivingOrder(owner, reference, answers.scope()));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String owner, String reference, UriInfo uri) {
        return answers.csv(uri, () -> tracing.receivingOrder(owner, reference, answers.scope()));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String owner, String reference, UriInfo uri) {
        return answers.xlsx(uri, () -> tracing.receivingOrder(owner, reference, answers.scope()));
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    @GET
    @Path("/parties")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trace a receiving order, by party", description = TraceAnswers.PARTIES)
    public Uni<RestResponse<Page<TraceParty>>> parties(String owner, String reference, UriInfo uri) {
        return answers.parties(uri, () -> tracing.receivingOrder(owner, reference, answers.scope()));
    }
}
