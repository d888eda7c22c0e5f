package dev.lotline.operations.billing.rating;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.billing.money.Fraction;
import dev.lotline.operations.billing.money.Spread;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * From what was measured to money, in a fixed order because the order changes cents: tiers, age, the exact sum of each
 * line, the minimum of a line, rounding; then what holds for a lot, an item, an owner.
 */
public final class Pricing {
    /** A line on its way: what it costs exactly, then rounded. */
    private static final class Priced {
        private final Measured line;
        private final RatePlan plan;
        private final Rule rule;
        private Fraction exact;
        private BigDecimal amount = BigDecimal.ZERO;

        Priced(PlanBook book, Measured line) {
            PlanBook.Version version = book.version(line.last().version());
            this.line = line;
            this.plan = version.plan();
            this.rule = version.rule(line.rule());
            this.exact = new LinePrice(book, line).exact();
        }

        String group(boolean ofClass) {
            String owner = line.month() + "\n" + line.cell().owner();
            return ofClass
                    ? owner + "\n" + line.rule() + "\n"
                            + RateKey.parse(line.last().key()).storageClass()
                    : owner;
        }

        void floor() {
            if (plan.minimums().line() != null && line.quantityDays().signum() > 0) {
                exact = exact.max(Fraction.of(plan.minimums().line()));
            }
        }
    }

    private final PlanBook book;
    private final List<Priced> lines;
    private final List<Sample.Level> levels;

    private Pricing(PlanBook book, List<Measured> lines, List<Sample.Level> levels) {
        this.book = book;
        this.lines = lines.stream().map(line -> new Priced(book, line)).toList();
        this.levels = levels;
    }

    /** Ends with CURRENCY_MIXED. */
    public static Rating price(
            PlanBook book, List<Measured> lines, List<Sample.Level> levels, List<Sample.Unrated> unrated) {
        Pricing pricing = new Pricing(book, lines, levels);
        List<String> currencies = pricing.lines.stream()
                .map(line -> line.plan.currency().getCurrencyCode())
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw Refusal.of(RefusalCode.CURRENCY_MIXED);
        }
        pricing.tiers();
        pricing.lines.forEach(Priced::floor);
        pricing.round();
        List<Rating.Line> shown = pricing.lines.stream().map(pricing::shown).toList();
        List<Rating.Adjustment> adjustments = new Adjustments(book, shown, levels).all();
        BigDecimal total = shown.stream().map(Rating.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Rating(
                currencies.isEmpty() ? null : currencies.get(0),
                adjustments.stream().map(Rating.Adjustment::amount).reduce(total, BigDecimal::add),
                shown,
                adjustments,
                unrated);
    }

    private static boolean tiered(Priced line) {
        return line.rule.tiers() != null;
    }

    /** What all pay together goes back to the lines by their quantity-days. */
    private void tiers() {
        groups(Pricing::tiered, Pricing::tierGroup).values().forEach(group -> {
            Priced first = group.get(0);
            boolean byItem = first.rule.tiers() != null && first.rule.tiers().grain() == Terms.Grain.ITEM;
            YearMonth month = first.line.month();
            Fraction sum = TierPrice.of(
                    book,
                    month,
                    levels.stream()
                            .filter(level -> YearMonth.from(level.day()).equals(month)
                                    && level.owner().equals(first.line.cell().owner())
                                    && level.rule().equals(first.line.rule())
                                    && (!byItem
                                            || level.sku()
                                                    .equals(first.line.cell().sku())))
                            .toList());
            BigDecimal all = group.stream().map(Pricing::charged).reduce(BigDecimal.ZERO, BigDecimal::add);
            for (Priced line : group) {
                line.exact = all.signum() == 0
                        ? Fraction.ZERO
                        : sum.times(charged(line)).over(all);
            }
        });
    }

    private static BigDecimal charged(Priced line) {
        return line.line.segments().stream()
                .filter(segment -> !RateKey.parse(segment.key()).free())
                .map(Measured.Segment::quantityDays)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String tierGroup(Priced line) {
        boolean byItem = line.rule.tiers() != null && line.rule.tiers().grain() == Terms.Grain.ITEM;
        return line.group(false) + "\n" + line.line.rule()
                + (byItem ? "\n" + line.line.cell().sku() : "");
    }

    private void round() {
        groups(line -> line.plan.level() == Terms.Level.CLASS, line -> line.group(true))
                .values()
                .forEach(Pricing::spread);
        groups(line -> line.plan.level() == Terms.Level.STATEMENT, line -> line.group(false))
                .values()
                .forEach(Pricing::spread);
        groups(line -> single(line) && tiered(line), Pricing::tierGroup)
                .values()
                .forEach(Pricing::spread);
        for (Priced line : lines) {
            if (single(line) && !tiered(line)) {
                boolean daily = line.plan.level() == Terms.Level.DAY && !LinePrice.largest(line.rule);
                BigDecimal least = line.plan.minimums().line();
                line.amount = daily
                        ? new LinePrice(book, line.line).daily(line.plan)
                        : line.exact.rounded(line.plan.decimals(), line.plan.mode());
                if (daily && least != null && line.line.quantityDays().signum() > 0) {
                    line.amount = line.amount.max(least);
                }
            }
        }
    }

    private static boolean single(Priced line) {
        return line.plan.level() == Terms.Level.LINE || line.plan.level() == Terms.Level.DAY;
    }

    private static void spread(List<Priced> group) {
        RatePlan plan = group.get(0).plan;
        List<Fraction> parts = group.stream().map(line -> line.exact).toList();
        BigDecimal whole = parts.stream().reduce(Fraction.ZERO, Fraction::plus).rounded(plan.decimals(), plan.mode());
        List<BigDecimal> amounts = Spread.over(parts, whole, plan.decimals());
        for (int n = 0; n < group.size(); n++) {
            group.get(n).amount = amounts.get(n);
        }
    }

    private Map<String, List<Priced>> groups(
            java.util.function.Predicate<Priced> which, java.util.function.Function<Priced, String> by) {
        return lines.stream().filter(which).collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private Rating.Line shown(Priced line) {
        List<Rating.Part> parts = new ArrayList<>();
        for (Measured.Segment segment : line.line.segments()) {
            parts.add(Parts.shown(book, line.line, segment));
        }
        BigDecimal quantityDays = Parts.inUnit(line.line.quantityDays(), line.rule);
        int divisor = LinePrice.divisor(line.rule, line.line.month());
        int looks = divisor == 1
                ? Math.max(
                        1,
                        line.line.segments().stream()
                                .mapToInt(Measured.Segment::days)
                                .sum())
                : divisor;
        return new Rating.Line(
                line.line.month(),
                line.line.cell(),
                line.line.rule(),
                line.rule.kind().name(),
                Parts.unit(line.rule),
                quantityDays,
                quantityDays.divide(BigDecimal.valueOf(looks), java.math.MathContext.DECIMAL128),
                line.exact.shown(),
                line.amount.setScale(line.plan.decimals(), java.math.RoundingMode.UNNECESSARY),
                parts);
    }
}
