package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.receiving.Announcing;
import dev.lotline.operations.receiving.NewReceivingOrder;
import dev.lotline.operations.receiving.ReceivingOrder;
import dev.lotline.operations.receiving.ReceivingOrders;
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
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Receiving orders: announced, looked at, committed, closed or cancelled, their exceptions resolved. */
@Path("/api/v1/receiving-orders")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inbound")
public final class ReceivingOrderResource {
    private final Announcing announcing;
    private final ReceivingOrders orders;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    ReceivingOrderResource(
            Announcing announcing, ReceivingOrders orders, Envelopes envelopes, SecurityIdentity identity) {
        this.announcing = announcing;
        this.orders = orders;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.INBOUND_WRITE)
    @Operation(
            summary = "Announce a receiving order",
            description = "Its reference is its key: the same body again answers the stored order. A lot item needs"
                    + " lots with a number or an expiration date, and they add up to the line.")
    @APIResponse(responseCode = "201", description = "Stored; what it expects counts from now on.")
    @APIResponse(responseCode = "200", description = "This very order was stored before.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: the reference has another body.")
    @APIResponse(
            responseCode = "422",
            description = "LOT_OR_EXPIRY_REQUIRED, LOT_SUM_MISMATCH, ITEM_INACTIVE,"
                    + " ITEM_NOT_TRACKED, ITEM_NOT_LOT_TRACKED.")
    public Uni<RestResponse<ReceivingOrder>> announce(@Nullable NewReceivingOrder body, UriInfo uri) {
        NewReceivingOrder order = Violations.body(body);
        return announcing
                .announce(order, envelopes.hash(order), actor())
                .map(stored -> stored.created()
                        ? Documents.created(stored.order(), uri, order.owner(), order.reference())
                        : RestResponse.ok(stored.order()));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Needs(Capability.INBOUND_READ)
    @Operation(
            summary = "A receiving order",
            description = "expected = may still be counted; received, stowed, committed = in total.")
    public Uni<ReceivingOrder> find(String owner, String reference) {
        return orders.find(owner, reference, actor().scope());
    }

    @GET
    @Needs(Capability.INBOUND_READ)
    @Operation(summary = "List receiving orders", description = "Newest first. state=open leaves out ended ones.")
    public Uni<RestResponse<Page<ReceivingOrder.Heading>>> list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("state") @Nullable String state,
            UriInfo uri) {
        Paging paging = Paging.of(uri, Documents.FILTERS);
        ReceivingOrders.Filter filter = new ReceivingOrders.Filter(
                owner, warehouse, Documents.open(state), actor().scope(), paging.afterNumber(), paging.fetch());
        return orders.list(filter).map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    @POST
    @Path("/{owner}/{reference}/commit")
    @Needs(Capability.INBOUND_WRITE)
    @Operation(summary = "Commit", description = "What is put away becomes available; backorders drain.")
    public Uni<RestResponse<ReceivingOrder>> commit(
            String owner, String reference, @Nullable CommandBody body, HttpHeaders headers, UriInfo uri) {
        return command(ReceivingOrders.Command.COMMIT, owner, reference, body, headers, uri);
    }

    @POST
    @Path("/{owner}/{reference}/close")
    @Needs(Capability.INBOUND_WRITE)
    @Operation(summary = "Close", description = "What was not counted is no longer expected; shortages are recorded.")
    @APIResponse(responseCode = "409", description = "DOCUMENT_CLOSED.")
    public Uni<RestResponse<ReceivingOrder>> close(
            String owner, String reference, @Nullable CommandBody body, HttpHeaders headers, UriInfo uri) {
        return command(ReceivingOrders.Command.CLOSE, owner, reference, body, headers, uri);
    }

    @POST
    @Path("/{owner}/{reference}/cancel")
    @Needs(Capability.INBOUND_WRITE)
    @Operation(summary = "Cancel", description = "Only before anything was counted.")
    @APIResponse(responseCode = "409", description = "ALREADY_COUNTED or DOCUMENT_CLOSED.")
    public Uni<RestResponse<ReceivingOrder>> cancel(
            String owner, String reference, @Nullable CommandBody body, HttpHeaders headers, UriInfo uri) {
        return command(ReceivingOrders.Command.CANCEL_RECEIVING, owner, reference, body, headers, uri);
    }

    @POST
    @Path("/{owner}/{reference}/exceptions/{id}/resolve")
    @Needs(Capability.EXCEPTION)
    @Operation(
            summary = "Resolve an exception",
            description = "ACCEPT counts its units after all, REJECT never does, RELABEL counts them as other goods and"
                    + " prints their label.")
    @APIResponse(responseCode = "409", description = "ALREADY_RESOLVED.")
    @APIResponse(
            responseCode = "422",
            description = "RELABEL: UNKNOWN_ITEM, ITEM_INACTIVE, ITEM_NOT_TRACKED, ITEM_NOT_LOT_TRACKED,"
                    + " LOT_OR_EXPIRY_REQUIRED, LOT_PATTERN_MISMATCH.")
    public Uni<RestResponse<ReceivingOrder>> resolve(
            String owner, String reference, long id, @Nullable ResolveBody body, HttpHeaders headers, UriInfo uri) {
        ResolveBody decided = Violations.body(body);
        Actor actor = actor();
        return orders.resolve(
                        owner,
                        reference,
                        id,
                        decided.resolution(),
                        envelopes.of(actor, decided, headers, uri),
                        actor.scope())
                .map(done -> Documents.done(done.order(), done.replayed()));
    }

    private Uni<RestResponse<ReceivingOrder>> command(
            ReceivingOrders.Command command,
            String owner,
            String reference,
            @Nullable CommandBody body,
            HttpHeaders headers,
            UriInfo uri) {
        Actor actor = actor();
        return orders.command(command, owner, reference, envelopes.of(actor, body, headers, uri), actor.scope())
                .map(done -> Documents.done(done.order(), done.replayed()));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
