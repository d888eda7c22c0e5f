package dev.lotline.edge.api.counting;

import dev.lotline.edge.api.Keyed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision, with a few words if need be; may be left out altogether. */
@Schema(name = "Note")
public record NoteBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note)
        implements Keyed {

    static @Nullable String note(@Nullable NoteBody body) {
        return body == null ? null : body.note;
    }
}
