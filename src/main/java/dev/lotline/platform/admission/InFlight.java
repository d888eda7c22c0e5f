package dev.lotline.platform.admission;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Requests that were let in and are not answered yet, each with its weight. Some doors take the end handlers away; whom
 * that lost is found when it gets tight. Not for several threads.
 */
final class InFlight {
    private final Map<HttpServerResponse, Long> weights = new HashMap<>();
    private long weight;

    int requests() {
        return weights.size();
    }

    long weight() {
        return weight;
    }

    /**
     * @param ended hears of the end of the request with its weight, once, on whatever thread; not of one that was lost
     */
    void add(RoutingContext request, long units, LongConsumer ended) {
        weights.put(request.response(), units);
        weight += units;
        request.addEndHandler(end -> ended.accept(units));
    }

    /** Whether it was still there. */
    boolean remove(HttpServerResponse answer) {
        Long units = weights.remove(answer);
        if (units == null) {
            return false;
        }
        weight -= units;
        return true;
    }

    /** Forgets those that are answered, or whose caller is gone, and never said so. */
    void lookThrough() {
        weights.entrySet().removeIf(entry -> {
            boolean over = entry.getKey().ended() || entry.getKey().closed();
            if (over) {
                weight -= entry.getValue();
            }
            return over;
        });
    }
}
