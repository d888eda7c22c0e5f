package dev.lotline.operations.messaging.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a message is tried again. */
public final class DeliveryRules {
    /** After the first attempt; then it is given up. */
    public static final int RETRIES = 14;

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double SPREAD = 0.2;

    private DeliveryRules() {}

    /**
     * Twice as long after every attempt, a fifth more or less by chance, 24 hours at most. Null = it is given up.
     *
     * @param attempts so far, 1 or more
     * @param first the pause after the first one
     * @param chance 0 to 1
     */
    public static @Nullable Duration pause(int attempts, Duration first, double chance) {
        if (attempts > RETRIES) {
            return null;
        }
        double millis = Math.min(LONGEST.toMillis(), first.toMillis() * Math.pow(2, attempts - 1.0));
        return Duration.ofMillis(Math.round(millis * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}
