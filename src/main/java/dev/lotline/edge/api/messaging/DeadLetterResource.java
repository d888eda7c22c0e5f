package dev.lotline.edge.api.messaging;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.messaging.inbox.DeadLetter;
import dev.lotline.operations.messaging.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Messages that came in and could not be done. */
@Path("/api/v1/admin/dead-letters")
@Needs(Capability.OPERATE)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class DeadLetterResource {
    private final Inbox inbox;

    DeadLetterResource(Inbox inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(
            summary = "Messages that could not be done",
            description =
                    "Newest first, kept for 30 days: of which channel, why (the code of a refusal and the field that"
                            + " was wrong), and the message as it came. They are told on the topic lotline.dead-letter too.")
    public Uni<RestResponse<Page<DeadLetter>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return inbox.deadLetters(paging.afterNumber(), paging.fetch())
                .map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }
}
