package dev.lotline.operations.messaging.inbox;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be done.
 *
 * @param code a refusal, or FAULT
 * @param field that was wrong, if it was one
 * @param body as it came, cut after 64 KB
 */
public record DeadLetter(
        long id,
        String channel,
        String message,
        String code,
        @Nullable String field,
        String detail,
        String body,
        OffsetDateTime recordedAt) {}
