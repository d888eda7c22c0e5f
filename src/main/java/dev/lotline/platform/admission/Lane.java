package dev.lotline.platform.admission;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * So many requests of a class at once; a few more wait for a moment, in order, and the rest is refused. The tighter it is
 * for those before them, the fewer come in.
 */
final class Lane {
    private record Waiting(RoutingContext request, Context thread, long timer) {}

    /** What the server itself gives a line on which nothing moves. */
    private static final Duration LONGEST = Duration.ofSeconds(65);

    private final int atOnce;
    private final int atLeast;
    private final int places;
    private final Duration patience;
    private final DoubleSupplier pressure;
    private final Consumer<RoutingContext> shed;
    private final InFlight inFlight = new InFlight(LONGEST);
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

    /**
     * Lets it go on now, soon, or refuses it. On the thread that serves it. The server has the body wait until a door asks for it:
     * whoever let it flow from here would lose it.
     */
    void enter(RoutingContext request) {
        if (inFlight.requests() >= most()) {
            inFlight.lookThrough();
        }
        if (comes(request)) {
            goOn(request);
        } else if (mayWait(request)) {
            // a place may have been left while this one went to wait
            callNext();
        } else {
            shed.accept(request);
        }
    }

    int requests() {
        return inFlight.requests();
    }

    private int most() {
        return Math.max(atLeast, (int) (atOnce * (1 - pressure.getAsDouble())));
    }

    private synchronized boolean comes(RoutingContext request) {
        if (!waiting.isEmpty() || inFlight.requests() >= most()) {
            return false;
        }
        inFlight.add(request.response());
        return true;
    }

    private synchronized boolean mayWait(RoutingContext request) {
        if (waiting.size() >= places) {
            return false;
        }
        long timer = request.vertx().setTimer(patience.toMillis(), late -> giveUp(request));
        waiting.add(new Waiting(request, request.vertx().getOrCreateContext(), timer));
        return true;
    }

    /** On the thread that serves it. */
    private void goOn(RoutingContext request) {
        request.addEndHandler(end -> ended(request));
        if (request.response().closed()) {
            // who waited has gone away, and its end will not be told any more
            ended(request);
            return;
        }
        request.next();
    }

    private void ended(RoutingContext request) {
        inFlight.remove(request.response());
        callNext();
    }

    private void callNext() {
        for (Waiting next : called()) {
            next.request().vertx().cancelTimer(next.timer());
            next.thread().runOnContext(turn -> goOn(next.request()));
        }
    }

    /** Those whose turn it is. Nothing here may touch a connection: its thread may be on its way to this lock. */
    private synchronized List<Waiting> called() {
        List<Waiting> called = new ArrayList<>();
        while (!waiting.isEmpty() && inFlight.requests() < most()) {
            Waiting first = waiting.remove();
            inFlight.add(first.request().response());
            called.add(first);
        }
        return called;
    }

    private void giveUp(RoutingContext request) {
        if (forget(request)) {
            shed.accept(request);
        }
    }

    private synchronized boolean forget(RoutingContext request) {
        return waiting.removeIf(each -> each.request() == request);
    }
}
