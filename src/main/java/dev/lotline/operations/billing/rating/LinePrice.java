package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.money.Fraction;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.Measured.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a line costs before it is rounded. */
final class LinePrice {
    private static final int THIRTY = 30;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final PlanBook book;
    private final Measured line;

    LinePrice(PlanBook book, Measured line) {
        this.book = book;
        this.line = line;
    }

    /** Of a rule with tiers: 0, for those are rated together. */
    Fraction exact() {
        Fraction sum = Fraction.ZERO;
        Fraction largest = Fraction.ZERO;
        Fraction byVolume = Fraction.ZERO;
        Fraction byUnit = Fraction.ZERO;
        Terms.Combine combine = Terms.Combine.SUM;
        for (Segment segment : line.segments()) {
            Rule rule = rule(segment);
            RateKey key = RateKey.parse(segment.key());
            if (key.free() || rule.tiers() != null) {
                continue;
            }
            if (rule.age() != null) {
                Rule.Band band = rule.age().bands().get(key.index());
                combine = band.combine();
                byVolume = byVolume.plus(part(segment.quantityDays(), band.perVolume(), rule, rule.perUnitOfRate()));
                byUnit = byUnit.plus(part(segment.unitDays(), band.perUnit(), rule, BigDecimal.ONE));
            } else if (largest(rule)) {
                largest = largest.max(whole(segment, rule, key));
            } else {
                sum = sum.plus(part(segment.quantityDays(), rate(rule, key), rule, rule.perUnitOfRate()));
            }
        }
        Fraction aged = combine == Terms.Combine.MAX ? byVolume.max(byUnit) : byVolume.plus(byUnit);
        return sum.plus(largest).plus(aged);
    }

    /** Each day rounded by itself; needs segments whose days are alike. */
    BigDecimal daily(RatePlan plan) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Segment segment : line.segments()) {
            BigDecimal days = BigDecimal.valueOf(segment.days());
            Segment day = new Segment(
                    segment.version(),
                    segment.key(),
                    segment.from(),
                    segment.from(),
                    1,
                    segment.quantity(),
                    segment.quantity(),
                    segment.unitDays().divide(days, java.math.MathContext.DECIMAL128),
                    segment.quantity());
            Fraction one = new LinePrice(
                            book, new Measured(line.month(), line.cell(), line.rule(), java.util.List.of(day)))
                    .exact();
            sum = sum.add(one.rounded(plan.decimals(), plan.mode()).multiply(days));
        }
        return sum;
    }

    private Fraction part(BigDecimal quantity, @Nullable BigDecimal rate, Rule rule, BigDecimal unit) {
        return rate == null
                ? Fraction.ZERO
                : new Fraction(quantity.multiply(rate), unit.multiply(BigDecimal.valueOf(divisor(rule, line.month()))));
    }

    /** Whether the largest look of the month is paid, and nothing else. */
    static boolean largest(Rule rule) {
        boolean byMonth = rule.per() == Terms.Per.MONTH && !rule.sampling().whole();
        return rule.sampling() == Terms.Sampling.PEAK
                || (byMonth && (rule.proration() == Terms.Proration.NONE || rule.proration() == Terms.Proration.SPLIT));
    }

    private Fraction whole(Segment segment, Rule rule, RateKey key) {
        Fraction full = new Fraction(segment.peak().multiply(rate(rule, key)), rule.perUnitOfRate());
        LocalDate first = line.segments().get(0).from();
        if (rule.proration() != Terms.Proration.SPLIT || first.getDayOfMonth() <= rule.splitDay()) {
            return full;
        }
        int days = line.month().lengthOfMonth();
        return switch (rule.second()) {
            case FREE -> Fraction.ZERO;
            case HALF -> full.times(HALF);
            case PRORATED ->
                full.times(BigDecimal.valueOf(days - first.getDayOfMonth() + 1L))
                        .over(BigDecimal.valueOf(days));
        };
    }

    static BigDecimal rate(Rule rule, RateKey key) {
        BigDecimal rate = switch (key.kind()) {
            case 'R' -> rule.rates().get(key.index()).rate();
            case 'O' ->
                rule.overage() == null ? BigDecimal.ZERO : rule.overage().rate();
            default -> BigDecimal.ZERO;
        };
        return key.half() ? rate.multiply(HALF) : rate;
    }

    /** What the quantity-days of a month are divided by. */
    static int divisor(Rule rule, YearMonth month) {
        boolean snapshot = rule.age() != null && rule.age().day() > 0;
        if (rule.per() != Terms.Per.MONTH || rule.sampling().whole() || snapshot) {
            return 1;
        }
        return switch (rule.proration()) {
            case CALENDAR_DAYS -> month.lengthOfMonth();
            case THIRTY -> THIRTY;
            case NONE, SPLIT, ANNIVERSARY -> 1;
        };
    }

    private Rule rule(Segment segment) {
        return book.version(segment.version()).rule(line.rule());
    }
}
