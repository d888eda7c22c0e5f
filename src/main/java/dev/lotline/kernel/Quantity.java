package dev.lotline.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a number of units must look like: greater than zero, at most 4 decimals, below ten thousand million. */
public final class Quantity {
    /** Most decimals any item may have; {@code numeric(14,4)} in the database. */
    public static final int MAX_DECIMALS = 4;

    private static final int DIGITS_OF_A_LONG = 18;

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

    /**
     * Numbers as the database writes them, one space between two: {@code 38.0000 -2 0.2500}. Plain. To read eight from one
     * column takes a third of the memory of reading eight columns.
     *
     * @throws NumberFormatException if one is none
     */
    public static List<BigDecimal> list(String written) {
        List<BigDecimal> units = new ArrayList<>();
        int from = 0;
        while (from < written.length()) {
            int space = written.indexOf(' ', from);
            int end = space < 0 ? written.length() : space;
            units.add(number(written, from, end));
            from = end + 1;
        }
        return units;
    }

    private static BigDecimal number(String written, int from, int end) {
        int point = written.indexOf('.', from);
        int whole = point < 0 || point > end ? end : point;
        for (int digit = whole + 1; digit < end; digit++) {
            if (written.charAt(digit) != '0') {
                return plain(new BigDecimal(written.substring(from, end)));
            }
        }
        // small ones are there already, and are not made again
        return end - from <= DIGITS_OF_A_LONG
                ? BigDecimal.valueOf(Long.parseLong(written, from, whole, 10))
                : new BigDecimal(written.substring(from, whole));
    }
}
