package dev.lotline.edge.api.expiry;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.shelflife.ExpiringLot;
import dev.lotline.operations.shelflife.ExpiryRisk;
import dev.lotline.operations.shelflife.ExpirySql;
import dev.lotline.stock.position.PositionSql;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Stock against its dates: what expires soon, and what will expire before it is sold. */
@Path("/api/v1/owners/{owner}")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class ExpiryResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 36_500;

    private final ExpirySql sql;
    private final PositionSql positions;
    private final SecurityIdentity identity;

    ExpiryResource(ExpirySql sql, PositionSql positions, SecurityIdentity identity) {
        this.sql = sql;
        this.positions = positions;
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    @GET
    @Path("/expiring")
    @Operation(
            summary = "Lots that expire soon",
            description = "Lots with units in the house that expire within `days` (0 to 36500, else 30) of the business"
                    + " date of their warehouse, expired ones too; nearest expiry first, one row per warehouse.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    public Uni<RestResponse<Page<ExpiringLot>>> expiring(
            String owner, @RestQuery @Nullable String warehouse, @RestQuery @Nullable String days, UriInfo uri) {
        Paging paging = Paging.of(uri, "warehouse", "days");
        Scope scope = scope(owner, warehouse);
        return sql.expiring(
                        owner,
                        warehouse,
                        scope.warehouseCodes(),
                        ExpirySql.Window.within(days(days)),
                        after(paging.afterText()),
                        paging.fetch())
                .call(rows -> rows.isEmpty()
                        ? positions.refuseUnknown(owner, warehouse)
                        : Uni.createFrom().voidItem())
                .map(rows -> paging.page(rows, ExpiringLot::key));
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    @GET
    @Path("/expiry-risk")
    @Operation(
            summary = "What will expire before it is sold",
            description = "By sku, lot items with available units in `warehouse`, which must be named. Lots sell in"
                    + " their order of choice at the rate of the last 28 days; what is left of a lot when its item's"
                    + " minimum shelf life is reached is at risk. Held stock is not counted.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    public Uni<RestResponse<Page<ExpiryRisk>>> risk(String owner, @RestQuery @Nullable String warehouse, UriInfo uri) {
        Paging paging = Paging.of(uri, "warehouse");
        if (warehouse == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        scope(owner, warehouse);
        return sql.risk(owner, warehouse, paging.afterText(), paging.fetch())
                .call(rows -> rows.isEmpty()
                        ? positions.refuseUnknown(owner, warehouse)
                        : Uni.createFrom().voidItem())
                .map(rows -> paging.page(rows, ExpiryRisk::sku));
    }

    private Scope scope(String owner, @Nullable String warehouse) {
        return PositionSql.narrowed(((Actor) identity.getPrincipal()).scope(), owner, warehouse);
    }

    private static int days(@Nullable String text) {
        if (text == null) {
            return USUAL_DAYS;
        }
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= MOST_DAYS) {
            return Integer.parseInt(text);
        }
        throw Refusal.invalid("days", "must be a whole number between 0 and " + MOST_DAYS);
    }

    private static ExpirySql.@Nullable After after(String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        String[] key = cursor.split(" ", -1);
        try {
            return new ExpirySql.After(LocalDate.parse(key[0]), Long.parseLong(key[1]), Long.parseLong(key[2]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException foreign) {
            throw Refusal.invalid("cursor", "is not a cursor of this list");
        }
    }
}
