package dev.lotline.edge.api.movements;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who did it, with which device, by which scan. */
@Path("/api/v1/events/{id}")
@Needs(Capability.AUDIT_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class EventResource {
    private static final Pattern SHAPE =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final EventSql sql;
    private final SecurityIdentity identity;

    EventResource(EventSql sql, SecurityIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /** Ends with NOT_FOUND. */
    @GET
    @Operation(
            summary = "A scan or command as it was recorded",
            description = "What movements name as their `event`: who, with which device, when, the scan itself and the"
                    + " movements it made. Never changes.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND.")
    public Uni<EventRow> event(String id) {
        if (!SHAPE.matcher(id).matches()) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        return sql.event(UUID.fromString(id), ((Actor) identity.getPrincipal()).scope())
                .onItem()
                .ifNull()
                .failWith(Refusal.of(RefusalCode.NOT_FOUND));
    }
}
