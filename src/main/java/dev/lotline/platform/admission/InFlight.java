package dev.lotline.platform.admission;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that were let in and are not answered yet. Some doors take the end handlers away; whom that lost is found when it
 * gets tight.
 */
final class InFlight {
    private final Map<HttpServerResponse, Long> since = new ConcurrentHashMap<>();
    private final long longestNanos;

    /** @param longest whoever takes longer is slow in sending, or in reading, and keeps no place */
    InFlight(Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    int requests() {
        return since.size();
    }

    void add(HttpServerResponse answer) {
        since.put(answer, System.nanoTime());
    }

    void remove(HttpServerResponse answer) {
        since.remove(answer);
    }

    /**
     * Forgets those that are answered, or whose caller is gone, and never said so, and those that take too long. Asks each
     * connection, which may be on another thread, busy telling its own end: never with a lock that the end needs.
     */
    void lookThrough() {
        long now = System.nanoTime();
        since.forEach((answer, start) -> {
            if (now - start > longestNanos || answer.ended() || answer.closed()) {
                since.remove(answer);
            }
        });
    }
}
