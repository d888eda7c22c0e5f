package dev.lotline.edge.api.inventory;

import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionRow;
import dev.lotline.stock.position.PositionSql;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What is there of one item, in five vocabularies and by lot. */
@Path("/api/v1/owners/{owner}/items/{sku}/inventory")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class ItemInventoryResource {
    private final PositionSql sql;
    private final SecurityIdentity identity;

    ItemInventoryResource(PositionSql sql, SecurityIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM (also for an item that keeps no stock). */
    @GET
    @Operation(
            summary = "Inventory of one item",
            description = "All figures and lots from one snapshot. With `warehouse` (or a credential that is limited to"
                    + " warehouses) the figures that only the house has are absent: ordered, backordered, exception,"
                    + " sellable, depth. Lots stand nearest expiry first; of empty ones the 100 newest are listed;"
                    + " units without lot are a row without id. With `explain=true` every figure says its formula and"
                    + " the operands it was computed of, so that the arithmetic can be done again by hand: names in"
                    + " capitals are counts of the books, others are figures of the same answer.")
    @APIResponse(responseCode = "200", description = "The five vocabularies and the lots.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: explain is neither true nor false.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM.")
    public Uni<InventoryAnswer> item(
            String owner,
            String sku,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String explain,
            UriInfo uri) {
        Paging.of(uri, "warehouse", "explain");
        boolean explained = explained(explain);
        Scope scope = PositionSql.narrowed(((Actor) identity.getPrincipal()).scope(), owner, warehouse);
        return sql.item(owner, sku, warehouse, scope)
                .chain(rows -> rows.isEmpty()
                        ? sql.refuseUnknown(owner, warehouse)
                                .chain(() -> Uni.createFrom()
                                        .<InventoryAnswer>failure(Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", sku)))
                        : Uni.createFrom().item(known(rows.get(0), warehouse, explained)));
    }

    private static boolean explained(@Nullable String explain) {
        if (explain != null && !explain.equals("true") && !explain.equals("false")) {
            throw Refusal.invalid("explain", "must be true or false");
        }
        return "true".equals(explain);
    }

    private static InventoryAnswer known(PositionRow row, @Nullable String warehouse, boolean explained) {
        if (warehouse != null && !row.warehouseKnown()) {
            throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
        }
        return InventoryAnswer.withLots(row, explained);
    }
}
