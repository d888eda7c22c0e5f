package dev.lotline.operations.quarantine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be held: lots wherever they are, or what stands in places, there perhaps of one item or of some lots only, or
 * what stands on license plates.
 *
 * @param warehouse of the locations or plates
 * @param lpns codes of plates: an LPN or SSCC; what stands on the plates on them is held too
 */
public record NewHold(
        @Nullable String owner,
        @Nullable String sku,
        List<@Nullable String> lotNumbers,
        List<@Nullable Long> lotIds,
        @Nullable String warehouse,
        List<@Nullable String> locations,
        List<@Nullable String> lpns,
        @Nullable String reason,
        @Nullable String note) {

    boolean ofPlaces() {
        return !locations.isEmpty();
    }

    boolean ofPlates() {
        return !lpns.isEmpty();
    }

    /** LOT, LOCATION or PLATE. */
    String scope() {
        return ofPlates() ? "PLATE" : ofPlaces() ? "LOCATION" : "LOT";
    }
}
