package dev.lotline.operations.loading;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds the batches of one load together. */
@Schema(name = "LoadJob")
public record LoadJob(
        long id,
        String name,

        @Schema(description = "Owner of the entities that name none.") @Nullable
        String owner,

        @Schema(description = "Entries that change nothing are left out, doubles are done once.")
        boolean preprocessing,

        @Schema(description = "OPEN while it takes batches.")
        String status,

        String askedBy,
        OffsetDateTime createdOn) {}
