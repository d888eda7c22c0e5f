package dev.lotline.edge.api.counting;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.counting.NewCount;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be counted. */
@Schema(name = "NewCount")
public record CountBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true, example = "W1") String warehouse,

        @Schema(
                required = true,
                description =
                        "ZONE, ABC, RANDOM, ZERO_STOCK (where the books say nothing is left), EMPTY_BIN, LOCATIONS"
                                + " or ITEM.",
                example = "ZONE")
        String basis,

        @Schema(description = "Only goods of this owner.") @Nullable
        String owner,

        @Schema(description = "Only this item; needs its owner.") @Nullable
        String sku,

        @Nullable String zone,

        @Schema(
                description = "A: the items with the first 80 % of the units picked in 90 days, B: up to 95 %, C: the"
                        + " rest.")
        @Nullable
        String abc,

        @Schema(description = "Only these places.") @Nullable
        List<String> locations,

        @Schema(description = "Most lines.", defaultValue = "100", minimum = "1", maximum = "1000") @Nullable
        Integer size,

        @Schema(description = "Makes a random plan one that can be made again.") @Nullable
        String seed,

        @Nullable String note)
        implements Keyed {

    NewCount count() {
        return new NewCount(
                warehouse,
                basis,
                owner,
                sku,
                zone,
                abc,
                locations == null ? List.of() : locations,
                size == null ? Integer.valueOf(NewCount.USUAL_SIZE) : size,
                seed,
                note);
    }
}
