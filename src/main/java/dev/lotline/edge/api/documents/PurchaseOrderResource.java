package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.purchasing.NewPurchaseOrder;
import dev.lotline.operations.purchasing.PurchaseOrder;
import dev.lotline.operations.purchasing.PurchaseOrders;
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

/** Purchase orders: given, looked at, closed. */
@Path("/api/v1/purchase-orders")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inbound")
public final class PurchaseOrderResource {
    private final PurchaseOrders orders;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    PurchaseOrderResource(PurchaseOrders orders, Envelopes envelopes, SecurityIdentity identity) {
        this.orders = orders;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.INBOUND_WRITE)
    @Operation(
            summary = "Store a purchase order",
            description = "Its reference is its key: the same body again answers the stored order. Receiving lines that"
                    + " name it as `purchaseOrder` say what of it is on its way.")
    @APIResponse(responseCode = "201", description = "Stored; its open quantity counts from now on.")
    @APIResponse(responseCode = "200", description = "This very order was stored before.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: the reference has another body.")
    @APIResponse(responseCode = "422", description = "ITEM_NOT_TRACKED, ITEM_INACTIVE.")
    public Uni<RestResponse<PurchaseOrder>> order(@Nullable NewPurchaseOrder body, UriInfo uri) {
        NewPurchaseOrder order = Violations.body(body);
        return orders.order(order, envelopes.hash(order), actor())
                .map(stored -> stored.created()
                        ? Documents.created(stored.order(), uri, order.owner(), order.reference())
                        : RestResponse.ok(stored.order()));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Needs(Capability.INBOUND_READ)
    @Operation(
            summary = "A purchase order",
            description = "Per line: shipped = announced and not counted yet, received, unshipped = still to come.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_DOCUMENT.")
    public Uni<PurchaseOrder> find(String owner, String reference) {
        return orders.find(owner, reference, actor().scope());
    }

    @GET
    @Needs(Capability.INBOUND_READ)
    @Operation(summary = "List purchase orders", description = "Newest first. state=open leaves out closed ones.")
    public Uni<RestResponse<Page<PurchaseOrder.Heading>>> list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("state") @Nullable String state,
            UriInfo uri) {
        Paging paging = Paging.of(uri, Documents.FILTERS);
        PurchaseOrders.Filter filter = new PurchaseOrders.Filter(
                owner, warehouse, Documents.open(state), actor().scope(), paging.afterNumber(), paging.fetch());
        return orders.list(filter).map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    @POST
    @Path("/{owner}/{reference}/close")
    @Needs(Capability.INBOUND_WRITE)
    @Operation(
            summary = "Close",
            description = "Nothing more is to be shipped for it, and no receiving line may name it any more; what is on"
                    + " its way still arrives.")
    @APIResponse(responseCode = "409", description = "DOCUMENT_CLOSED.")
    public Uni<RestResponse<PurchaseOrder>> close(
            String owner, String reference, @Nullable CommandBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return orders.close(owner, reference, envelopes.of(actor, body, headers, uri), actor.scope())
                .map(done -> Documents.done(done.order(), done.replayed()));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
