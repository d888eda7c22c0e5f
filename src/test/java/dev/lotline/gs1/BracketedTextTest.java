package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Human readable element strings, typed in. */
class BracketedTextTest {

    @Test
    void a_space_behind_the_bracket_and_an_escaped_bracket_are_allowed() {
        assertEquals(
                List.of(new Element("01", "09504000059101"), new Element("10", "A(17)B")),
                parse("(01) 09504000059101(10)  A\\(17)B").content().elements());
    }

    @ParameterizedTest
    @CsvSource({
        "(01) 0950 4000 059101 (10) AB, BRACKET_SYNTAX, 9",
        "(01)09504000059101 (10)AB, BRACKET_SYNTAX, 18",
        "(10)A(B), BRACKET_SYNTAX, 5",
        "(10)A\\B, BRACKET_SYNTAX, 5",
        "(10)A\u001dB, BRACKET_SYNTAX, 5",
        "10)A, BRACKET_SYNTAX, 0",
        "(04)09504000059101, UNKNOWN_AI, 0",
        "(010)A, UNKNOWN_AI, 0",
        "(10), EMPTY_VALUE, 4",
        "(10)(21)A, EMPTY_VALUE, 4",
        "(01)095040000591011, BAD_LENGTH, 4",
        "(01)09504000059102, BAD_CHECK_DIGIT, 4",
        "(10)A(10)B, REPEAT_CONFLICT, 9"
    })
    void rejected(String text, Code code, int offset) {
        Parsed parsed = parse(text);
        assertTrue(parsed.rejected());
        assertEquals(code, parsed.issues().get(0).code());
        assertEquals(offset, parsed.issues().get(0).offset());
    }

    @Test
    void as_a_camera_prints_it_a_bracket_without_backslash_is_text_with_a_warning() {
        Parsed parsed = BracketedText.parsePrinted(
                "(01)09504000059101(10)A(B)(17)261231", AiTable.builtIn(), LocalDate.of(2026, 6, 15));
        assertEquals("A(B)", parsed.content().value("10"));
        assertEquals("261231", parsed.content().value("17"));
        assertEquals(
                List.of(Code.HRI_AMBIGUOUS),
                parsed.issues().stream().map(ScanIssue::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(01)1", "(310)", "(3103)0"})
    void begins_with_an_ai_in_brackets(String text) {
        assertTrue(BracketedText.startsIn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "(1)", "(12345)", "(ab)", "(01", " (01)"})
    void does_not(String text) {
        assertFalse(BracketedText.startsIn(text));
    }

    private static Parsed parse(String text) {
        return BracketedText.parse(text, AiTable.builtIn(), LocalDate.of(2026, 6, 15));
    }
}
