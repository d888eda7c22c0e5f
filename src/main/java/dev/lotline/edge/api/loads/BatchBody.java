package dev.lotline.edge.api.loads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.api.Keyed;
import dev.lotline.edge.api.Violations;
import dev.lotline.operations.loading.LoadEntry;
import dev.lotline.operations.loading.LoadJob;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A batch of a job: entities that all have the same done to them. */
@Schema(name = "NewLoadBatch")
public record BatchBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true, examples = "UPSERT") String action,

        @Schema(required = true, examples = "INVENTORY") String entityType,

        @Schema(description = "Where it comes from; kept, not judged.") @Nullable
        String source,

        @Schema(description = "Name of the event; kept, not judged.") @Nullable
        String event,

        @Schema(description = "DEFAULT:<owner>; stands for retailerId where that is left out.") @Nullable
        String catalogueRef,

        @Schema(description = "Kept, not judged: SALE, CORRECTION and DELTA always end with an epoch.") @Nullable
        JsonNode conditions,

        @Schema(description = "When its source saw the goods, of the entities that don't say; now when it is left out.")
        @Nullable
        OffsetDateTime epoch,

        @Schema(required = true, description = "At most 5,000.")
        List<@Nullable EntityBody> entities)
        implements Keyed {
    private static final int LONGEST = 100;

    /** Ends with VALIDATION_FAILED. */
    List<LoadEntry> entries(LoadJob job) {
        Violations wrong = new Violations();
        if (!"UPSERT".equals(action)) {
            wrong.add("action", "must be UPSERT");
        }
        if (!"INVENTORY".equals(entityType)) {
            wrong.add("entityType", "must be INVENTORY");
        }
        wrong.text("source", source, LONGEST)
                .text("event", event, LONGEST)
                .text("catalogueRef", catalogueRef, LONGEST)
                .required("entities", entities)
                .refuse();
        String catalogue = Catalogue.owner("catalogueRef", catalogueRef);
        List<LoadEntry> entries = new ArrayList<>();
        for (EntityBody entity : entities) {
            if (entity == null) {
                throw dev.lotline.kernel.Refusal.invalid("entities[" + entries.size() + "]", "is required");
            }
            entries.add(entity.entry(entries.size() + 1, catalogue == null ? job.owner() : catalogue, epoch));
        }
        return entries;
    }
}
