package dev.lotline.platform.admission;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * So many requests of a class at once; a few more wait for a moment, in order, and the rest is refused. The tighter it is
 * for those before them, the fewer come in.
 */
final class Lane {
    private record Waiting(RoutingContext request, Context thread, long timer) {}

    private final int atOnce;
    private final int atLeast;
    private final int places;
    private final Duration patience;
    private final DoubleSupplier pressure;
    private final Consumer<RoutingContext> shed;
    private final InFlight inFlight = new InFlight();
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /**
     * @param atOnce when there is room
     * @param atLeast however tight it is
     * @param places for those that wait
     * @param pressure 0 = room for everybody, 1 = none left
     * @param shed refuses a request
     */
    Lane(
            int atOnce,
            int atLeast,
            int places,
            Duration patience,
            DoubleSupplier pressure,
            Consumer<RoutingContext> shed) {
        this.atOnce = atOnce;
        this.atLeast = atLeast;
        this.places = places;
        this.patience = patience;
        this.pressure = pressure;
        this.shed = shed;
    }

    /** Lets it go on now, soon, or refuses it. */
    void enter(RoutingContext request) {
        if (came(request)) {
            request.next();
        }
    }

    int requests() {
        synchronized (this) {
            return inFlight.requests();
        }
    }

    private boolean came(RoutingContext request) {
        synchronized (this) {
            if (waiting.isEmpty() && room()) {
                admit(request);
                return true;
            }
            if (waiting.size() < places) {
                request.request().pause();
                long timer = request.vertx().setTimer(patience.toMillis(), late -> giveUp(request));
                waiting.add(new Waiting(request, request.vertx().getOrCreateContext(), timer));
                return false;
            }
        }
        shed.accept(request);
        return false;
    }

    private boolean room() {
        int most = Math.max(atLeast, (int) (atOnce * (1 - pressure.getAsDouble())));
        if (inFlight.requests() >= most) {
            inFlight.lookThrough();
        }
        return inFlight.requests() < most;
    }

    private void admit(RoutingContext request) {
        inFlight.add(request, () -> ended(request));
    }

    private void ended(RoutingContext request) {
        List<Waiting> next = new ArrayList<>();
        synchronized (this) {
            inFlight.remove(request);
            while (!waiting.isEmpty() && room()) {
                Waiting first = waiting.remove();
                if (!first.request().response().closed()) {
                    admit(first.request());
                    next.add(first);
                }
            }
        }
        for (Waiting first : next) {
            first.request().vertx().cancelTimer(first.timer());
            first.thread().runOnContext(turn -> goOn(first.request()));
        }
    }

    private static void goOn(RoutingContext request) {
        request.request().resume();
        request.next();
    }

    private void giveUp(RoutingContext request) {
        synchronized (this) {
            if (!forget(request)) {
                return;
            }
        }
        request.request().resume();
        shed.accept(request);
    }

    private boolean forget(RoutingContext request) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            if (all.next().request() == request) {
                all.remove();
                return true;
            }
        }
        return false;
    }
}
