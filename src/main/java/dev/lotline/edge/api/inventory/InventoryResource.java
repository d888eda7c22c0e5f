package dev.lotline.edge.api.inventory;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What is there of an item, in five vocabularies and by lot. */
@Path("/api/v1/owners/{owner}")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class InventoryResource {
    private final InventorySql sql;
    private final SecurityIdentity identity;

    InventoryResource(InventorySql sql, SecurityIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM (also for an item that keeps no stock). */
    @GET
    @Path("/items/{sku}/inventory")
    @Operation(
            summary = "Inventory of one item",
            description = "All figures and lots from one snapshot. With `warehouse` (or a credential that is limited to"
                    + " warehouses) the figures that only the house has are absent: ordered, backordered, exception,"
                    + " sellable, depth. Lots stand nearest expiry first; of empty ones the 100 newest are listed;"
                    + " units without lot are a row without id.")
    @APIResponse(responseCode = "200", description = "The five vocabularies and the lots.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM.")
    public Uni<InventoryAnswer> item(String owner, String sku, @RestQuery @Nullable String warehouse, UriInfo uri) {
        Paging.of(uri, "warehouse");
        Scope scope = scope(owner, warehouse);
        return sql.item(owner, sku, warehouse, scope)
                .chain(rows -> rows.isEmpty()
                        ? refuseUnknown(owner, warehouse)
                                .chain(() -> Uni.createFrom()
                                        .<InventoryAnswer>failure(Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", sku)))
                        : Uni.createFrom().item(withLots(rows.get(0), warehouse)));
    }

    /** By sku; items that keep no stock, are not visible or archived are absent. */
    @GET
    @Path("/inventory")
    @Operation(
            summary = "Inventory of an owner's items",
            description = "The same figures without lots, by sku. `updatedSince` keeps the items of which a figure"
                    + " changed at or after that instant; ask with some overlap, a change is stamped when its"
                    + " transaction began.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    public Uni<RestResponse<Page<InventoryAnswer>>> list(
            String owner,
            @RestQuery @Nullable String sku,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String updatedSince,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "sku", "warehouse", "updatedSince");
        Scope scope = scope(owner, warehouse);
        return sql.list(owner, sku, warehouse, instant(updatedSince), scope, paging.afterText(), paging.fetch())
                .call(rows -> rows.isEmpty() || !rows.get(0).warehouseKnown()
                        ? refuseUnknown(owner, warehouse)
                        : Uni.createFrom().voidItem())
                .map(rows ->
                        paging.page(rows.stream().map(row -> answer(row, null)).toList(), InventoryAnswer::sku));
    }

    private Scope scope(String owner, @Nullable String warehouse) {
        Scope scope = ((Actor) identity.getPrincipal()).scope();
        scope.requireOwner(owner);
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
        return scope;
    }

    private Uni<Void> refuseUnknown(String owner, @Nullable String warehouse) {
        return sql.known(owner, warehouse)
                .invoke(known -> {
                    if (!known.getBoolean("owner")) {
                        throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
                    }
                    if (!known.getBoolean("warehouse")) {
                        throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", String.valueOf(warehouse));
                    }
                })
                .replaceWithVoid();
    }

    private static InventoryAnswer withLots(PositionRow row, @Nullable String warehouse) {
        if (!row.warehouseKnown()) {
            throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", String.valueOf(warehouse));
        }
        return answer(
                row,
                row.lots().stream()
                        .map(lot -> InventoryAnswer.Lot.of(lot, row.lowSupplyThreshold()))
                        .toList());
    }

    private static InventoryAnswer answer(PositionRow row, @Nullable List<InventoryAnswer.Lot> lots) {
        return InventoryAnswer.of(row.sku(), row.name(), row.changedAt(), row.position(), lots);
    }

    private static @Nullable OffsetDateTime instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException notAnInstant) {
            throw Refusal.invalid("updatedSince", "must be an instant with offset, such as 2026-03-01T12:00:00Z");
        }
    }
}
