package dev.lotline.operations.billing.pages;

import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a month costs an owner in a warehouse, and some of the lines that it is made of.
 *
 * @param currency null = nothing was measured
 * @param accrued by the days that are closed, {@code estimate} for the whole month
 * @param lastMonth what the month before has cost; null = nothing was there
 * @param lines in the order of their keys
 * @param asOf the last day that is closed; null = none is
 */
public record FeePage(
        String warehouse,
        @Nullable String currency,
        BigDecimal accrued,
        BigDecimal estimate,
        @Nullable BigDecimal lastMonth,
        List<Line> lines,
        List<Rating.Adjustment> adjustments,
        List<Estimate.Unrated> unrated,
        @Nullable LocalDate asOf) {

    /** What lines are summed by: empty = by something else. */
    public record Key(String day, String sku, String lot, String location, String storageClass, String rule)
            implements Comparable<Key> {
        private static final int PARTS = 6;

        /** What {@link #text} has made. Ends with VALIDATION_FAILED of this field. */
        public static Key parse(String text, String field) {
            String[] parts = text.split("\n", -1);
            if (parts.length != PARTS) {
                throw Refusal.invalid(field, "must be where a page ended");
            }
            return new Key(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
        }

        /** As the database sorts them, which knows no days. */
        String[] parts() {
            return new String[] {sku, lot, location, storageClass, rule};
        }

        /** As one text, in which keys sort as they do. */
        public String text() {
            return day + "\n" + String.join("\n", parts());
        }

        @Override
        public int compareTo(Key other) {
            return text().compareTo(other.text());
        }
    }

    private static final class Sum {
        private final String unit;
        private BigDecimal accrued = BigDecimal.ZERO;
        private BigDecimal estimate = BigDecimal.ZERO;
        private BigDecimal average = BigDecimal.ZERO;
        private int places;
        private int days;
        private boolean several;
        private @Nullable BigDecimal rate;

        Sum(String unit) {
            this.unit = unit;
        }

        void whole(Rating.Line line) {
            estimate = estimate.add(line.amount());
            average = average.add(line.averageQuantity());
            places++;
            int sum = 0;
            for (Rating.Part part : line.segments()) {
                sum += part.days();
                if (!part.key().startsWith("F")) {
                    several |= part.rate() == null || (rate != null && rate.compareTo(part.rate()) != 0);
                    rate = part.rate();
                }
            }
            days = Math.max(days, sum);
        }

        Line line(Key key, @Nullable String lot) {
            return new Line(
                    key,
                    lot,
                    unit,
                    places,
                    days,
                    average.setScale(4, RoundingMode.HALF_UP),
                    several ? null : rate,
                    accrued,
                    estimate);
        }
    }

    /** Lines of a month by the keys of a group, which is not the day. */
    static List<Line> lines(Estimate estimate, GroupBy by) {
        Map<Key, Sum> sums = new HashMap<>();
        for (Rating.Line line : estimate.estimate().lines()) {
            sums.computeIfAbsent(key(line, by), none -> new Sum(line.unit())).whole(line);
        }
        for (Rating.Line line : estimate.accrued().lines()) {
            Sum sum = sums.computeIfAbsent(key(line, by), none -> new Sum(line.unit()));
            sum.accrued = sum.accrued.add(line.amount());
        }
        return new TreeMap<>(sums)
                .entrySet().stream()
                        .map(entry -> entry.getValue()
                                .line(
                                        entry.getKey(),
                                        estimate.lots().get(entry.getKey().lot())))
                        .toList();
    }

    /** @param lines of the whole month, of which some are told */
    static FeePage of(
            Estimate estimate, @Nullable BigDecimal lastMonth, List<Line> lines, @Nullable Key after, int limit) {
        return new FeePage(
                estimate.warehouse(),
                estimate.estimate().currency(),
                estimate.accrued().total(),
                estimate.estimate().total(),
                lastMonth,
                behind(lines, after, limit),
                estimate.estimate().adjustments(),
                estimate.unrated(),
                estimate.asOf());
    }

    static List<Line> behind(List<Line> lines, @Nullable Key after, int limit) {
        return lines.stream()
                .filter(line -> after == null || line.key().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private static Key key(Rating.Line line, GroupBy by) {
        String last = line.segments().get(line.segments().size() - 1).key();
        return new Key(
                "",
                by == GroupBy.LOT || by == GroupBy.SKU ? line.cell().sku() : "",
                by == GroupBy.LOT ? line.cell().lot() : "",
                by == GroupBy.LOCATION ? line.cell().location() : "",
                by == GroupBy.CLASS ? last.substring(last.indexOf(':') + 1) : "",
                line.rule());
    }

    /**
     * Lines that were summed up.
     *
     * @param lot number (or date) of the lot
     * @param places how many lines
     * @param averageQuantity on a day, in {@code unit}
     * @param rate null = several, or steps, or bands
     */
    public record Line(
            Key key,
            @Nullable String lot,
            String unit,
            int places,
            int days,
            BigDecimal averageQuantity,
            @Nullable BigDecimal rate,
            BigDecimal accrued,
            BigDecimal estimate) {}
}
