package dev.lotline.operations.loading;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one entry. */
@Schema(name = "LoadResult")
public record LoadResult(
        @Schema(description = "Its place in the batch, from 1.")
        int entry,

        @Nullable String ref,

        @Schema(
                description =
                        "APPLIED; UNCHANGED: it says what the books say; SUPERSEDED: another entry of the batch says"
                                + " it anew; REPLAYED: the job has done it; STALE: what is there is newer; PENDING: a second"
                                + " person decides; REFUSED.")
        String outcome,

        @Schema(description = "Of a refusal, or SECOND_PERSON_AWAITED.") @Nullable
        String code,

        Map<String, Object> facts) {}
