package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.ordering.Accepting;
import dev.lotline.operations.ordering.CustomerOrder;
import dev.lotline.operations.ordering.NewOrder;
import dev.lotline.operations.ordering.Orders;
import dev.lotline.operations.ordering.PickPlan;
import dev.lotline.operations.ordering.Releasing;
import dev.lotline.operations.ordering.Shipping;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Customer orders: accepted and promised, released to picking, shipped or cancelled. */
@Path("/api/v1/orders")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outbound")
public final class OrderResource {
    private final Accepting accepting;
    private final Orders orders;
    private final Releasing releasing;
    private final Shipping shipping;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    OrderResource(
            Accepting accepting,
            Orders orders,
            Releasing releasing,
            Shipping shipping,
            Envelopes envelopes,
            SecurityIdentity identity) {
        this.accepting = accepting;
        this.orders = orders;
        this.releasing = releasing;
        this.shipping = shipping;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    /** Why each place was chosen or passed over, in the order of choice. */
    public record Candidates(List<PickPlan.Candidate> candidates) {}

    @POST
    @Needs(Capability.ORDER_WRITE)
    @Operation(
            summary = "Accept an order",
            description = "Its reference is its key: the same body again answers the stored order. Accepted whole; each"
                    + " line answers what is allocated and what is backordered. Without a warehouse it is served by"
                    + " warehouse priority and may be split. With toWarehouse it is a transfer: what it ships is"
                    + " expected there, lot by lot, as a receiving order of kind TRANSFER.")
    @APIResponse(responseCode = "201", description = "Accepted.")
    @APIResponse(responseCode = "200", description = "This very order was accepted before.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: the reference has another body.")
    public Uni<RestResponse<CustomerOrder>> accept(@Nullable NewOrder body, UriInfo uri) {
        NewOrder order = Violations.body(body);
        return accepting
                .accept(order, envelopes.hash(order), actor())
                .map(stored -> stored.created()
                        ? Documents.created(stored.order(), uri, order.owner(), order.reference())
                        : RestResponse.ok(stored.order()));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Needs(Capability.ORDER_READ)
    @Operation(summary = "An order", description = "With claims, picks and shipments by lot.")
    public Uni<CustomerOrder> find(String owner, String reference) {
        return orders.find(owner, reference, actor().scope());
    }

    @GET
    @Needs(Capability.ORDER_READ)
    @Operation(summary = "List orders", description = "Newest first. state=open leaves out shipped and cancelled ones.")
    public Uni<RestResponse<Page<CustomerOrder.Heading>>> list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("state") @Nullable String state,
            UriInfo uri) {
        Paging paging = Paging.of(uri, Documents.FILTERS);
        Orders.Filter filter = new Orders.Filter(
                owner, warehouse, Documents.open(state), actor().scope(), paging.afterNumber(), paging.fetch());
        return orders.list(filter).map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    @POST
    @Path("/{owner}/{reference}/release")
    @Needs(Capability.RELEASE_WORK)
    @Operation(
            summary = "Release to picking",
            description = "Reserves what is allocated by the order of choice. May be repeated; answers all open tasks"
                    + " in walking order, and what could not be reserved with the reason.")
    @APIResponse(responseCode = "409", description = "ORDER_CLOSED.")
    public Uni<RestResponse<PickPlan>> release(
            String owner, String reference, @Nullable CommandBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return releasing
                .release(owner, reference, envelopes.of(actor, body, headers, uri), actor.scope())
                .map(done -> Documents.done(done.plan(), done.replayed()));
    }

    @GET
    @Path("/{owner}/{reference}/lines/{line}/candidates")
    @Needs(Capability.ORDER_READ)
    @Operation(
            summary = "Why this lot",
            description = "Every candidate of a line in the order of choice, as it stood at the latest release.")
    public Uni<Candidates> candidates(String owner, String reference, int line) {
        return releasing.candidates(owner, reference, line, actor().scope()).map(Candidates::new);
    }

    @POST
    @Path("/{owner}/{reference}/ship")
    @Needs(Capability.ORDER_WRITE)
    @Operation(
            summary = "Ship",
            description = "Ships what is picked and leaves the rest open; of kits, whole ones only.")
    @APIResponse(
            responseCode = "409",
            description = "NOTHING_PICKED, NOT_FULLY_PICKED, KIT_INCOMPLETE or ORDER_CLOSED.")
    @APIResponse(responseCode = "422", description = "LOT_ON_HOLD, LOT_EXPIRED or SHELF_LIFE_TOO_SHORT.")
    public Uni<RestResponse<CustomerOrder>> ship(
            String owner, String reference, @Nullable ShipBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return shipping.ship(
                        owner,
                        reference,
                        ShipBody.shipment(body),
                        envelopes.of(actor, body, headers, uri),
                        actor.scope())
                .map(done -> Documents.done(done.order(), done.replayed()));
    }

    @POST
    @Path("/{owner}/{reference}/cancel")
    @Needs(Capability.ORDER_WRITE)
    @Operation(summary = "Cancel", description = "Gives every claim back; picked units must be put back first.")
    @APIResponse(responseCode = "409", description = "PICKED_UNITS or ORDER_CLOSED.")
    public Uni<RestResponse<CustomerOrder>> cancel(
            String owner, String reference, @Nullable CommandBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return orders.cancel(owner, reference, envelopes.of(actor, body, headers, uri), actor.scope())
                .map(done -> Documents.done(done.order(), done.replayed()));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
