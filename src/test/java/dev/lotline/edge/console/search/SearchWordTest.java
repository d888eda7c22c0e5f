package dev.lotline.edge.console.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
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
        assertEquals(new SearchWord(List.of(name), gtin, null, null), SearchWord.of(word));
    }

    @Test
    void a_label_of_ours_is_looked_for_with_and_without_its_prefix() {
        assertEquals(List.of("LOC-A-01", "A-01"), SearchWord.of("LOC-A-01").names());
        assertEquals(List.of("WRO-9", "9"), SearchWord.of("WRO-9").names());
    }

    @Test
    void a_gs1_label_means_the_lot_of_its_item() {
        assertEquals(
                new SearchWord(List.of("010400638133393110L-A"), "04006381333931", "L-A", null),
                SearchWord.of("]C1010400638133393110L-A"));
    }
}
