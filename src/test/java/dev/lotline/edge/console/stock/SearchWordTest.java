package dev.lotline.edge.console.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "4006381333931, 4006381333931, 04006381333931",
                "]E04006381333931, 4006381333931, 04006381333931",
                "GUMMY-60, GUMMY-60, -",
                "1234567, 1234567, -",
                "123456789012345, 123456789012345, -"
            })
    void a_number_as_long_as_a_gtin_may_be_one(String word, String name, String gtin) {
        assertEquals(new SearchWord(name, gtin), SearchWord.of(word));
    }
}
