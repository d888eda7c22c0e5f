package dev.lotline.edge.api.movements;

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

/** Every movement of one lot. */
@Path("/api/v1/owners/{owner}/items/{sku}/lots/{lotId}/history")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class LotHistoryResource {
    private final MovementSql sql;
    private final SecurityIdentity identity;

    LotHistoryResource(MovementSql sql, SecurityIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT. */
    @GET
    @Operation(summary = "Every movement of a lot", description = "In sequence order, behind the id `after`.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT.")
    public Uni<RestResponse<Page<MovementRow>>> history(
            String owner, String sku, long lotId, @RestQuery @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(uri, "after");
        Scope scope = ((Actor) identity.getPrincipal()).scope();
        scope.requireOwner(owner);
        return sql.lotOf(owner, sku, lotId).chain(known -> {
            if (!known.item()) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", sku);
            }
            if (!known.lot()) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lotId);
            }
            return sql.page(paging, after, new MovementSql.Filter(owner, sku, null, null, lotId), scope);
        });
    }
}
