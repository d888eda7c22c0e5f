package dev.lotline.operations.slotting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlottingRulesTest {
    private static final BigDecimal TEN = BigDecimal.TEN;

    @Test
    void same_lot_goes_before_a_nearer_free_place_and_that_before_a_shared_one() {
        assertEquals(
                List.of("LOT SAME_LOT_THERE 10", "MIX SAME_ITEM_THERE 10", "FREE NEAREST_FREE 10"),
                suggested(
                        place("SHARED", false, false, false, true, null, 1),
                        place("FREE", false, false, true, true, null, 1),
                        place("MIX", false, true, false, true, null, 5),
                        place("LOT", true, false, false, true, null, 90)));
    }

    @Test
    void place_that_takes_everything_goes_before_the_same_lot_that_takes_a_part() {
        assertEquals(
                List.of("FREE NEAREST_FREE 10", "LOT SAME_LOT_THERE 4"),
                suggested(
                        place("LOT", true, false, false, true, "4", 1),
                        place("FREE", false, false, true, true, "10", 9),
                        place("FULL", false, false, true, true, "0", 1)));
    }

    @Test
    void preferred_storage_class_goes_before_the_shorter_way_and_the_way_before_the_code() {
        assertEquals(
                List.of("FAR NEAREST_FREE 10", "A NEAREST_FREE 10", "B NEAREST_FREE 10"),
                suggested(
                        place("B", false, false, true, false, null, 2),
                        place("A", false, false, true, false, null, 2),
                        place("C", false, false, true, false, null, 3),
                        place("FAR", false, false, true, true, null, 50)));
    }

    private static List<String> suggested(Place... places) {
        return SlottingRules.suggest(Arrays.asList(places), TEN).stream()
                .map(each -> each.location() + " " + each.reason() + " " + each.quantity())
                .toList();
    }

    private static Place place(
            String code, boolean lot, boolean item, boolean empty, boolean fits, String room, int distance) {
        return new Place(code, lot, item, empty, fits, null, room == null ? null : new BigDecimal(room), distance);
    }
}
