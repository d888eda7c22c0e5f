package dev.lotline.operations.messaging.webhooks;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as it is asked for; what may be left out is {@code @Nullable} once {@link WebhookRules} has passed. */
@Schema(name = "WebhookSpec")
public record WebhookSpec(
        @Schema(
                description = "https, port 443 or 8443, no user in it; it must not lead into a private network.",
                required = true,
                example = "https://shop.example.com/lotline")
        String url,

        @Schema(description = "Topics such as lotline.movement; for SHIPSTREAM inventory:adjusted.", required = true)
        List<String> topics,

        @Schema(description = "Only what is this owner's; absent = of all, for credentials without owners only.")
        @Nullable
        String owner,

        @Schema(description = "STANDARD (Standard Webhooks, the default) or SHIPSTREAM.") @Nullable
        String dialect,

        @Schema(description = "false = nothing is told until it is true again.") @Nullable
        Boolean active) {}
