package dev.lotline.platform.admission;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;

/**
 * Requests that were let in and are not answered yet. Some doors take the end handlers away; whom that lost is found when it
 * gets tight. Not for several threads.
 */
final class InFlight {
    private final Set<HttpServerResponse> answers = new HashSet<>();

    int requests() {
        return answers.size();
    }

    /** @param ended hears of its end, on whatever thread; not of one that was lost */
    void add(RoutingContext request, Runnable ended) {
        answers.add(request.response());
        request.addEndHandler(end -> ended.run());
    }

    void remove(RoutingContext request) {
        answers.remove(request.response());
    }

    /** Forgets those that are answered, or whose caller is gone, and never said so. */
    void lookThrough() {
        answers.removeIf(answer -> answer.ended() || answer.closed());
    }
}
