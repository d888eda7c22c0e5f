package dev.lotline.operations.billing.pages;

import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.money.Fraction;
import dev.lotline.operations.billing.money.Spread;
import dev.lotline.operations.billing.rating.Parts;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a month by its days. What a rule costs goes to the days by what was measured on them times its rate; rounded by
 * largest remainder, so that the days are the month. Pure.
 */
final class DayLines {
    /**
     * What a rule measured on a day at one rate.
     *
     * @param places how many cells
     */
    record DaySum(LocalDate day, String rule, long version, String key, BigDecimal quantity, int places) {
        DaySum on(LocalDate other) {
            return new DaySum(other, rule, version, key, quantity, places);
        }
    }

    private static final class Day {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal weight = BigDecimal.ZERO;
        private int places;
        private boolean several;
        private @Nullable BigDecimal rate;

        void add(BigDecimal some, @Nullable BigDecimal at, int divisor, int cells) {
            several |= at == null || (rate != null && rate.compareTo(at) != 0);
            rate = at;
            quantity = quantity.add(some);
            BigDecimal money = at == null ? some : some.multiply(at);
            weight = weight.add(new Fraction(money, BigDecimal.valueOf(divisor)).shown());
            places += cells;
        }
    }

    private final Map<String, TreeMap<LocalDate, Day>> rules = new TreeMap<>();
    private final Map<String, String> units = new HashMap<>();

    /** Days as the database summed them. */
    DayLines add(List<DaySum> sums, PlanBook book) {
        for (DaySum sum : sums) {
            if (sum.key().startsWith("F")) {
                continue;
            }
            Parts.Priced part = Parts.priced(book, sum.version(), sum.rule(), sum.key(), sum.day());
            units.put(sum.rule(), part.unit());
            day(sum.rule(), sum.day()).add(part.inUnit(sum.quantity()), part.rate(), part.divisor(), sum.places());
        }
        return this;
    }

    /** Days behind this one as they are thought to be. */
    DayLines addComing(List<Rating.Line> lines, LocalDate known) {
        for (Rating.Line line : lines) {
            units.put(line.rule(), line.unit());
            for (Rating.Part part : line.segments()) {
                LocalDate first = part.from().isAfter(known) ? part.from() : known.plusDays(1);
                for (LocalDate day = first;
                        !day.isAfter(part.to()) && !part.key().startsWith("F");
                        day = day.plusDays(1)) {
                    day(line.rule(), day).add(part.quantity(), part.rate(), part.divisor(), 1);
                }
            }
        }
        return this;
    }

    private Day day(String rule, LocalDate day) {
        return rules.computeIfAbsent(rule, none -> new TreeMap<>()).computeIfAbsent(day, none -> new Day());
    }

    /** What each rule costs in a month. */
    record Amounts(Map<String, BigDecimal> accrued, Map<String, BigDecimal> estimate) {
        static Amounts of(Estimate estimate) {
            return new Amounts(
                    sums(estimate.accrued().lines()), sums(estimate.estimate().lines()));
        }

        private static Map<String, BigDecimal> sums(List<Rating.Line> lines) {
            Map<String, BigDecimal> sums = new HashMap<>();
            lines.forEach(line -> sums.merge(line.rule(), line.amount(), BigDecimal::add));
            return sums;
        }

        static Amounts of(List<FeePage.Line> lines) {
            Amounts amounts = new Amounts(new HashMap<>(), new HashMap<>());
            for (FeePage.Line line : lines) {
                amounts.accrued.merge(line.key().rule(), line.accrued(), BigDecimal::add);
                amounts.estimate.merge(line.key().rule(), line.estimate(), BigDecimal::add);
            }
            return amounts;
        }
    }

    /** @param closed the last day that is accrued */
    List<FeePage.Line> lines(Amounts amounts, LocalDate closed) {
        List<FeePage.Line> lines = new ArrayList<>();
        rules.forEach((rule, days) -> {
            Map<LocalDate, BigDecimal> accrued =
                    spread(days.headMap(closed, true), amounts.accrued().getOrDefault(rule, BigDecimal.ZERO));
            Map<LocalDate, BigDecimal> whole = spread(days, amounts.estimate().getOrDefault(rule, BigDecimal.ZERO));
            days.forEach((date, day) -> lines.add(new FeePage.Line(
                    new FeePage.Key(date.toString(), "", "", "", "", rule),
                    null,
                    units.getOrDefault(rule, ""),
                    day.places,
                    1,
                    day.quantity.setScale(4, RoundingMode.HALF_UP),
                    day.several ? null : day.rate,
                    accrued.getOrDefault(date, BigDecimal.ZERO),
                    whole.getOrDefault(date, BigDecimal.ZERO))));
        });
        lines.sort(java.util.Comparator.comparing(FeePage.Line::key));
        return lines;
    }

    /** Where nothing weighs, each day has the same part. */
    private static Map<LocalDate, BigDecimal> spread(Map<LocalDate, Day> days, BigDecimal amount) {
        BigDecimal all = days.values().stream().map(day -> day.weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Fraction> parts = new ArrayList<>();
        for (Day day : days.values()) {
            parts.add(
                    all.signum() == 0
                            ? Fraction.of(amount).over(BigDecimal.valueOf(days.size()))
                            : new Fraction(amount.multiply(day.weight), all));
        }
        List<BigDecimal> amounts = Spread.over(parts, amount, amount.scale());
        Map<LocalDate, BigDecimal> spread = new HashMap<>();
        int n = 0;
        for (LocalDate day : days.keySet()) {
            spread.put(day, amounts.get(n++));
        }
        return spread;
    }
}
