package dev.lotline.edge.api.inventory;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionSql;
import dev.lotline.stock.since.ChangeMarks;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What is there of an owner's items, in five vocabularies. */
@Path("/api/v1/owners/{owner}/inventory")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class InventoryResource {
    private final PositionSql sql;
    private final ChangeMarks marks;
    private final SecurityIdentity identity;

    InventoryResource(PositionSql sql, ChangeMarks marks, SecurityIdentity identity) {
        this.sql = sql;
        this.marks = marks;
        this.identity = identity;
    }

    /** By sku; items that keep no stock, are not visible or archived are absent. */
    @GET
    @Operation(
            summary = "Inventory of an owner's items",
            description = "The same figures without lots, by sku. `updatedSince` keeps the items of which a figure"
                    + " changed, or was about to, at or after that instant. Who asks again and again with the moment of"
                    + " the last time misses nothing, and is told some things twice.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    public Uni<RestResponse<Page<InventoryAnswer>>> list(
            String owner,
            @RestQuery @Nullable String sku,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String updatedSince,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "sku", "warehouse", "updatedSince");
        Scope scope = PositionSql.narrowed(((Actor) identity.getPrincipal()).scope(), owner, warehouse);
        return since(updatedSince)
                .chain(since -> sql.list(owner, sku, warehouse, since, scope, paging.afterText(), paging.fetch()))
                .call(rows -> rows.isEmpty() || !rows.get(0).warehouseKnown()
                        ? sql.refuseUnknown(owner, warehouse)
                        : Uni.createFrom().voidItem())
                .map(rows -> paging.page(
                        rows.stream().map(InventoryAnswer::withoutLots).toList(), InventoryAnswer::sku));
    }

    private Uni<@Nullable Long> since(@Nullable String text) {
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            return marks.since(OffsetDateTime.parse(text)).map(mark -> mark);
        } catch (DateTimeException notAnInstant) {
            throw Refusal.invalid("updatedSince", "must be an instant with offset, such as 2026-03-01T12:00:00Z");
        }
    }
}
