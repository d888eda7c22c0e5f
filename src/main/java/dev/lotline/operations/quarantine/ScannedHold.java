package dev.lotline.operations.quarantine;

import dev.lotline.stock.lot.ScannedGoods;
import org.jspecify.annotations.Nullable;

/**
 * What a handheld holds or lets go: the lot of these goods, or a place.
 *
 * @param warehouse code
 * @param location null for a lot
 * @param reason RECALL, QUALITY, MANUAL, or any words, which are MANUAL
 */
public record ScannedHold(
        String warehouse,
        ScannedGoods goods,
        @Nullable String location,
        @Nullable String reason) {

    String kind() {
        return reason != null && HoldRules.REASONS.contains(reason) ? reason : HoldRules.MANUAL;
    }

    @Nullable
    String note() {
        return reason != null && HoldRules.REASONS.contains(reason) ? null : reason;
    }
}
