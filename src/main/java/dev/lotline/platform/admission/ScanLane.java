package dev.lotline.platform.admission;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Scans come in as long as the last of them is answered within the patience, by what the house did of late. A request that
 * brings many scans weighs more.
 */
final class ScanLane {
    /** So many units come in whatever was measured, else a house that once stood still would never learn better. */
    private static final int ALWAYS = 32;

    /** A scan with its label and ids. */
    private static final int BYTES_PER_UNIT = 512;

    private static final Duration FIRST_GUESS = Duration.ofMillis(1);

    private final long patienceNanos;
    private final Consumer<RoutingContext> shed;
    private final LongSupplier clock;
    private final InFlight inFlight = new InFlight();
    private final Backlog backlog = new Backlog(FIRST_GUESS.toNanos());

    /** @param shed refuses a request */
    ScanLane(Duration patience, Consumer<RoutingContext> shed, LongSupplier clock) {
        this.patienceNanos = patience.toNanos();
        this.shed = shed;
        this.clock = clock;
    }

    /**
     * Lets it go on or refuses it.
     *
     * @param bytes of its body; 0 = not known or none
     */
    void enter(RoutingContext request, long bytes) {
        if (came(request, 1 + bytes / BYTES_PER_UNIT)) {
            request.next();
        } else {
            shed.accept(request);
        }
    }

    /** 0 = nothing waits, 1 = nobody else comes in; between them how full it is. */
    double pressure() {
        synchronized (this) {
            long under = inFlight.weight();
            return under < ALWAYS ? 0 : Math.min(1, (double) backlog.waitFor(under) / patienceNanos);
        }
    }

    int requests() {
        synchronized (this) {
            return inFlight.requests();
        }
    }

    private synchronized boolean came(RoutingContext request, long units) {
        if (!room(units)) {
            inFlight.lookThrough();
        }
        if (!room(units)) {
            return false;
        }
        inFlight.add(request, units, done -> ended(request, done));
        return true;
    }

    /** An upload that alone takes longer than the patience comes in when it is alone. */
    private boolean room(long units) {
        long under = inFlight.weight();
        return under + units <= ALWAYS || under == 0 || backlog.waitFor(under + units) <= patienceNanos;
    }

    private synchronized void ended(RoutingContext request, long units) {
        if (inFlight.remove(request.response())) {
            backlog.ended(inFlight.weight(), units, clock.getAsLong());
        }
    }
}
