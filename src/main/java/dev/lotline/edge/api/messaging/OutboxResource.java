package dev.lotline.edge.api.messaging;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.Relay;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How the telling of events is doing. */
@Path("/api/v1/admin/outbox")
@Needs(Capability.OPERATE)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class OutboxResource {
    private final Outbox outbox;

    OutboxResource(Outbox outbox) {
        this.outbox = outbox;
    }

    @GET
    @Operation(
            summary = "How events are told",
            description =
                    "One entry each for the broker (bus) and for the webhooks: how many events were told, how many"
                            + " wait (counted up to 100,000), how old the oldest of them is, and what went wrong since it last"
                            + " went right.")
    public Uni<List<Relay>> relays() {
        return outbox.relays();
    }
}
