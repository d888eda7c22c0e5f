package dev.lotline.edge.api.admin;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The business clock, which dev, test and demo may set. */
@Path("/api/v1/admin/clock")
@Needs(Capability.OPERATE)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class ClockResource {
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime LAST = OffsetDateTime.of(2100, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final ClockSql sql;
    private final boolean adjustable;

    ClockResource(ClockSql sql, @ConfigProperty(name = "lotline.clock.adjustable") boolean adjustable) {
        this.sql = sql;
        this.adjustable = adjustable;
    }

    /** An instant with its offset; the clock goes on from there. */
    public record NewTime(@Nullable OffsetDateTime now) {}

    @GET
    @Operation(summary = "The business clock", description = "Now, and the business date of each warehouse.")
    public Uni<BusinessClock> read() {
        return sql.read();
    }

    /** Ends with CLOCK_NOT_ADJUSTABLE, VALIDATION_FAILED. */
    @PUT
    @Operation(
            summary = "Set the business clock",
            description = "For all nodes of the house, until it is set again; only where `lotline.clock.adjustable` is"
                    + " true, which profile prod refuses. Recorded instants keep the database's own clock.")
    @APIResponse(responseCode = "403", description = "CLOCK_NOT_ADJUSTABLE.")
    public Uni<BusinessClock> set(@Nullable NewTime body) {
        if (!adjustable) {
            throw Refusal.of(RefusalCode.CLOCK_NOT_ADJUSTABLE);
        }
        OffsetDateTime now = Violations.body(body).now();
        if (now == null) {
            throw Refusal.invalid("now", "is required");
        }
        if (now.isBefore(FIRST) || now.isAfter(LAST)) {
            throw Refusal.invalid("now", "must be between the years 2000 and 2100");
        }
        return sql.set(now).chain(sql::read);
    }
}
