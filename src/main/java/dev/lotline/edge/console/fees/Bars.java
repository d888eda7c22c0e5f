package dev.lotline.edge.console.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Lengths of the bars of a picture; what they mean stands beside them as words and numbers. */
public final class Bars {
    /** Units of the picture that the longest bar has. */
    static final int WIDTH = 360;

    private static final int LINE = 30;
    private static final int SCALE = 6;

    private Bars() {}

    record Named(String name, BigDecimal value, String look) {}

    /**
     * @param y of its upper edge
     * @param textY of the words beside it
     * @param look class of its colour
     */
    public record Bar(String name, String value, int width, int y, int textY, String look) {}

    static List<Bar> of(List<Named> named) {
        BigDecimal most = named.stream()
                .map(each -> each.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .max(BigDecimal.ONE.movePointLeft(SCALE));
        List<Bar> bars = new ArrayList<>();
        for (Named each : named) {
            int y = bars.size() * LINE;
            bars.add(new Bar(
                    each.name(),
                    each.value().toPlainString(),
                    part(each.value().abs(), most, WIDTH),
                    y + 2,
                    y + 20,
                    each.look()));
        }
        return bars;
    }

    /** So many units of the picture as the value has of the largest. */
    static int part(BigDecimal value, BigDecimal most, int whole) {
        return value.multiply(BigDecimal.valueOf(whole))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
