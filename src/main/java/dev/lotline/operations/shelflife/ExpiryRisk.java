package dev.lotline.operations.shelflife;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an item will expire in a warehouse before it is sold, at the rate at which it was picked lately.
 *
 * @param unitsPerDay picked in the last 28 days, per day on which there was any; null = under 14 days of history
 * @param atRisk units that will not be sold in time; null = no rate to tell it by
 * @param lots with available units, nearest expiry first
 */
public record ExpiryRisk(
        String sku,
        @Nullable BigDecimal unitsPerDay,
        @Nullable BigDecimal atRisk,
        List<Lot> lots) {

    /**
     * @param quantity available units, claimed ones too
     * @param usableDays until it may no longer be shipped; null = undated, never at risk
     */
    public record Lot(
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity,
            @Nullable Integer usableDays,
            @Nullable BigDecimal willSell,
            @Nullable BigDecimal atRisk) {}
}
