package dev.lotline.edge.api.messaging;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.messaging.webhooks.Webhook;
import dev.lotline.operations.messaging.webhooks.WebhookSpec;
import dev.lotline.operations.messaging.webhooks.Webhooks;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Subscriptions to events by HTTP. */
@Path("/api/v1/webhooks")
@Needs(Capability.WEBHOOK_ADMIN)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Events out by HTTP, after Standard Webhooks or as ShipStream sends them")
public final class WebhookResource {
    private final Webhooks webhooks;
    private final SecurityIdentity identity;

    WebhookResource(Webhooks webhooks, SecurityIdentity identity) {
        this.webhooks = webhooks;
        this.identity = identity;
    }

    @PUT
    @Path("/{webhook}")
    @Operation(
            summary = "Subscribe, or change a subscription",
            description =
                    "Told of every event of the topics from now on, of one owner or of all. The secret stands in the"
                            + " answer that made it, and never again. STANDARD: {type, timestamp, data}, signed as Standard"
                            + " Webhooks 1.0 says. SHIPSTREAM: inventory:adjusted with stock_adjustments and"
                            + " webhook_increment_id, signed in X-Plugin-Hmac-Sha256. A message that is not answered with 2xx"
                            + " within 5 seconds is sent again up to 14 times, after 1 minute at first and 24 hours at last; the"
                            + " order is not kept then. 410 ends the subscription.")
    @APIResponse(responseCode = "201", description = "Made; with its secret.")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: another's, or one that was ended.")
    public Uni<RestResponse<Webhooks.Stored>> put(String webhook, @Nullable WebhookSpec body) {
        return webhooks.put(webhook, body, actor())
                .map(stored -> RestResponse.status(
                        stored.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, stored));
    }

    @GET
    @Path("/{webhook}")
    @Operation(summary = "A subscription", description = "Without its secret.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND.")
    public Uni<Webhook> find(String webhook) {
        return webhooks.find(webhook, actor().scope());
    }

    @GET
    @Operation(summary = "List subscriptions", description = "By code.")
    public Uni<RestResponse<Page<Webhook>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return webhooks.list(paging.afterText(), paging.fetch(), actor().scope())
                .map(rows -> paging.page(rows, Webhook::webhook));
    }

    @POST
    @Path("/{webhook}/secret")
    @Operation(
            summary = "Make a new secret",
            description = "Told once. For 24 hours messages are signed with the old one as well.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND.")
    public Uni<Webhooks.Stored> rotate(String webhook) {
        return webhooks.rotate(webhook, actor());
    }

    @DELETE
    @Path("/{webhook}")
    @Operation(summary = "End a subscription", description = "What waits is not sent any more; its code stays taken.")
    @APIResponse(responseCode = "204", description = "Ended.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND.")
    public Uni<Void> delete(String webhook) {
        return webhooks.delete(webhook, actor());
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
