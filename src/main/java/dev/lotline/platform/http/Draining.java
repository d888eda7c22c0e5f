package dev.lotline.platform.http;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * On SIGTERM: readiness goes down, new requests get 503, those in flight are answered, then the house closes. The
 * platform's own way waits its whole timeout even when nothing is in flight, because one of its listeners never reports
 * back (3.30.6), so this one counts by itself.
 */
@ApplicationScoped
class Draining {
    private static final int BEFORE_EVERYTHING_ELSE = 10_000;
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

    private static final int LOOK_THROUGH_EVERY = 1_024;

    /** Answers that are not complete. Some doors take the end handlers away; what they leave behind is looked through. */
    private final Set<HttpServerResponse> inFlight = ConcurrentHashMap.newKeySet();

    private final AtomicInteger requests = new AtomicInteger();
    private final Duration longest;
    private volatile boolean closing;

    Draining(@ConfigProperty(name = "lotline.drain-timeout") Duration longest) {
        this.longest = longest;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, BEFORE_EVERYTHING_ELSE);
    }

    private void count(RoutingContext request) {
        if (closing) {
            request.response()
                    .setStatusCode(503)
                    .putHeader("Retry-After", "2")
                    .putHeader("Connection", "close")
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"title\":\"Unavailable\",\"status\":503,\"code\":\"UNAVAILABLE\"}");
            return;
        }
        HttpServerResponse answer = request.response();
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

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
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
