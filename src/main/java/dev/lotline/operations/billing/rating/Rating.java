package dev.lotline.operations.billing.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid. The sum of lines and adjustments is the total, always.
 *
 * @param currency ISO 4217; null = nothing was measured
 */
public record Rating(
        @Nullable String currency,
        BigDecimal total,
        List<Line> lines,
        List<Adjustment> adjustments,
        List<Sample.Unrated> unrated) {
    /** Of a month in which nothing was there. */
    public static final Rating NOTHING = new Rating(null, BigDecimal.ZERO, List.of(), List.of(), List.of());

    /** @param subject what it is about: a lot, an item, or empty = the owner */
    public record Adjustment(YearMonth month, String owner, String kind, String sku, String lot, BigDecimal amount) {}

    public BigDecimal total(String owner) {
        BigDecimal lineSum = lines.stream()
                .filter(line -> line.cell().owner().equals(owner))
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return adjustments.stream()
                .filter(adjustment -> adjustment.owner().equals(owner))
                .map(Adjustment::amount)
                .reduce(lineSum, BigDecimal::add);
    }

    /**
     * One cell under one rule in one month.
     *
     * @param unit of the quantities: FT3, M3, LOCATION, LPN, UNIT or FLAT
     * @param quantityDays in that unit, as are all quantities here; 34 digits, to be looked at
     * @param averageQuantity on a day of the month
     * @param exact before it was rounded; 34 digits, to be looked at
     */
    public record Line(
            YearMonth month,
            Cell cell,
            String rule,
            String kind,
            String unit,
            BigDecimal quantityDays,
            BigDecimal averageQuantity,
            BigDecimal exact,
            BigDecimal amount,
            List<Part> segments) {}

    /**
     * Days of a line at one rate.
     *
     * @param version number of the plan's version
     * @param rate null = the sum goes by steps or bands; {@code key} says which
     * @param divisor days of the month, or 1 where a look counts for its whole period
     */
    public record Part(
            LocalDate from,
            LocalDate to,
            int days,
            BigDecimal quantity,
            BigDecimal quantityDays,
            @Nullable BigDecimal rate,
            int divisor,
            int version,
            String key) {}
}
