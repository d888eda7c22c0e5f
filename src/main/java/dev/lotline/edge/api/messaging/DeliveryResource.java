package dev.lotline.edge.api.messaging;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.messaging.webhooks.Deliveries;
import dev.lotline.operations.messaging.webhooks.Delivery;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What was sent to a subscriber, and what became of it. */
@Path("/api/v1/webhooks/{webhook}/deliveries")
@Needs(Capability.WEBHOOK_ADMIN)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public final class DeliveryResource {
    private static final Set<String> STATES = Set.of("PENDING", "SENDING", "DELIVERED", "FAILED");

    private final Deliveries deliveries;
    private final SecurityIdentity identity;

    DeliveryResource(Deliveries deliveries, SecurityIdentity identity) {
        this.deliveries = deliveries;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "The log of a subscription",
            description =
                    "Newest first, kept for 30 days after its end: attempts, the last answer or why there was none,"
                            + " and when the next attempt is due.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND.")
    public Uni<RestResponse<Page<Delivery>>> log(
            String webhook, @QueryParam("state") @Nullable String state, UriInfo uri) {
        Paging paging = Paging.of(uri, "state");
        if (state != null && !STATES.contains(state)) {
            throw Refusal.invalid(
                    "state", "must be one of " + STATES.stream().sorted().toList());
        }
        return deliveries
                .log(webhook, state, paging.afterNumber(), paging.fetch(), actor().scope())
                .map(rows -> paging.page(rows, row -> Long.toString(row.number())));
    }

    @POST
    @Path("/{delivery}/replay")
    @Operation(
            summary = "Send a message again",
            description = "Under its own id, as if it had never been sent: the receiver may drop it as a copy.")
    @APIResponse(responseCode = "204", description = "It will be sent.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND, also while it is on its way.")
    public Uni<Void> replay(String webhook, UUID delivery) {
        return deliveries.replay(webhook, delivery, actor().scope());
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
