package dev.lotline.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextTest {
    static final List<String> GOOD = List.of("A-01", "a b", "Größe", "日本", "'; DROP TABLE item; --", "x".repeat(64));
    static final List<String> BAD = List.of(
            "",
            " ",
            " A",
            "A ",
            "A\nB",
            "A\u0000",
            "A\u001dB",
            "\u0085x",
            "A\u202eB",
            "A\u200fB",
            "A\u2066B",
            "\ud83d",
            "A\u2028B",
            "x".repeat(65));

    @ParameterizedTest
    @FieldSource("GOOD")
    void what_can_be_seen_is_a_code(String code) {
        assertEquals("", Text.problem(code, Text.CODE));
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void what_is_empty_too_long_or_unseen_is_not(String code) {
        assertNotEquals("", Text.problem(code, Text.CODE));
    }
}
