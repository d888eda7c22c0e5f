package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.plan.Rule;
import java.math.BigDecimal;
import java.math.MathContext;

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
