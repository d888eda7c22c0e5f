package dev.lotline.stock.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipStreamVocabularyTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        T01 announced      | expected 100                                        | expected 100
        T02a counted       | expected 2, received 98                             | expected 2, processed 98, onHand 98
        T02b stowed        | expected 2, stowed 98                               | expected 2, putaway 98, onHand 98
        T02c committed     | available 98                                        | available 98, advertised 98, onHand 98
        T04a ordered 70    | available 98, allocated 70                          | available 28, allocated 70, advertised 28, onHand 98
        T04b released      | available 98, reserved 70                           | available 28, reserved 70, advertised 28, onHand 98
        T04c picked 60     | available 38, reserved 10, picked 60                | available 28, reserved 10, picked 60, advertised 28, onHand 98
        T04d shipped       | available 28                                        | available 28, advertised 28, onHand 28
        T05a 40 of 28      | available 28, allocated 28, backordered 12, toExceptions 28 | allocated 28, backordered 12, onHand 28
        T05b drained       | available 78, allocated 40                          | available 38, allocated 40, advertised 38, onHand 78
        T06a short-dated   | available 20, shortDated 25                         | available 20, advertised 20, onHand 20
        T06b ordered 25    | available 20, reserved 20, backordered 5, shortDated 25 | reserved 20, backordered 5, onHand 20
        T07b recalled      | available 38, quarantined 60, allocated 38, backordered 52 | allocated 38, backordered 52, onHand 38
        T10 two lots       | available 15, reserved 8                            | available 7, reserved 8, advertised 7, onHand 15
        T12 two houses     | available 120, allocated 120, backordered 10        | allocated 120, backordered 10, onHand 120
        T19 published      | received 50, stowed 22, available 21, allocated 5, reserved 16, picked 1 | processed 50, putaway 22, allocated 5, reserved 16, picked 1, onHand 94
        """)
    void worked_examples(String name, String facts, String told) {
        assertEquals(told, Facts.told(ShipStreamVocabulary.of(Facts.house(facts))));
    }

    @Test
    void backordered_is_absent_for_a_single_warehouse() {
        assertNull(ShipStreamVocabulary.of(Facts.warehouse("available 98, allocated 98, backordered 10"))
                .backordered());
    }

    @Test
    void backordered_of_nobody_is_told_as_zero_for_the_house() {
        assertEquals(
                BigDecimal.ZERO,
                ShipStreamVocabulary.of(Facts.house("available 98"))
                        .backordered()
                        .value());
    }

    @ParameterizedTest
    @CsvSource({"true, 9", "false, 0"})
    void kits_that_could_be_made_are_advertised_by_policy(boolean optimistic, BigDecimal advertised) {
        ShipStreamVocabulary kit = ShipStreamVocabulary.of(Facts.kit("", optimistic, "2/28", "1/9"));

        assertEquals(BigDecimal.ZERO, kit.available().value());
        assertEquals(advertised, kit.advertised().value());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        T02b L-A stowed   | STOWED 38                              | putaway 38
        T02b, also on dock | STOWED 38, RECEIVED 2                 | putaway 38
        T04a L-B promised | AVAILABLE 60                           | available 60
        T04b L-B reserved | AVAILABLE 60, reserved 60              | reserved 60
        T04b L-A reserved | AVAILABLE 38, reserved 10              | available 28, reserved 10
        T04c L-B picked   | PICKED 60                              | ''
        T07b L-B recalled | QUARANTINED 60                         | ''
        """)
    void buckets_of_a_lot(String name, String facts, String told) {
        assertEquals(told, Facts.told(ShipStreamVocabulary.of(Facts.lot(facts))));
    }
}
