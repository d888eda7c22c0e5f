package dev.lotline.operations.shelflife;

import static dev.lotline.kernel.Quantity.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of each lot will be sold before it may no longer be shipped. Pure. */
final class ExpiryRules {
    private static final int RATE_DECIMALS = 4;

    private ExpiryRules() {}

    /** Available units of a lot, as they stand. */
    record Stock(
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity) {}

    /**
     * Units per day, or null when there is no rate.
     *
     * @param picked in the window, picks that were put back taken off
     * @param days of the window on which there was anything to pick
     * @param known there is history enough to speak of a rate
     */
    static @Nullable BigDecimal rate(BigDecimal picked, int days, boolean known) {
        if (!known || days == 0) {
            return null;
        }
        return picked.max(BigDecimal.ZERO).divide(BigDecimal.valueOf(days), RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * Lots sell one after the other: of a lot goes what the rate sells in its usable days, less what lots before it
     * took; the rest is at risk. Fractions of a unit are not sold.
     *
     * @param lots in the order in which they are picked
     */
    static ExpiryRisk risk(
            String sku, @Nullable BigDecimal rate, int minimumDays, int decimals, LocalDate today, List<Stock> lots) {
        List<ExpiryRisk.Lot> told = new ArrayList<>();
        BigDecimal sold = BigDecimal.ZERO;
        BigDecimal lost = BigDecimal.ZERO;
        for (Stock lot : lots) {
            Integer usable = usableDays(lot.expirationDate(), minimumDays, today);
            BigDecimal sells = rate == null ? null : sells(lot, rate, usable, sold, decimals);
            BigDecimal stays = sells == null ? null : lot.quantity().subtract(sells);
            if (sells != null && stays != null) {
                sold = sold.add(sells);
                lost = lost.add(stays);
            }
            told.add(new ExpiryRisk.Lot(
                    lot.lotId(),
                    lot.lotNumber(),
                    lot.expirationDate(),
                    plain(lot.quantity()),
                    usable,
                    sells == null ? null : plain(sells),
                    stays == null ? null : plain(stays)));
        }
        return new ExpiryRisk(sku, rate == null ? null : plain(rate), rate == null ? null : plain(lost), told);
    }

    private static BigDecimal sells(
            Stock lot, BigDecimal rate, @Nullable Integer usableDays, BigDecimal sold, int decimals) {
        if (usableDays == null) {
            return lot.quantity();
        }
        BigDecimal inTime = rate.multiply(BigDecimal.valueOf(usableDays)).setScale(decimals, RoundingMode.FLOOR);
        return inTime.subtract(sold).max(BigDecimal.ZERO).min(lot.quantity());
    }

    private static @Nullable Integer usableDays(@Nullable LocalDate expiration, int minimumDays, LocalDate today) {
        return expiration == null ? null : (int) Math.max(0, ChronoUnit.DAYS.between(today, expiration) - minimumDays);
    }
}
