package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.receiving.Resolution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A supervisor's decision on a receiving exception. */
@Schema(name = "Resolve")
public record ResolveBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "ACCEPT or REJECT.", required = true, example = "ACCEPT")
        String decision,

        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note)
        implements Keyed {

    Resolution resolution() {
        return new Resolution(decision, note);
    }
}
