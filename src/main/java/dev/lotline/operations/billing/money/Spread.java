package dev.lotline.operations.billing.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts so that they are the rounded whole: by largest remainder, ties to the earlier part. */
public final class Spread {
    private Spread() {}

    /** @param whole the rounded sum of the parts; the parts are not negative */
    public static List<BigDecimal> over(List<Fraction> parts, BigDecimal whole, int decimals) {
        List<BigDecimal> rounded = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        for (Fraction part : parts) {
            BigDecimal floor = part.rounded(decimals, RoundingMode.FLOOR);
            rounded.add(floor);
            given = given.add(floor);
        }
        BigDecimal one = BigDecimal.ONE.movePointLeft(decimals);
        int left = whole.subtract(given).divideToIntegralValue(one).intValueExact();
        Comparator<Integer> byRemainder = Comparator.comparing(
                n -> parts.get(n).plus(Fraction.of(rounded.get(n).negate())), Comparator.reverseOrder());
        List<Integer> order =
                IntStream.range(0, parts.size()).boxed().sorted(byRemainder).toList();
        for (int n = 0; n < left && !order.isEmpty(); n++) {
            int winner = order.get(n % order.size());
            rounded.set(winner, rounded.get(winner).add(one));
        }
        return rounded;
    }
}
