package dev.lotline.edge.api.movements;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What was where, at any past moment. */
@Path("/api/v1/owners/{owner}/items/{sku}/stock")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class StockAsOfResource {
    private static final Set<String> PARAMETERS = Set.of("asOf", "warehouse");

    private final StockAsOfSql sql;
    private final SecurityIdentity identity;

    StockAsOfResource(StockAsOfSql sql, SecurityIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE. */
    @GET
    @Operation(
            summary = "Stock as of a past moment",
            description =
                    "By state, lot and location, from the ledger. `asOf` is an instant with offset, by the clock of"
                            + " the database, or a date: then the end of that business date in each warehouse.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: `asOf` is neither, or missing.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE.")
    public Uni<StockAsOf> asOf(
            String owner,
            String sku,
            @RestQuery @Nullable String asOf,
            @RestQuery @Nullable String warehouse,
            UriInfo uri) {
        Violations violations = new Violations();
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> violations.add(name, "is not a parameter of this answer"));
        violations.required("asOf", asOf).refuse();
        Scope scope = ((Actor) identity.getPrincipal()).scope();
        scope.requireOwner(owner);
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
        LocalDate date = date(String.valueOf(asOf));
        OffsetDateTime instant = date == null ? instant(String.valueOf(asOf)) : null;
        return sql.known(owner, sku, warehouse).chain(known -> {
            if (!known.item()) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, Map.of("owner", owner, "sku", sku));
            }
            if (!known.warehouse()) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", String.valueOf(warehouse));
            }
            return sql.asOf(owner, sku, warehouse, scope.warehouseCodes(), instant, date);
        });
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (FieldCheck.dateProblem(date).isEmpty()) {
                return date;
            }
            throw Refusal.invalid("asOf", FieldCheck.dateProblem(date));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static OffsetDateTime instant(String text) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            String problem = FieldCheck.dateProblem(instant.toLocalDate());
            if (problem.isEmpty()) {
                return instant;
            }
            throw Refusal.invalid("asOf", problem);
        } catch (DateTimeException notAnInstant) {
            throw Refusal.invalid("asOf", "must be a date, or an instant with offset such as 2026-03-01T12:00:00Z");
        }
    }
}
