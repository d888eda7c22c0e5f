package dev.lotline.operations.messaging.webhooks;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription, without its secret.
 *
 * @param owner null = all
 * @param stopped why it is not active, if no person has said so
 * @param oldSecretUntil until then messages are signed with two secrets; null = there is one
 */
public record Webhook(
        String webhook,
        String url,
        String dialect,
        @Nullable String owner,
        List<String> topics,
        boolean active,
        @Nullable String stopped,
        @Nullable OffsetDateTime oldSecretUntil,
        String changedBy,
        OffsetDateTime changedAt) {}
