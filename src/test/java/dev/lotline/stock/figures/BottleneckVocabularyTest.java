package dev.lotline.stock.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BottleneckVocabularyTest {
    @ParameterizedTest(name = "{0} of a threshold of {1} is {2}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        expected 40             |   20 | INCOMING
        expected 2, RECEIVED 38 |   20 | INCOMING
        STOWED 38               |   20 | INCOMING
        AVAILABLE 28            |   20 | IN_STOCK
        AVAILABLE 20            |   20 | IN_STOCK
        AVAILABLE 20.0001       |   20 | IN_STOCK
        AVAILABLE 19.9999       |   20 | LOW_SUPPLY
        AVAILABLE 19            |   20 | LOW_SUPPLY
        AVAILABLE 0.0001        |   20 | LOW_SUPPLY
        AVAILABLE 0.0001        |    0 | IN_STOCK
        AVAILABLE 19            | none | IN_STOCK
        AVAILABLE 1, expected 5 |   20 | LOW_SUPPLY
        PICKED 60               |   20 | OUT_OF_STOCK
        QUARANTINED 60          |   20 | OUT_OF_STOCK
        ''                      |   20 | OUT_OF_STOCK
        expected 5              |   20 | INCOMING
        """)
    void status_of_a_lot(String facts, BigDecimal threshold, BottleneckVocabulary.Status status) {
        assertEquals(
                status,
                BottleneckVocabulary.of(Facts.lot(facts), threshold, Facts.product())
                        .status()
                        .value());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
        available 98                  | IN_STOCK
        available 98, reorderPoint 98 | IN_STOCK
        available 98, reorderPoint 97 | IN_STOCK
        available 98, reorderPoint 99 | LOW_SUPPLY
        available 98, reorderPoint 98.0001 | LOW_SUPPLY
        available 1, reorderPoint 99  | LOW_SUPPLY
        available 1, allocated 1, backordered 5 | IN_STOCK
        expected 1, reorderPoint 99   | INCOMING
        stowed 1                      | INCOMING
        received 1                    | INCOMING
        damaged 5                     | OUT_OF_STOCK
        quarantined 5, shortDated 5, picked 5, reorderPoint 9 | OUT_OF_STOCK
        ''                            | OUT_OF_STOCK
        """)
    void status_of_an_item(String facts, BottleneckVocabulary.Status status) {
        assertEquals(
                status,
                BottleneckVocabulary.of(Facts.house(facts), Facts.product())
                        .status()
                        .value());
    }
}
