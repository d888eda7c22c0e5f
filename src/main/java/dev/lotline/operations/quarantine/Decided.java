package dev.lotline.operations.quarantine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a disposition did.
 *
 * @param decision RELEASED_FROM_HOLD, DISPOSED or RETURNED
 * @param state of the hold now: OPEN or RELEASED
 * @param quantity units that it moved
 * @param units by place, 500 rows at most, with the state that they have now; null = out of the house
 * @param kept units that stay in quarantine because another hold covers them
 * @param warning ONE_PERSON_HOUSE when one person decided alone, because the house has no second one
 */
public record Decided(
        long id,
        String decision,
        String state,
        BigDecimal quantity,
        List<Hold.Units> units,
        List<Kept> kept,
        @Nullable String warning) {

    /** Units that passed to another hold. */
    public record Kept(long hold, BigDecimal quantity) {}
}
