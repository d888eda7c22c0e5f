package dev.lotline.edge.graphql;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.figures.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Quantities as the whole numbers of GraphQL. Pure. */
public final class Whole {
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Whole() {}

    public static int of(Figure units) {
        return of(units.value());
    }

    /** Rounded down. Ends with QUERY_TOO_LARGE where 32 bits can't hold it: the decimal twin of the field can. */
    public static int of(BigDecimal units) {
        BigDecimal whole = units.setScale(0, RoundingMode.FLOOR);
        if (whole.abs().compareTo(MOST) > 0) {
            throw Refusal.of(RefusalCode.QUERY_TOO_LARGE, Map.of("limit", "Int", "found", whole, "most", MOST));
        }
        return whole.intValueExact();
    }
}
