package dev.lotline.operations.quarantine;

import dev.lotline.stock.lot.ScannedGoods;
import org.jspecify.annotations.Nullable;

/**
 * What a handheld holds or lets go: the lot of these goods, a place, or a license plate.
 *
 * @param warehouse code
 * @param location null for a lot and a plate
 * @param lpn null for a lot and a place
 * @param reason RECALL, QUALITY, MANUAL, or any words, which are MANUAL
 */
public record ScannedHold(
        String warehouse,
        ScannedGoods goods,
        @Nullable String location,
        @Nullable String lpn,
        @Nullable String reason) {

    boolean ofLot() {
        return location == null && lpn == null;
    }

    String kind() {
        return reason != null && HoldRules.REASONS.contains(reason) ? reason : HoldRules.MANUAL;
    }

    @Nullable
    String note() {
        return reason != null && HoldRules.REASONS.contains(reason) ? null : reason;
    }
}
