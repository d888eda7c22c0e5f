package dev.lotline.edge.api.loads;

import dev.lotline.edge.api.Keyed;
import dev.lotline.edge.api.Violations;
import dev.lotline.operations.loading.NewJob;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job that is to be opened. */
@Schema(name = "NewLoadJob")
public record JobBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true, examples = "nightly sync") String name,

        @Schema(description = "Owner of the entities that name none.") @Nullable
        String retailerId,

        @Nullable Meta meta)
        implements Keyed {
    private static final String SKIP = "skip";

    /** @param preprocessing "skip" = do every entry; anything else, or nothing = leave out what changes nothing */
    @Schema(name = "LoadJobMeta")
    public record Meta(
            @Schema(description = "\"skip\": every entry is done, doubles too.", examples = "enabled") @Nullable
            String preprocessing) {}

    NewJob job() {
        String said = meta == null ? null : meta.preprocessing;
        new Violations().text("meta.preprocessing", said, 20).refuse();
        return new NewJob(name, retailerId, !SKIP.equals(said));
    }
}
