package dev.lotline.operations.loading;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A batch and the fate of each of its entries. */
@Schema(name = "LoadBatch")
public record LoadBatch(
        @Schema(description = "1, 2, 3 … within its job.") int id,
        long jobId,

        @Schema(description = "RUNNING, or COMPLETE with or without refusals.")
        String status,

        int entities,
        int refused,
        OffsetDateTime createdOn,
        @Nullable OffsetDateTime completedOn,
        List<LoadResult> results) {}
