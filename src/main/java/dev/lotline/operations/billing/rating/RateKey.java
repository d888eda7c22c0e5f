package dev.lotline.operations.billing.rating;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rate of its rule something was measured for. As text {@code R0:BIN}: the first rate, in a bin.
 *
 * @param kind R a rate, T tiers, A a band of age, O what is above the limit, F free days
 * @param half stock that came after the snapshot and pays the half
 * @param storageClass of the place, empty = of none
 */
public record RateKey(char kind, int index, boolean half, String storageClass) {
    private static final Pattern SHAPE = Pattern.compile("([RTAOF])([0-9]{1,4})(h?):(\\w*)");

    public static RateKey parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalStateException("no rate key: " + text);
        }
        return new RateKey(
                shape.group(1).charAt(0),
                Integer.parseInt(shape.group(2)),
                !shape.group(3).isEmpty(),
                shape.group(4));
    }

    public boolean free() {
        return kind == 'F';
    }

    public String text() {
        return "" + kind + index + (half ? "h" : "") + ":" + storageClass;
    }
}
