package lotline.simulators;

import java.util.concurrent.locks.LockSupport;

/** Waiting and trying again: for as long as the shift lasts and a while longer, with growing pauses. */
final class Patience {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2_000;
    private static final long LONGEST_ASKED_MILLIS = 30_000;

    /** Nanoseconds of the clock after which nothing is tried again. */
    private final long end;

    Patience(long endNanos) {
        end = endNanos;
    }

    /** {@code asked} = what Retry-After said, −1 = nothing. Throws ShiftOver when there is no time left. */
    void pause(int attempt, long asked, String why) {
        long millis = asked >= 0
                ? Math.max(FIRST_MILLIS, Math.min(asked, LONGEST_ASKED_MILLIS))
                : Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new ShiftOver(why);
        }
        sleep(Math.min(millis * 1_000_000, left));
    }

    static void sleep(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
