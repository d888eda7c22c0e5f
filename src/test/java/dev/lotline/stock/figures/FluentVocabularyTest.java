package dev.lotline.stock.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluentVocabularyTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        T01 announced  | expected 100                                   |  0
        T02a counted   | expected 2, received 98                        |  0
        T02b stowed    | expected 2, stowed 98                          |  0
        T02c committed | available 98                                   | 98
        T04a ordered   | available 98, allocated 70                     | 28
        T04c picked    | available 38, reserved 10, picked 60           | 28
        T05a 40 of 28  | available 28, allocated 28, backordered 12     |  0
        T06a held      | available 20, shortDated 25                    | 20
        half units     | available 2.5, reserved 0.25                   | 2.25
        """)
    void on_hand_is_what_nobody_has_claimed(String name, String facts, BigDecimal onHand) {
        assertEquals(onHand, FluentVocabulary.of(Facts.house(facts)).onHand().value());
    }
}
