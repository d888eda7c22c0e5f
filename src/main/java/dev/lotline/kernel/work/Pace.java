package dev.lotline.kernel.work;

import java.time.Duration;

/**
 * What the house does of late: the time that one scan takes where scans queue, between one end and the next. How long one of
 * them is on its way says nothing of that.
 */
public final class Pace {
    /** So many at least are under way when ends tell how fast the house is. */
    private static final int BUSY = 8;

    /** What a new measurement leaves of those before it: the last hundred or so groups count. */
    private static final double MEMORY = 0.99;

    private static final Duration FIRST_GUESS = Duration.ofMillis(1);

    private double nanos = BUSY * FIRST_GUESS.toNanos();
    private double scans = BUSY;
    private long lastEnd;

    /**
     * Some were booked together.
     *
     * @param under how many are under way still
     * @param now nanoseconds of a clock that never goes back
     */
    public synchronized void ended(int under, int booked, long now) {
        if (under >= BUSY && lastEnd != 0) {
            nanos = nanos * MEMORY + (now - lastEnd);
            scans = scans * MEMORY + booked;
        }
        // after a pause the next end tells nothing
        lastEnd = under >= BUSY ? now : 0;
    }

    /** Nanoseconds until so many are booked. */
    public synchronized long waitFor(int under) {
        return (long) (under * nanos / scans);
    }
}
