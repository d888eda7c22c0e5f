package dev.lotline.edge.api.holds;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.quarantine.Disposition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become of held units; may be left out altogether, which means all that the hold keeps. */
@Schema(name = "HoldDecision")
public record DecisionBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "Only these lots of the hold; at most 500.") @Nullable
        List<@Nullable Long> lotIds,

        @Schema(description = "Warehouse code of the locations, where the hold is of lots.") @Nullable
        String warehouse,

        @Schema(description = "Only these places; at most 500.") @Nullable
        List<@Nullable String> locations,

        @Schema(description = "Only these license plates (LPN or SSCC) of a hold of plates; at most 500.") @Nullable
        List<@Nullable String> lpns,

        @Schema(description = "Only so many units; not for a release.") @Nullable
        BigDecimal quantity,

        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note)
        implements Keyed {

    static Disposition of(Disposition.Kind kind, @Nullable DecisionBody body) {
        return body == null
                ? new Disposition(kind, List.of(), null, List.of(), List.of(), null, null)
                : new Disposition(
                        kind,
                        Objects.requireNonNullElse(body.lotIds, List.of()),
                        body.warehouse,
                        Objects.requireNonNullElse(body.locations, List.of()),
                        HoldBody.plates(Objects.requireNonNullElse(body.lpns, List.of())),
                        body.quantity,
                        body.note);
    }
}
