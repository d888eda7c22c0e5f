package dev.lotline.operations.messaging.webhooks;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to a subscriber, as the log keeps it.
 *
 * @param id the header {@code webhook-id}
 * @param number of this subscription, without gaps
 * @param state PENDING, SENDING, DELIVERED or FAILED (given up)
 * @param status of the last answer; null = there was none
 * @param failure what was wrong with the last attempt
 */
public record Delivery(
        UUID id,
        long number,
        String event,
        String type,
        String state,
        int attempts,
        @Nullable OffsetDateTime nextTryAt,
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable Integer millis,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime doneAt) {}
