package lotline.simulators;

import java.util.concurrent.atomic.AtomicLongArray;

/** A histogram of nanoseconds with buckets of 1.6 %, up to an hour; shared by all handhelds. */
final class Latencies {
    private static final int FINE = 6;

    private final AtomicLongArray buckets = new AtomicLongArray(64 << FINE);

    void add(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(1, nanos)));
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < buckets.length(); i++) {
            sum += buckets.get(i);
        }
        return sum;
    }

    void reset() {
        for (int i = 0; i < buckets.length(); i++) {
            buckets.set(i, 0);
        }
    }

    /** Milliseconds below which this share of all lies; share 1 = the longest. 0 when there are none. */
    double millis(double share) {
        long left = (long) Math.ceil(count() * share);
        for (int i = 0; i < buckets.length(); i++) {
            left -= buckets.get(i);
            if (left <= 0 && buckets.get(i) > 0) {
                return value(i) / 1e6;
            }
        }
        return 0;
    }

    private static int bucket(long nanos) {
        int top = 63 - Long.numberOfLeadingZeros(nanos);
        return top < FINE ? (int) nanos : (top - FINE + 1 << FINE) + (int) (nanos >>> top - FINE) - (1 << FINE);
    }

    private static long value(int bucket) {
        int group = bucket >> FINE;
        long low = bucket & (1 << FINE) - 1;
        return group == 0 ? low : (low + (1 << FINE) << group - 1) + (1L << group - 1) / 2;
    }
}
