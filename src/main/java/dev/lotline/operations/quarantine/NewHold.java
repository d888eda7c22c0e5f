package dev.lotline.operations.quarantine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be held: lots wherever they are, or what stands in places, there perhaps of one item or of some lots only.
 *
 * @param warehouse of the locations
 */
public record NewHold(
        @Nullable String owner,
        @Nullable String sku,
        List<@Nullable String> lotNumbers,
        List<@Nullable Long> lotIds,
        @Nullable String warehouse,
        List<@Nullable String> locations,
        @Nullable String reason,
        @Nullable String note) {

    boolean ofPlaces() {
        return !locations.isEmpty();
    }
}
