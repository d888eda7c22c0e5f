package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.plan.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Segments as they are shown: in the unit of the rate, with rate and divisor. */
public final class Parts {
    private Parts() {}

    static Rating.Part shown(PlanBook book, Measured line, Measured.Segment segment) {
        PlanBook.Version version = book.version(segment.version());
        Rule rule = version.rule(line.rule());
        RateKey key = RateKey.parse(segment.key());
        boolean plain = key.kind() != 'T' && key.kind() != 'A';
        return new Rating.Part(
                segment.from(),
                segment.to(),
                segment.days(),
                inUnit(segment.quantity(), rule),
                inUnit(segment.quantityDays(), rule),
                plain ? LinePrice.rate(rule, key) : null,
                LinePrice.divisor(rule, line.month()),
                version.n(),
                segment.key());
    }

    /**
     * How a rule prices what it measured on a day.
     *
     * @param unit what quantities are told in, {@code cubic} what they are divided by for that
     * @param rate null = by steps or bands
     */
    public record Priced(
            String unit, BigDecimal cubic, @Nullable BigDecimal rate, int divisor) {
        public BigDecimal inUnit(BigDecimal quantity) {
            return quantity.divide(cubic, MathContext.DECIMAL128);
        }
    }

    public static Priced priced(PlanBook book, long version, String code, String key, LocalDate day) {
        Rule rule = book.version(version).rule(code);
        RateKey of = RateKey.parse(key);
        boolean plain = of.kind() != 'T' && of.kind() != 'A';
        return new Priced(
                unit(rule),
                rule.perUnitOfRate(),
                plain ? LinePrice.rate(rule, of) : null,
                LinePrice.divisor(rule, YearMonth.from(day)));
    }

    static BigDecimal inUnit(BigDecimal quantity, Rule rule) {
        return quantity.divide(rule.perUnitOfRate(), MathContext.DECIMAL128);
    }

    /** FT3, M3, LOCATION, LPN, UNIT or FLAT. */
    public static String unit(Rule rule) {
        if (rule.unit() != null) {
            return rule.unit().name();
        }
        return switch (rule.basis()) {
            case LOCATION_TYPE, CALCULATED_LOCATION -> "LOCATION";
            case LPN -> "LPN";
            case UNIT -> "UNIT";
            case FLAT, OCCUPIED_VOLUME, UNIT_VOLUME -> "FLAT";
        };
    }
}
