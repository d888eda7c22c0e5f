package dev.lotline.edge.floor.stream;

import dev.lotline.edge.floor.stream.Streams.Message;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code GET /floor/stream}: what a handheld must hear at once. */
@Path("/floor/stream")
@Tag(name = "Floor")
@Cancellable(false)
public class StreamResource {
    private static final long COME_BACK_MILLIS = 1_000;

    private final Streams streams;
    private final SecurityIdentity identity;

    StreamResource(Streams streams, SecurityIdentity identity) {
        this.streams = streams;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Capability.SCAN)
    @OfWarehouse
    @Operation(summary = "Interrupts of a warehouse", description = """
                    Server-sent events, one stream per device: TASK_STOPPED {hold, warehouse, tasks[], complete}, LOT_HELD \
                    {hold, reason, owner, lots[]}, LOCATION_HELD {hold, reason, owner, warehouse, locations[]}, PLATE_HELD \
                    {hold, reason, owner, warehouse, lpns[]}. A comment \
                    every 15 seconds. complete: false = more tasks were stopped than are listed. After ten minutes, \
                    when too much waits for the device, and when its credential is revoked, the stream ends: come back and \
                    ask for the tasks anew.""")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, or outside the credential's scope.")
    @APIResponse(responseCode = "503", description = "OVERLOADED: 500 streams are open.")
    public Multi<OutboundSseEvent> stream(@QueryParam("warehouse") String warehouse, @Context Sse sse) {
        return streams.open((Actor) identity.getPrincipal(), warehouse).map(message -> event(message, sse));
    }

    private static OutboundSseEvent event(Message message, Sse sse) {
        return message == Message.HEARTBEAT
                ? sse.newEventBuilder()
                        .comment("here")
                        .reconnectDelay(COME_BACK_MILLIS)
                        .build()
                : sse.newEventBuilder()
                        .name(message.name())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, message.json())
                        .build();
    }
}
