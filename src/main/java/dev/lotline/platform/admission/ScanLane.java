package dev.lotline.platform.admission;

import dev.lotline.kernel.work.Pace;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Scans come in as long as the last of them is booked within the patience, by what the house did of late. One that brings
 * many has one of them under way at a time, and weighs no more than others.
 */
final class ScanLane {
    /** So many come in whatever was measured, else a house that once stood still would never learn better. */
    private static final int ALWAYS = 32;

    private final Pace pace;
    private final long patienceNanos;
    private final Consumer<RoutingContext> shed;
    private final InFlight inFlight = new InFlight();

    /** @param shed refuses a request */
    ScanLane(Pace pace, Duration patience, Consumer<RoutingContext> shed) {
        this.pace = pace;
        this.patienceNanos = patience.toNanos();
        this.shed = shed;
    }

    /** Lets it go on or refuses it. */
    void enter(RoutingContext request) {
        if (came(request)) {
            request.next();
        } else {
            shed.accept(request);
        }
    }

    /** 0 = nothing waits, 1 = nobody else comes in; between them how full it is. */
    double pressure() {
        int under = requests();
        return under < ALWAYS ? 0 : Math.min(1, (double) pace.waitFor(under) / patienceNanos);
    }

    synchronized int requests() {
        return inFlight.requests();
    }

    private synchronized boolean came(RoutingContext request) {
        if (!room()) {
            inFlight.lookThrough();
        }
        if (!room()) {
            return false;
        }
        inFlight.add(request, () -> ended(request));
        return true;
    }

    private boolean room() {
        int under = inFlight.requests();
        return under < ALWAYS || pace.waitFor(under + 1) <= patienceNanos;
    }

    private synchronized void ended(RoutingContext request) {
        inFlight.remove(request);
    }
}
