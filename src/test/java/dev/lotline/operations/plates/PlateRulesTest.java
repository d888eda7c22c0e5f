package dev.lotline.operations.plates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.gs1.Sscc;
import dev.lotline.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateRulesTest {
    @ParameterizedTest
    @CsvSource({
        "306141410000000426, 306141410000000426",
        "00306141410000000426, 306141410000000426",
        "(00)306141410000000426, 306141410000000426",
        "LPN-7QK2M4ZD9QXA, 7QK2M4ZD9QXA",
        "LPN-7QK2M4ZD9QXA.R2, 7QK2M4ZD9QXA",
        "7QK2M4ZD9QXA, 7QK2M4ZD9QXA"
    })
    void label_is_read_as_the_code_that_is_kept(String label, String code) {
        assertEquals(code, PlateRules.code("lpn", label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"306141410000000427", "lpn-1", "A B", "", "LPN-", "-A"})
    void what_is_neither_sscc_nor_lpn_is_refused(String label) {
        assertThrows(Refusal.class, () -> PlateRules.code("lpn", label));
    }

    @Test
    void sscc_is_extension_prefix_serial_and_check_digit() {
        assertEquals("306141410000000426", Sscc.of(3, "0614141", 42).digits());
        assertEquals("900123456789012346", Sscc.of(9, "001234567890", 1234).digits());
        assertThrows(IllegalArgumentException.class, () -> Sscc.of(3, "001234567890", 10_000));
    }
}
