package dev.lotline.platform.admission;

import dev.lotline.kernel.work.Pace;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Scans come in as long as the last of them is booked within the patience, by what the house did of late. One that brings
 * many has one of them under way at a time, and weighs no more than others.
 */
final class ScanLane {
    /** As many as a house has handhelds come in whatever was measured: each has one scan under way. */
    private static final int ALWAYS = 256;

    /** From so many on they queue, and others make room. */
    private static final int MANY = 32;

    /** A scan that was read is booked or refused by then. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Pace pace;
    private final long patienceNanos;
    private final Consumer<RoutingContext> shed;
    private final InFlight inFlight = new InFlight(LONGEST);

    /** @param shed refuses a request */
    ScanLane(Pace pace, Duration patience, Consumer<RoutingContext> shed) {
        this.pace = pace;
        this.patienceNanos = patience.toNanos();
        this.shed = shed;
    }

    /** Lets it go on or refuses it. */
    void enter(RoutingContext request) {
        if (!room()) {
            inFlight.lookThrough();
        }
        if (!room()) {
            shed.accept(request);
            return;
        }
        HttpServerResponse answer = request.response();
        inFlight.add(answer);
        request.addEndHandler(ended -> inFlight.remove(answer));
        request.next();
    }

    /** 0 = nothing waits, 1 = nobody else comes in; between them how full it is. */
    double pressure() {
        int under = requests();
        return under < MANY ? 0 : Math.min(1, (double) pace.waitFor(under) / patienceNanos);
    }

    int requests() {
        return inFlight.requests();
    }

    /** Two that look at the same moment may both see the last place: one more than stated is no harm. */
    private boolean room() {
        int under = inFlight.requests();
        return under < ALWAYS || pace.waitFor(under + 1) <= patienceNanos;
    }
}
