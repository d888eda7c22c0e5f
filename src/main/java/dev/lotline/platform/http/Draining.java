package dev.lotline.platform.http;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * On SIGTERM: readiness goes down at once, and for {@code lotline.drain-delay}, within which a balancer looks, requests
 * are answered as ever, each with a {@code Connection: close}; only streams are sent to another node. Then new requests
 * get 503, those in flight are answered, and the house closes. The platform's own way waits its whole timeout even when
 * nothing is in flight, because one of its listeners never reports back (3.30.6), so this one counts by itself.
 */
@Readiness
@ApplicationScoped
class Draining implements HealthCheck {
    private static final int BEFORE_STREAMS_END = 0;
    private static final int BEFORE_EVERYTHING_ELSE = 10_000;
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

    private static final int LOOK_THROUGH_EVERY = 1_024;

    /** Answers that are not complete. Some doors take the end handlers away; what they leave behind is looked through. */
    private final Set<HttpServerResponse> inFlight = ConcurrentHashMap.newKeySet();

    private final AtomicInteger requests = new AtomicInteger();
    private final Duration delay;
    private final Duration longest;
    private volatile boolean leaving;
    private volatile boolean closing;

    Draining(
            @ConfigProperty(name = "lotline.drain-delay") Duration delay,
            @ConfigProperty(name = "lotline.drain-timeout") Duration longest) {
        this.delay = delay;
        this.longest = longest;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("takes requests").status(!leaving).build();
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, BEFORE_EVERYTHING_ELSE);
    }

    void count(RoutingContext request) {
        HttpServerResponse answer = request.response();
        boolean shared = request.request().version() == HttpVersion.HTTP_2;
        if (leaving && !shared && streams(request)) {
            // a browser takes a 503 for its last word, and comes back to a line that was cut
            request.request().connection().close();
            return;
        }
        if (closing || (leaving && streams(request))) {
            answer.setStatusCode(503)
                    .putHeader("Retry-After", "2")
                    .putHeader("Connection", "close")
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"title\":\"Unavailable\",\"status\":503,\"code\":\"UNAVAILABLE\"}");
            return;
        }
        if (leaving && !shared) {
            answer.putHeader("Connection", "close");
        }
        inFlight.add(answer);
        request.addEndHandler(ended -> inFlight.remove(answer));
        request.addBodyEndHandler(written -> inFlight.remove(answer));
        if (requests.incrementAndGet() % LOOK_THROUGH_EVERY == 0) {
            unanswered();
        }
        request.next();
    }

    private int unanswered() {
        inFlight.removeIf(answer -> answer.ended() || answer.closed());
        return inFlight.size();
    }

    /** It would outlast the delay. */
    private static boolean streams(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    void leave(@Observes @Priority(BEFORE_STREAMS_END) ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        LockSupport.parkNanos(delay.toNanos());
        closing = true;
        long patience = longest.toNanos();
        for (long waited = 0; unanswered() > 0 && waited < patience; waited += LOOK_AGAIN_NANOS) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        int left = unanswered();
        if (left > 0) {
            Log.warnf("closing with %d requests unanswered after %s", left, longest);
        }
    }
}
