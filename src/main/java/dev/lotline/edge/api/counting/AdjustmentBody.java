package dev.lotline.edge.api.counting;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.counting.NewAdjustment;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Units that are to become more or less; exactly one of delta and counted. */
@Schema(name = "NewAdjustment")
public record AdjustmentBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true, example = "W1") String warehouse,
        @Schema(required = true, example = "A-01") String location,
        @Schema(required = true, example = "HEALTHY") String owner,
        @Schema(required = true, example = "GUMMY-60") String sku,
        @Schema(example = "L-A") @Nullable String lotNumber,
        @Schema(example = "2026-06-30") @Nullable LocalDate expirationDate,

        @Schema(description = "Units, not 0; less than 0 takes away.", example = "-2") @Nullable
        BigDecimal delta,

        @Schema(description = "What is there now, in that state.") @Nullable
        BigDecimal counted,

        @Schema(
                description = "Units that come as AVAILABLE are judged by hold and shelf life.",
                defaultValue = "AVAILABLE")
        @Nullable
        String state,

        @Schema(required = true, description = "At most 200 characters.", example = "found behind the rack")
        String reason)
        implements Keyed {

    NewAdjustment adjustment() {
        return new NewAdjustment(
                warehouse,
                location,
                owner,
                sku,
                lotNumber,
                expirationDate,
                delta,
                counted,
                state == null ? "AVAILABLE" : state,
                reason);
    }
}
