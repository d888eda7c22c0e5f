package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GTIN and SSCC as values. */
class KeysTest {

    @ParameterizedTest
    @CsvSource({
        "02345673, 00000002345673, 0",
        "123456789012, 00123456789012, 0",
        "2112345678900, 02112345678900, 0",
        "12312312312333, 12312312312333, 1"
    })
    void gtin_has_fourteen_digits(String text, String digits, int indicator) {
        Gtin gtin = Gtin.parse(text);
        assertNotNull(gtin);
        assertEquals(digits, gtin.digits());
        assertEquals(digits, gtin.toString());
        assertEquals(indicator, gtin.indicator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2345673", "02345674", "00000000000", "123456789013", "012312312312333"})
    void no_gtin(String text) {
        assertNull(Gtin.parse(text));
    }

    @Test
    void sscc_has_eighteen_digits_and_a_check_digit() {
        assertEquals(new Sscc("306141410000000426"), Sscc.parse("306141410000000426"));
        assertNull(Sscc.parse("306141410000000427"));
        assertNull(Sscc.parse("30614141000000426"));
    }

    @Test
    void a_wrong_key_is_no_value() {
        assertThrows(IllegalArgumentException.class, () -> new Gtin("12312312312334"));
        assertThrows(IllegalArgumentException.class, () -> new Gtin("02345673"));
        assertThrows(IllegalArgumentException.class, () -> new Sscc("306141410000000427"));
    }
}
