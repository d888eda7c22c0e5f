package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modulo 10 against published keys, and what it must find. */
class CheckDigitTest {

    @ParameterizedTest
    @CsvSource({
        "0950400005910, 1",
        "1231231231233, 3",
        "30614141000000042, 6",
        "00614141123456789, 0",
        "0061414112345, 2",
        "0234567, 3",
        "00000000, 0"
    })
    void digit_behind_a_body(String body, char digit) {
        assertEquals(digit, CheckDigit.of(body));
        assertTrue(CheckDigit.isRight(body + digit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0950400005910", "0950400005910x", "٠٩٥٠٤٠٠٠٠٥٩١٠١", "-950400005910-", "09504000059102"
            })
    void not_a_key(String text) {
        assertFalse(CheckDigit.isRight(text));
    }

    @Test
    void any_single_digit_change_of_a_key_is_found() {
        Random random = new Random(10);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder body = new StringBuilder();
            int length = 7 + random.nextInt(11);
            for (int d = 0; d < length; d++) {
                body.append((char) ('0' + random.nextInt(10)));
            }
            String key = body.append(CheckDigit.of(body)).toString();
            for (int at = 0; at < key.length(); at++) {
                for (char other = '0'; other <= '9'; other++) {
                    String changed = key.substring(0, at) + other + key.substring(at + 1);
                    assertEquals(changed.equals(key), CheckDigit.isRight(changed), changed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12a", "١"})
    void a_body_of_anything_but_digits_is_refused(String body) {
        assertThrows(IllegalArgumentException.class, () -> CheckDigit.of(body));
    }
}
