package dev.lotline.edge.api.movements;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
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
@Path("/api/v1/movements")
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
        return sql.page(paging, after, new MovementSql.Filter(owner, item, lot, location, null), scope());
    }

    private Scope scope() {
        return ((Actor) identity.getPrincipal()).scope();
    }
}
