package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Pricing;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line opened up.
 *
 * @param line alone: what it would cost without tiers and rounding of many lines together
 * @param quantityDays of each segment as they are kept, in mm³ of a volume: rate and divisor make the same cents of them
 */
public record Explained(Rating.Line line, @Nullable String lot, List<BigDecimal> quantityDays) {
    static final int MOST = 200;

    static Explained of(PlanBook book, Measured line, Map<String, String> names) {
        Rating alone = Pricing.price(book, List.of(line), List.of(), List.of());
        return new Explained(
                alone.lines().get(0),
                names.get(line.cell().lot()),
                line.segments().stream().map(Measured.Segment::quantityDays).toList());
    }
}
