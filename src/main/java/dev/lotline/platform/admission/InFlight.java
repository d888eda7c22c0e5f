package dev.lotline.platform.admission;

import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that were let in and are not answered yet. Some doors take the end handlers away; whom that lost is found when it
 * gets tight.
 */
final class InFlight {
    private final Set<HttpServerResponse> answers = ConcurrentHashMap.newKeySet();

    int requests() {
        return answers.size();
    }

    void add(HttpServerResponse answer) {
        answers.add(answer);
    }

    void remove(HttpServerResponse answer) {
        answers.remove(answer);
    }

    /**
     * Forgets those that are answered, or whose caller is gone, and never said so. Asks each connection, which may be on
     * another thread, busy telling its own end: never with a lock that the end needs.
     */
    void lookThrough() {
        answers.removeIf(answer -> answer.ended() || answer.closed());
    }
}
