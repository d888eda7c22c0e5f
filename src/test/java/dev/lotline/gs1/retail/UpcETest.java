package dev.lotline.gs1.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpcETest {

    @ParameterizedTest
    @CsvSource({
        "04252614, 042100005264",
        "425261, 042100005264",
        "01234565, 012345000065",
        "01234531, 012300000451",
        "01234543, 012340000053",
        "11234562, 112345000062"
    })
    void upc_e_is_expanded_by_its_last_digit(String shortForm, String expanded) {
        String found = UpcE.expanded(shortForm);
        assertEquals(expanded.substring(0, 11), String.valueOf(found).substring(0, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456789", "21234565", "12A456", ""})
    void what_is_no_upc_e_is_not_expanded(String text) {
        assertNull(UpcE.expanded(text));
    }
}
