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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The ledger, read only, in its own sequence. */
@Path("/api/v1")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class MovementResource {
    private final MovementSql sql;
    private final SecurityIdentity identity;

    MovementResource(MovementSql sql, SecurityIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Ends with UNKNOWN_OWNER for an owner outside the scope; other filters that match nothing give an empty page. */
    @GET
    @Path("/movements")
    @Operation(
            summary = "The ledger",
            description = "In sequence order, behind the id `after`. `item` is a sku, `lot` a lot number, `location` a"
                    + " code, on either side. A movement that commits late may stand before one already read: whoever"
                    + " must miss none follows the events instead.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    public Uni<RestResponse<Page<MovementRow>>> movements(
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String item,
            @RestQuery @Nullable String lot,
            @RestQuery @Nullable String location,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "after", "owner", "item", "lot", "location");
        if (owner != null) {
            scope().requireOwner(owner);
        }
        return page(paging, number("after", after), new MovementSql.Filter(owner, item, lot, location, null));
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT. */
    @GET
    @Path("/owners/{owner}/items/{sku}/lots/{lotId}/history")
    @Operation(summary = "Every movement of a lot", description = "In sequence order, behind the id `after`.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT.")
    public Uni<RestResponse<Page<MovementRow>>> history(
            String owner, String sku, long lotId, @RestQuery @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(uri, "after");
        scope().requireOwner(owner);
        return sql.lotOf(owner, sku, lotId).chain(known -> {
            if (!known.item()) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", sku);
            }
            if (!known.lot()) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lotId);
            }
            return page(paging, number("after", after), new MovementSql.Filter(owner, sku, null, null, lotId));
        });
    }

    private Uni<RestResponse<Page<MovementRow>>> page(Paging paging, long after, MovementSql.Filter filter) {
        return sql.after(Math.max(after, paging.afterNumber()), filter, scope(), paging.fetch())
                .map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    private Scope scope() {
        return ((Actor) identity.getPrincipal()).scope();
    }

    private static long number(String field, @Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.invalid(field, "must be the id of a movement");
        }
        return Long.parseLong(text);
    }
}
