package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Keyed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which work, and whose it is from now on. */
@Schema(name = "HandOver")
public record HandOverBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true) @Nullable String warehouse,

        @Schema(description = "A whole run; else tasks.") @Nullable
        Long wave,

        @Schema(description = "1 to 500 task ids; else wave.") @Nullable
        List<Long> tasks,

        @Schema(description = "A device or credential by name; absent = nobody has it any more.", example = "HH-07")
        @Nullable
        String to)
        implements Keyed {}
