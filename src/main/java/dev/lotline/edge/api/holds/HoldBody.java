package dev.lotline.edge.api.holds;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.plates.PlateRules;
import dev.lotline.operations.quarantine.NewHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request for a hold: of lots wherever they are, or of what stands in places or on plates. */
@Schema(name = "NewHold")
public record HoldBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "Owner code.", required = true, example = "HEALTHY") @Nullable
        String owner,

        @Schema(description = "Confines lot numbers and locations to one item.", example = "GUMMY-60") @Nullable
        String sku,

        @Schema(
                description = "Every lot of the owner with such a number, with whatever expiration; at most 500.",
                example = "[\"L-B\"]")
        @Nullable
        List<@Nullable String> lotNumbers,

        @Schema(description = "Lots by id; at most 500.") @Nullable
        List<@Nullable Long> lotIds,

        @Schema(description = "Warehouse code of the locations or plates.") @Nullable
        String warehouse,

        @Schema(
                description = "What stands in these places is held, of the lots if any are named; at most 500. The lots"
                        + " are not marked, the places take nothing more in.")
        @Nullable
        List<@Nullable String> locations,

        @Schema(
                description =
                        "What stands on these license plates (LPN or SSCC), and on plates on them, is held; at most 500."
                                + " They may be moved, nothing more is put on them. Not together with sku, lots or locations.")
        @Nullable
        List<@Nullable String> lpns,

        @Schema(
                description = "RECALL, QUALITY or MANUAL. The first two need a second person to be released.",
                required = true,
                example = "RECALL")
        @Nullable
        String reason,

        @Schema(description = "At most 1,000 characters.") @Nullable
        String note)
        implements Keyed {

    NewHold hold() {
        return new NewHold(
                owner,
                sku,
                Objects.requireNonNullElse(lotNumbers, List.of()),
                Objects.requireNonNullElse(lotIds, List.of()),
                warehouse,
                Objects.requireNonNullElse(locations, List.of()),
                plates(Objects.requireNonNullElse(lpns, List.of())),
                reason,
                note);
    }

    static List<@Nullable String> plates(List<@Nullable String> lpns) {
        List<@Nullable String> codes = new ArrayList<>();
        lpns.forEach(lpn -> codes.add(lpn == null ? null : PlateRules.code("lpns", lpn)));
        return codes;
    }
}
