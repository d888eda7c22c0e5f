package dev.lotline.edge.api.counting;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.counting.Adjusting;
import dev.lotline.operations.counting.Adjustment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** More or fewer units than the books say. */
@Path("/api/v1/adjustments")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counts and adjustments")
public final class AdjustmentResource {
    /** What may be asked for in a list. */
    enum Status {
        WAITING,
        POSTED,
        REJECTED,
        WITHDRAWN,
        UNDONE
    }

    private final Adjusting adjusting;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    AdjustmentResource(Adjusting adjusting, Envelopes envelopes, SecurityIdentity identity) {
        this.adjusting = adjusting;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.ADJUST)
    @Operation(
            summary = "Adjust the units in a place",
            description = "By a delta, or to what was counted there. Claims on units that go are cut, newest order"
                    + " first; backorders drain into what comes. Above the threshold of the warehouse it waits for a"
                    + " second person. Units that are RECEIVED or STOWED can be written off, not made.")
    @APIResponse(responseCode = "201", description = "Posted.")
    @APIResponse(responseCode = "202", description = "Waits for a second person; nothing has moved.")
    @APIResponse(
            responseCode = "422",
            description = "NOT_ENOUGH_STOCK, STATE_NEEDS_DOCUMENT, WRONG_LOCATION, LOT_MIX_FORBIDDEN,"
                    + " LOT_OR_EXPIRY_REQUIRED, LOT_PATTERN_MISMATCH, ITEM_NOT_TRACKED, ITEM_NOT_LOT_TRACKED.")
    @APIResponse(responseCode = "409", description = "PICKED_UNITS: un-pick them; KEY_REUSED.")
    public Uni<RestResponse<Adjustment>> ask(@Nullable AdjustmentBody body, HttpHeaders headers, UriInfo uri) {
        AdjustmentBody asked = Violations.body(body);
        Actor actor = actor();
        return adjusting
                .ask(asked.adjustment(), envelopes.of(actor, asked, headers, uri), actor.scope())
                .map(done -> answer(
                        done,
                        done.adjustment().status().equals("WAITING")
                                ? RestResponse.Status.ACCEPTED
                                : RestResponse.Status.CREATED));
    }

    @GET
    @Path("/{id}")
    @Needs(Capability.ADJUST)
    @Operation(summary = "An adjustment")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DOCUMENT.")
    public Uni<Adjustment> find(long id) {
        return adjusting.find(id, actor().scope());
    }

    @GET
    @Needs(Capability.ADJUST)
    @Operation(summary = "List adjustments", description = "Newest first; status=WAITING is what a person must decide.")
    public Uni<RestResponse<Page<Adjustment>>> list(
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String status,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "owner", "warehouse", "status");
        if (status != null) {
            paging.oneOf("status", EnumSet.allOf(Status.class));
        }
        return adjusting
                .list(new Adjusting.Filter(
                        null, owner, warehouse, status, actor().scope(), paging.afterNumber(), paging.fetch()))
                .map(rows -> paging.page(rows, row -> String.valueOf(row.id())));
    }

    @POST
    @Path("/{id}/approve")
    @Needs(Capability.ADJUST_APPROVE)
    @Operation(
            summary = "Agree to an adjustment",
            description = "By another person than the one who asked. While the house has no two people who could, one"
                    + " is enough and the answer carries a warning. The difference stays what it was.")
    @APIResponse(responseCode = "409", description = "SECOND_PERSON_REQUIRED or ALREADY_RESOLVED.")
    @APIResponse(responseCode = "422", description = "NOT_ENOUGH_STOCK and others: the place has changed meanwhile.")
    public Uni<RestResponse<Adjustment>> approve(long id, @Nullable NoteBody body, HttpHeaders headers, UriInfo uri) {
        return decide(id, true, body, headers, uri);
    }

    @POST
    @Path("/{id}/reject")
    @Needs(Capability.ADJUST_APPROVE)
    @Operation(summary = "Reject an adjustment", description = "Nothing moves. Whoever asked may reject it too.")
    @APIResponse(responseCode = "409", description = "ALREADY_RESOLVED.")
    public Uni<RestResponse<Adjustment>> reject(long id, @Nullable NoteBody body, HttpHeaders headers, UriInfo uri) {
        return decide(id, false, body, headers, uri);
    }

    private Uni<RestResponse<Adjustment>> decide(
            long id, boolean agreed, @Nullable NoteBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return adjusting
                .decide(id, agreed, NoteBody.note(body), envelopes.of(actor, body, headers, uri), actor.scope())
                .map(done -> answer(done, RestResponse.Status.OK));
    }

    private static RestResponse<Adjustment> answer(Adjusting.Done done, RestResponse.Status status) {
        ResponseBuilder<Adjustment> answer = ResponseBuilder.create(status, done.adjustment());
        return done.replayed() ? answer.header(Envelopes.REPLAYED, "true").build() : answer.build();
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
