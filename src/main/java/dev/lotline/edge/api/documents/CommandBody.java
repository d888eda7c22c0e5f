package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Keyed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a command that needs no words; may be left out altogether. */
@Schema(name = "Command")
public record CommandBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id) implements Keyed {}
