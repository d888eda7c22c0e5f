package dev.lotline.operations.messaging;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How one who tells the world is doing.
 *
 * @param told events since it began
 * @param held some node is at it
 * @param waiting events that are still to be told; counted up to {@link Outbox#MOST_COUNTED}
 * @param lagSeconds age of the oldest of them; 0 = none waits
 * @param failures in a row
 * @param failure what the last one said
 */
public record Relay(
        String name,
        long told,
        @Nullable OffsetDateTime toldAt,
        boolean held,
        long waiting,
        @Nullable OffsetDateTime oldestWaiting,
        double lagSeconds,
        int failures,
        @Nullable OffsetDateTime failingSince,
        @Nullable String failure) {}
