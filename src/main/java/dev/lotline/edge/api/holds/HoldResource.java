package dev.lotline.edge.api.holds;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.quarantine.Decided;
import dev.lotline.operations.quarantine.Deciding;
import dev.lotline.operations.quarantine.Disposition;
import dev.lotline.operations.quarantine.Hold;
import dev.lotline.operations.quarantine.Quarantine;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Quarantine and recall. */
@Path("/api/v1/holds")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds", description = "Quarantine and recall")
public final class HoldResource {
    private static final String DECISION = "Ends with ALREADY_RESOLVED when the hold was released before.";

    private final Quarantine quarantine;
    private final Deciding deciding;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    HoldResource(Quarantine quarantine, Deciding deciding, Envelopes envelopes, SecurityIdentity identity) {
        this.quarantine = quarantine;
        this.deciding = deciding;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.HOLD_LOT)
    @Operation(
            summary = "Hold lots or places",
            description = "One transaction: units go into quarantine, claims on them are cut, newest order first, open"
                    + " tasks are stopped, what other lots can serve stays allocated for the next release, and the"
                    + " lots are marked, so that later receipts and returns of them are held too. With dryRun=true the"
                    + " same answer, and nothing is done.")
    @APIResponse(responseCode = "201", description = "Held.")
    @APIResponse(responseCode = "200", description = "Held before by the same key; or only asked.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, _ITEM, _WAREHOUSE, _LOT or _LOCATION.")
    public Uni<RestResponse<Hold>> hold(
            @Nullable HoldBody body, @QueryParam("dryRun") @Nullable String dryRun, HttpHeaders headers, UriInfo uri) {
        HoldBody asked = Violations.body(body);
        Actor actor = actor();
        if (asked(dryRun)) {
            return quarantine
                    .whatIf(asked.hold(), envelopes.of(actor, asked, headers, uri), actor.scope())
                    .map(RestResponse::ok);
        }
        return quarantine
                .hold(asked.hold(), envelopes.of(actor, asked, headers, uri), actor.scope())
                .map(done -> done.replayed()
                        ? ResponseBuilder.ok(done.hold())
                                .header(Envelopes.REPLAYED, "true")
                                .build()
                        : ResponseBuilder.<Hold>created(uri.getAbsolutePathBuilder()
                                        .path(String.valueOf(done.hold().id()))
                                        .build())
                                .entity(done.hold())
                                .build());
    }

    @GET
    @Path("/{id}")
    @Needs(Capability.STOCK_READ)
    @Operation(
            summary = "A hold",
            description = "What it did when it was placed, what it still keeps, what was decided.")
    public Uni<Hold> find(long id) {
        return quarantine.find(id, actor().scope());
    }

    @GET
    @Needs(Capability.STOCK_READ)
    @Operation(summary = "List holds", description = "Newest first. state=open leaves out released ones.")
    public Uni<RestResponse<Page<Hold.Heading>>> list(
            @QueryParam("owner") @Nullable String owner, @QueryParam("state") @Nullable String state, UriInfo uri) {
        Paging paging = Paging.of(uri, "owner", "state");
        if (state != null && !state.equals("open")) {
            throw Refusal.invalid("state", "must be open, or absent for all");
        }
        return quarantine
                .list(owner, state != null, actor().scope(), paging.afterNumber(), paging.fetch())
                .map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    @POST
    @Path("/{id}/release")
    @Needs(Capability.RELEASE_LOT)
    @Operation(
            summary = "Release",
            description =
                    "Frees what the hold took and caught, or its part of some lots, places or plates, each unit into"
                            + " the state that its shelf life allows, and drains backorders. Units that another hold covers stay with that one. RECALL and QUALITY need a"
                            + " second person; while the house has only one, the answer warns. " + DECISION)
    @APIResponse(responseCode = "409", description = "SECOND_PERSON_REQUIRED or ALREADY_RESOLVED.")
    public Uni<RestResponse<Decided>> release(long id, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        return decide(Disposition.Kind.RELEASE, id, body, headers, uri);
    }

    @POST
    @Path("/{id}/dispose")
    @Needs(Capability.DISPOSE)
    @Operation(
            summary = "Dispose",
            description = "Held units leave the books as waste. The hold stays open. " + DECISION)
    @APIResponse(responseCode = "409", description = "SECOND_PERSON_REQUIRED or ALREADY_RESOLVED.")
    @APIResponse(responseCode = "422", description = "NOT_ENOUGH_STOCK: the hold keeps fewer.")
    public Uni<RestResponse<Decided>> dispose(long id, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        return decide(Disposition.Kind.DISPOSE, id, body, headers, uri);
    }

    @POST
    @Path("/{id}/return-to-sender")
    @Needs(Capability.DISPOSE)
    @Operation(
            summary = "Return to sender",
            description = "Held units go back to the supplier. The hold stays open. " + DECISION)
    @APIResponse(responseCode = "409", description = "SECOND_PERSON_REQUIRED or ALREADY_RESOLVED.")
    @APIResponse(responseCode = "422", description = "NOT_ENOUGH_STOCK: the hold keeps fewer.")
    public Uni<RestResponse<Decided>> returnToSender(
            long id, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        return decide(Disposition.Kind.RETURN_TO_SENDER, id, body, headers, uri);
    }

    private Uni<RestResponse<Decided>> decide(
            Disposition.Kind kind, long id, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return deciding.decide(id, DecisionBody.of(kind, body), envelopes.of(actor, body, headers, uri), actor.scope())
                .map(done -> done.replayed()
                        ? ResponseBuilder.ok(done.decided())
                                .header(Envelopes.REPLAYED, "true")
                                .build()
                        : RestResponse.ok(done.decided()));
    }

    private static boolean asked(@Nullable String dryRun) {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refusal.invalid("dryRun", "must be true or false");
        }
        return "true".equals(dryRun);
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
