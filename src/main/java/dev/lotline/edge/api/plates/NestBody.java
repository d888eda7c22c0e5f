package dev.lotline.edge.api.plates;

import dev.lotline.edge.api.Keyed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Onto which plate. */
@Schema(name = "NestPlate")
record NestBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "The plate that it shall stand on; absent = it is taken down.") @Nullable
        String parent)
        implements Keyed {}
