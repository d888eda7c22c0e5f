package dev.lotline.edge.api.admin;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Keyed;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.StorageClose;
import dev.lotline.operations.shelflife.ClosedDay;
import dev.lotline.operations.shelflife.DayClose;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Closing the day of a warehouse by hand; it happens by itself soon after midnight there. */
@Path("/api/v1/admin/day-close")
@Needs(Capability.OPERATE)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class DayCloseResource {
    private final DayClose days;
    private final StorageClose storage;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    DayCloseResource(DayClose days, StorageClose storage, Envelopes envelopes, SecurityIdentity identity) {
        this.days = days;
        this.storage = storage;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    /** Which warehouse. */
    @Schema(name = "DayCloseRequest")
    public record Request(
            @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
            String id,

            @Schema(description = "The warehouse whose day is closed.", required = true, example = "W1") @Nullable
            String warehouse)
            implements Keyed {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, UNAVAILABLE (call again: what was done stays done). */
    @POST
    @Operation(
            summary = "Close the day of a warehouse",
            description = "Judges shelf life by the business date of the warehouse: what expired or fell below its"
                    + " minimum becomes SHORT_DATED, what may be used again AVAILABLE. Tasks and promises on it are cut"
                    + " and planned again; picked units stay picked and can't be shipped. Safe to repeat: the second"
                    + " call finds nothing. Then the storage days that are over are closed, oldest first, and those that late"
                    + " facts reach closed again.")
    @APIResponse(responseCode = "200", description = "What was changed by this call.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    public Uni<RestResponse<ClosedDay>> close(@Nullable Request body, HttpHeaders headers, UriInfo uri) {
        Request asked = Violations.body(body);
        Actor actor = (Actor) identity.getPrincipal();
        return days.close(asked.warehouse(), envelopes.of(actor, asked, headers, uri), actor.scope())
                .call(done -> done.replayed()
                        ? Uni.createFrom().voidItem()
                        : storage.close(done.day().warehouse(), actor.name(), actor.scope()))
                .map(done -> done.replayed()
                        ? ResponseBuilder.ok(done.day())
                                .header(Envelopes.REPLAYED, "true")
                                .build()
                        : RestResponse.ok(done.day()));
    }
}
