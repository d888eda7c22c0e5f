package dev.lotline.stock.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JetpackVocabularyTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        T01 announced    | expected 100                          | incoming 100
        T02a counted     | expected 2, received 98               | incoming 100
        T02b stowed      | expected 2, stowed 98                 | incoming 100
        T02c committed   | available 98                          | onHand 98, fulfillable 98, sellable 98
        T04a ordered 70  | available 98, allocated 70            | onHand 98, committed 70, fulfillable 28, sellable 28
        T04c picked 60   | available 38, reserved 10, picked 60  | onHand 98, committed 70, fulfillable 28, sellable 28
        T04d shipped     | available 28                          | onHand 28, fulfillable 28, sellable 28
        T05a 40 of 28    | available 28, allocated 28, backordered 12, toExceptions 28 | onHand 28, fulfillable 28, exception 40, backordered 12, sellable -12
        T05b drained     | available 78, allocated 40            | onHand 78, committed 40, fulfillable 38, sellable 38
        T05c gummies     | available 28, allocated 5, toExceptions 5 | onHand 28, fulfillable 28, exception 5, sellable 23
        T05c boxes       | available 9, allocated 9, backordered 3, toExceptions 9 | onHand 9, fulfillable 9, exception 12, backordered 3, sellable -3
        T06a short-dated | available 20, shortDated 25           | onHand 20, fulfillable 20, sellable 20, shortDated 25
        T06b ordered 25  | available 20, reserved 20, backordered 5, shortDated 25 | onHand 20, committed 20, exception 5, backordered 5, sellable -5, shortDated 25
        T07a before      | available 98, reserved 50, allocated 40 | onHand 98, committed 90, fulfillable 8, sellable 8
        T07b recalled    | available 38, quarantined 60, allocated 38, backordered 52, toExceptions 38 | onHand 38, fulfillable 38, exception 90, backordered 52, sellable -52, quarantine 60
        damaged          | available 1, damaged 2                | onHand 1, fulfillable 1, sellable 1, damaged 2
        """)
    void worked_examples(String name, String facts, String told) {
        assertEquals(told, Facts.told(JetpackVocabulary.of(Facts.house(facts))));
    }

    @Test
    void figures_of_exception_orders_are_absent_for_a_single_warehouse() {
        JetpackVocabulary told =
                JetpackVocabulary.of(Facts.warehouse("available 98, allocated 98, backordered 10, toExceptions 98"));

        assertNull(told.exception());
        assertNull(told.backordered());
        assertNull(told.sellable());
        assertEquals("onHand 98, fulfillable 98", Facts.told(told));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        T01 L-A announced | expected 40                          | incoming 40
        T02a L-A counted  | expected 2, RECEIVED 38              | incoming 40
        T02b L-A stowed   | expected 2, STOWED 38                | incoming 40
        T04b L-A released | AVAILABLE 38, reserved 10            | onHand 38, committed 10, fulfillable 28
        T04c L-B picked   | PICKED 60                            | onHand 60, committed 60
        T07b L-B recalled | QUARANTINED 60                       | quarantine 60
        every unit status | expected 1, RECEIVED 2, STOWED 3, AVAILABLE 20, reserved 4, PICKED 5, QUARANTINED 6, DAMAGED 7, SHORT_DATED 8 | incoming 6, onHand 25, committed 9, fulfillable 16, quarantine 6, damaged 7, shortDated 8
        """)
    void figures_of_a_lot(String name, String facts, String told) {
        assertEquals(told, Facts.told(JetpackVocabulary.of(Facts.lot(facts))));
    }
}
