package dev.lotline.operations.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemRulesTest {
    @ParameterizedTest
    @CsvSource({
        "09504000059101,09504000059101",
        "9504000059101,09504000059101",
        "036000291452,00036000291452",
        "96385074,00000096385074",
        "1234567,1234567",
        "123456789,123456789",
        "12345678901,12345678901",
        "950400005910123,950400005910123",
        "X9504000059101,X9504000059101",
        "GUMMY-BOX,GUMMY-BOX",
    })
    void gtins_are_kept_as_14_digits_and_other_codes_as_they_are(String code, String kept) {
        assertEquals(kept, ItemRules.kept(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9504000059102", "09504000059100", "036000291453", "96385075"})
    void a_wrong_check_digit_is_no_code(String code) {
        assertNull(ItemRules.kept(code));
    }
}
