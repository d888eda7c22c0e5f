package dev.lotline.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a number of units must look like: greater than zero, at most 4 decimals, below ten thousand million. */
public final class Quantity {
    /** Most decimals any item may have; {@code numeric(14,4)} in the database. */
    public static final int MAX_DECIMALS = 4;

    private static final BigDecimal LIMIT = new BigDecimal("10000000000");

    private Quantity() {}

    /** The sentence that is wrong about this number of units, or empty when it may be counted. */
    public static String problem(BigDecimal units, int decimals) {
        if (units.signum() <= 0) {
            return "must be greater than 0";
        }
        if (units.compareTo(LIMIT) >= 0) {
            return "must be below 10,000,000,000";
        }
        if (units.stripTrailingZeros().scale() > decimals) {
            return decimals == 0 ? "must be a whole number" : "must have at most " + decimals + " decimals";
        }
        return "";
    }

    /** Without trailing zeros and never in scientific notation: {@code 38}, {@code 0.25}. */
    public static BigDecimal plain(BigDecimal units) {
        if (units.scale() == 0) {
            return units;
        }
        // nearly all are whole and come from the database as 38.0000: cutting them is cheaper than looking for zeros
        BigDecimal whole = units.setScale(0, RoundingMode.DOWN);
        if (whole.compareTo(units) == 0) {
            return whole;
        }
        BigDecimal stripped = units.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
