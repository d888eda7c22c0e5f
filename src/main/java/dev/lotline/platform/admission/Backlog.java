package dev.lotline.platform.admission;

/**
 * How long a newcomer will wait: units under way times the time that one takes of late. That time is measured where units
 * queue, between one end and the next, so it is what the house can do and not how long one of them is on its way. Not for
 * several threads.
 */
final class Backlog {
    /** So many units at least are under way when ends tell how fast the house is. */
    private static final int BUSY = 8;

    /** What a new measurement leaves of those before it: the last hundred or so count. */
    private static final double MEMORY = 0.99;

    private double nanos;
    private double units;
    private long lastEnd;

    /** @param guess nanoseconds per unit until something was measured */
    Backlog(long guess) {
        nanos = guess * 8.0;
        units = 8;
    }

    /**
     * @param under units under way, without those that end now
     * @param now nanoseconds of a clock that never goes back
     */
    void ended(long under, long done, long now) {
        if (under >= BUSY && lastEnd != 0) {
            nanos = nanos * MEMORY + (now - lastEnd);
            units = units * MEMORY + done;
        }
        // after a pause the next end tells nothing
        lastEnd = under >= BUSY ? now : 0;
    }

    long nanosPerUnit() {
        return (long) (nanos / units);
    }

    /** Nanoseconds until so many are done. */
    long waitFor(long under) {
        return under * nanosPerUnit();
    }
}
