package dev.lotline.stock.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndlessVocabularyTest {
    /** Columns: physical, unavailable, stock, allocated, available (= unallocated), ordered, incoming, depth. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        T01 announced    | expected 100                                     |   0 |  0 |  0 |   0 |  0 |   0 | 100 | OUT_OF_STOCK
        T02a counted     | expected 2, received 98                          |  98 | 98 |  0 |   0 |  0 |   0 |   2 | OUT_OF_STOCK
        T02b stowed      | expected 2, stowed 98                            |  98 | 98 |  0 |   0 |  0 |   0 |   2 | OUT_OF_STOCK
        T02c committed   | available 98                                     |  98 |  0 | 98 |   0 | 98 |   0 |   0 | FULL_STOCK
        T04a ordered 70  | available 98, allocated 70                       |  98 |  0 | 98 |  70 | 28 |  70 |   0 | FULL_STOCK
        T04b released    | available 98, reserved 70                        |  98 |  0 | 98 |  70 | 28 |  70 |   0 | FULL_STOCK
        T04c picked 60   | available 38, reserved 10, picked 60             |  98 |  0 | 98 |  70 | 28 |  70 |   0 | FULL_STOCK
        T04d shipped     | available 28                                     |  28 |  0 | 28 |   0 | 28 |   0 |   0 | FULL_STOCK
        T05a 40 of 28    | available 28, allocated 28, backordered 12       |  28 |  0 | 28 |  28 |  0 |  40 |   0 | OVERSOLD
        T05b drained     | available 78, allocated 40                       |  78 |  0 | 78 |  40 | 38 |  40 |   0 | FULL_STOCK
        T05c boxes       | available 9, allocated 9, backordered 3          |   9 |  0 |  9 |   9 |  0 |  12 |   0 | OVERSOLD
        T05c gummies     | available 28, allocated 5                        |  28 |  0 | 28 |   5 | 23 |   5 |   0 | FULL_STOCK
        T06a short-dated | available 20, shortDated 25                      |  45 | 25 | 20 |   0 | 20 |   0 |   0 | FULL_STOCK
        T06b ordered 25  | available 20, reserved 20, backordered 5, shortDated 25 | 45 | 25 | 20 | 20 | 0 | 25 |  0 | OVERSOLD
        T07b recalled    | available 38, quarantined 60, allocated 38, backordered 52 | 98 | 60 | 38 | 38 | 0 | 90 | 0 | OVERSOLD
        T12 two houses   | available 120, allocated 120, backordered 10     | 120 |  0 | 120 | 120 | 0 | 130 |  0 | OVERSOLD
        all of it sold   | available 10, allocated 10                       |  10 |  0 | 10 |  10 |  0 |  10 |   0 | OUT_OF_STOCK
        """)
    void worked_examples(
            String name,
            String facts,
            BigDecimal physical,
            BigDecimal unavailable,
            BigDecimal stock,
            BigDecimal allocated,
            BigDecimal available,
            BigDecimal ordered,
            BigDecimal incoming,
            EndlessVocabulary.Depth depth) {
        EndlessVocabulary told = EndlessVocabulary.of(Facts.house(facts));

        assertEquals(physical, told.physical().value());
        assertEquals(unavailable, told.unavailable().value());
        assertEquals(stock, told.stock().value());
        assertEquals(allocated, told.allocated().value());
        assertEquals(available, told.unallocated().value());
        assertEquals(available, told.available().value());
        assertEquals(ordered, told.ordered().value());
        assertEquals(incoming, told.incoming().value());
        assertEquals(depth, told.depth().value());
    }

    @Test
    void every_name_has_its_formula() {
        String facts = "received 1, stowed 2, available 100, picked 8, quarantined 3, shortDated 4, damaged 5,"
                + " allocated 20, reserved 30, backordered 7, expected 60, onPurchase 40, purchasedUnshipped 25";
        assertEquals(
                "physical 123, unavailable 15, stock 108, allocated 58, unallocated 50, available 50, ordered 65,"
                        + " availableToMake 9, availableToAllocate 59, availableToSell 59, incoming 60, poQuantity 65,"
                        + " poShipped 40, poUnshipped 25, shipmentUnlinked 20, totalIncoming 85, depth FULL_STOCK",
                Facts.told(EndlessVocabulary.of(Facts.kit(facts, false, "1/9"))));
    }

    /** Columns: available, ordered, can be made. */
    @ParameterizedTest
    @CsvSource({
        "10,  0, 0, FULL_STOCK",
        "10, 10, 0, OUT_OF_STOCK",
        "10, 11, 0, OVERSOLD",
        "10, 11, 1, FULL_STOCK",
        " 0,  0, 0, OUT_OF_STOCK",
        " 0,  0, 4, FULL_STOCK",
        " 0,  5, 4, OVERSOLD"
    })
    void depth_is_each_of_its_values(int available, int ordered, int toMake, EndlessVocabulary.Depth depth) {
        int allocated = Math.min(available, ordered);
        String facts = "available " + available + ", allocated " + allocated + ", backordered " + (ordered - allocated);
        assertEquals(
                depth,
                EndlessVocabulary.of(Facts.kit(facts, false, "1/" + toMake))
                        .depth()
                        .value());
    }

    @Test
    void kit_can_be_sold_as_far_as_its_scarcest_component_goes() {
        EndlessVocabulary told = EndlessVocabulary.of(Facts.kit("", false, "2/28", "1/9"));

        assertEquals("availableToMake 9, availableToAllocate 9, availableToSell 9, depth FULL_STOCK", Facts.told(told));
    }

    @ParameterizedTest
    @CsvSource({"2/28, 1/99, 14", "2/29, 1/99, 14", "0.5/3.2, 1/99, 6", "2/1, 1/9, 0"})
    void only_whole_kits_are_made(String one, String other, BigDecimal kits) {
        assertEquals(
                kits,
                EndlessVocabulary.of(Facts.kit("", false, one, other))
                        .availableToMake()
                        .value());
    }

    @Test
    void announcements_on_purchase_orders_are_told_apart() {
        assertEquals(
                "incoming 340, poQuantity 500, poShipped 300, poUnshipped 200, shipmentUnlinked 40, totalIncoming 540,"
                        + " depth OUT_OF_STOCK",
                Facts.told(EndlessVocabulary.of(Facts.house("expected 340, onPurchase 300, purchasedUnshipped 200"))));
    }

    @Test
    void announcement_without_purchase_order_is_unlinked() {
        assertEquals(
                "incoming 100, shipmentUnlinked 100, totalIncoming 100, depth OUT_OF_STOCK",
                Facts.told(EndlessVocabulary.of(Facts.house("expected 100"))));
    }

    @Test
    void demand_and_depth_are_absent_for_a_single_warehouse() {
        EndlessVocabulary told = EndlessVocabulary.of(Facts.warehouse("available 98, allocated 98, backordered 10"));

        assertNull(told.ordered());
        assertNull(told.depth());
    }
}
