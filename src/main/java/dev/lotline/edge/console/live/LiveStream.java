package dev.lotline.edge.console.live;

import dev.lotline.edge.console.live.Listener.Message;
import dev.lotline.edge.console.live.Room.Door;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.edge.console.shell.live.Topic.Viewer;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.access.SignIn;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /console/stream?topics=board,inventory:…}: parts of an open page, as they change. Unnamed messages hold parts;
 * {@code beat} every 15 seconds; {@code stale} when only a new page shows all; {@code signed-out} when the session is over.
 * The id of a message holds the versions of the views, so that a page that lost its stream is sent what it lacks.
 */
@Path("/console/stream")
@Needs(Capability.STOCK_READ)
@Cancellable(false)
public class LiveStream {
    private static final int MOST_TOPICS = 8;
    private static final int LONGEST_VERSIONS = 1_000;
    private static final long COME_BACK_MILLIS = 1_000;

    private final Live live;
    private final List<Topic> topics;
    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    LiveStream(Live live, @All List<Topic> topics, SecurityIdentity identity, HttpServerRequest request) {
        this.live = live;
        this.topics = topics;
        this.identity = identity;
        this.request = request;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            @RestQuery("topics") @Nullable String asked,
            @RestQuery("v") @Nullable String versions,
            UriInfo uri,
            @Context Sse sse) {
        View.of(uri, "topics", "v");
        Cookie cookie = request.getCookie(SignIn.cookieName(request.isSSL()));
        if (cookie == null || !(identity.getPrincipal() instanceof Actor actor)) {
            throw Refusal.of(RefusalCode.UNAUTHENTICATED);
        }
        Viewer viewer = new Viewer(
                actor.scope(), actor.capabilities(), Sentences.language(request.getHeader("Accept-Language")));
        List<String> named = asked == null ? List.of() : List.of(asked.split(",", -1));
        if (named.isEmpty() || named.size() > MOST_TOPICS) {
            throw Refusal.invalid("topics", "must name 1 to " + MOST_TOPICS);
        }
        List<Door> doors = named.stream().map(one -> door(one, actor, viewer)).toList();
        return live.open(cookie.getValue(), doors, known(versions)).map(message -> event(message, sse));
    }

    private Door door(String named, Actor actor, Viewer viewer) {
        String[] parts = named.split(":", 2);
        Topic topic = topics.stream()
                .filter(each -> each.name().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("topics", "must be views that are live"));
        if (!actor.may(topic.needs())) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", topic.needs());
        }
        String argument = parts.length == 1 ? "" : decoded(parts[1]);
        topic.check(argument, actor.scope());
        return new Door(topic, argument, viewer);
    }

    private static String decoded(String argument) {
        try {
            return URLDecoder.decode(argument, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusal.invalid("topics", "must be percent-encoded behind the colon");
        }
    }

    /** What the page came with, or what it was sent last. */
    private String known(@Nullable String versions) {
        String last = request.getHeader("Last-Event-ID");
        String known = last == null ? versions : last.substring(last.indexOf('_') + 1);
        return known == null || known.length() > LONGEST_VERSIONS ? "" : known;
    }

    private static OutboundSseEvent event(Message message, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder()
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .reconnectDelay(COME_BACK_MILLIS)
                .data(String.class, message.data());
        if (!message.id().isEmpty()) {
            event.id(message.id());
        }
        return message.name().isEmpty()
                ? event.build()
                : event.name(message.name()).build();
    }
}
