package dev.lotline.operations.billing.savings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places are released only while those that are kept take all units. */
class SavingRulesTest {
    private static final BigDecimal BIN = new BigDecimal("113267386.368");
    private static final BigDecimal GUMMY = new BigDecimal("1573158.144");
    private static final BigDecimal FILL = new BigDecimal("0.85");

    @Test
    void w9_two_places_of_one_lot_fit_into_one() {
        assertEquals(new BigDecimal("61"), SavingRules.capacity(BIN, FILL, GUMMY));
        SavingRules.Fewer fewer = SavingRules.fewer(List.of(spot("A", 14), spot("B", 20)), FILL, GUMMY);
        assertEquals(List.of(spot("B", 20)), fewer.keep());
        assertEquals(BIN, fewer.released());
    }

    @Test
    void nothing_is_released_where_all_places_are_needed() {
        assertEquals(
                List.of(),
                SavingRules.fewer(List.of(spot("A", 40), spot("B", 22)), FILL, GUMMY)
                        .release());
        assertEquals(
                List.of(),
                SavingRules.fewer(List.of(spot("A", 90), spot("B", 90)), FILL, GUMMY)
                        .release());
        assertEquals(
                1,
                SavingRules.fewer(List.of(spot("A", 40), spot("B", 21)), FILL, GUMMY)
                        .release()
                        .size());
    }

    private static SavingRules.Spot spot(String place, int units) {
        return new SavingRules.Spot(place, BIN, BigDecimal.valueOf(units));
    }
}
