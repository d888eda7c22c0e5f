package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parser and builder of element strings; {@code ~} stands for GS here. */
class ElementStringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final AiTable TABLE = AiTable.builtIn();

    @ParameterizedTest
    @CsvSource({
        "0109504000059101, (01)09504000059101",
        "01095040000591011726123110AB-123~3024, (01)09504000059101(17)261231(10)AB-123(30)24",
        "10AB-123~0109504000059101, (10)AB-123(01)09504000059101",
        "0109504000059101~17261231~10AB-123~, (01)09504000059101(17)261231(10)AB-123",
        "3103001250, (3103)001250",
        "2012, (20)12",
        "10(01)9504000059101, (10)(01)9504000059101",
        "10https://a/01, (10)https://a/01",
        "9001095040000591~911, (90)01095040000591(91)1",
        "10AB~10AB, (10)AB"
    })
    void legal(String text, String expected) {
        assertEquals(expected, inBrackets(parse(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY, ,",
        "0, UNKNOWN_AI, , 0",
        "AB, UNKNOWN_AI, , 0",
        "3106001250, UNKNOWN_AI, , 0",
        "310, UNKNOWN_AI, , 0",
        "01095040000591019, UNKNOWN_AI, , 16",
        "~10AB, UNKNOWN_AI, , 0",
        "10AB~~11260101, UNKNOWN_AI, , 5",
        "010950400005910, BAD_LENGTH, 01, 2",
        "01095040000591~01, BAD_LENGTH, 01, 2",
        "1126~01, BAD_LENGTH, 11, 2",
        "10123456789012345678901, BAD_LENGTH, 10, 2",
        "30123456789, BAD_LENGTH, 30, 2",
        "10, EMPTY_VALUE, 10, 2",
        "10~2112, EMPTY_VALUE, 10, 2",
        "01, EMPTY_VALUE, 01, 2",
        "0109504000059102, BAD_CHECK_DIGIT, 01, 2",
        "0109504O00059101, BAD_CHARACTER, 01, 7",
        "30-1, BAD_CHARACTER, 30, 2",
        "10AB#, BAD_CHARACTER, 10, 4",
        "10AB^C, BAD_CHARACTER, , 4",
        "10AB C, BAD_CHARACTER, , 4",
        "10AB٣, BAD_CHARACTER, , 4",
        "17261301, BAD_DATE, 17, 2",
        "17230229, BAD_DATE, 17, 2",
        "10AB~10CD, REPEAT_CONFLICT, 10, 7"
    })
    void rejected(String text, Code code, String ai, Integer offset) {
        Parsed parsed = parse(text);
        ScanIssue issue = parsed.issues().get(parsed.issues().size() - 1);
        assertEquals(code, issue.code());
        assertEquals(ai, issue.ai());
        assertEquals(offset, issue.offset());
        assertTrue(parsed.rejected());
        assertEquals(List.of(), parsed.content().elements());
    }

    @ParameterizedTest
    @CsvSource({
        "17261231~10A, GS_EXTRA, 17",
        "10A~10A, REPEAT_SAME, 10",
        "17260200, DAY_ZERO, 17",
        "15261200, DAY_ZERO, 15"
    })
    void noted(String text, Code code, String ai) {
        Parsed parsed = parse(text);
        assertFalse(parsed.rejected());
        assertEquals(
                List.of(code), parsed.issues().stream().map(ScanIssue::code).toList());
        assertEquals(ai, parsed.issues().get(0).ai());
    }

    @Test
    void at_most_64_elements() {
        assertFalse(parse("20".repeat(1) + "01" + "~2001".repeat(63)).rejected());
        Parsed parsed = parse("2001" + "~2001".repeat(64));
        assertEquals(
                Code.TOO_LONG, parsed.issues().get(parsed.issues().size() - 1).code());
    }

    @Test
    void optional_parts_and_checks_come_from_the_table() {
        AiTable table = AiTable.parse(List.of(
                "ai\ttitle\tformat\tfixed\tkind\tunit\tneeds\texcludes\tlink\tsince",
                "01\tGTIN\tN14:mod10:gcp2\tF\tKEY\t\t\t\tK\t",
                "253\tGDTI\tN13:mod10:gcp1+[X..17]\t\tKEY\t\t\t\tK\t",
                "401\tGINC\tX..30:gcp1\t\tKEY\t\t\t\tK\t",
                "21\tX\tX..30:gcp2\t\tTEXT\t\t\t\tA\t"));
        assertFalse(ElementString.parse("2539504000059101", table, TODAY).rejected());
        assertFalse(ElementString.parse("2539504000059101AB", table, TODAY).rejected());
        assertEquals(Code.BAD_LENGTH, codeOf(ElementString.parse("253950400005910", table, TODAY)));
        assertEquals(Code.BAD_CHECK_DIGIT, codeOf(ElementString.parse("2539504000059102AB", table, TODAY)));
        assertEquals(Code.BAD_LENGTH, codeOf(ElementString.parse("2539504000059101" + "A".repeat(18), table, TODAY)));
        assertFalse(ElementString.parse("4011234", table, TODAY).rejected());
        assertEquals(Code.BAD_FORMAT, codeOf(ElementString.parse("40112X4", table, TODAY)));
        assertFalse(ElementString.parse("21X1234", table, TODAY).rejected());
        assertEquals(Code.BAD_FORMAT, codeOf(ElementString.parse("21X123", table, TODAY)));
        assertEquals(Code.BAD_FORMAT, codeOf(ElementString.parse("21X123X", table, TODAY)));
        assertEquals(Code.BAD_FORMAT, codeOf(ElementString.parse("401123", table, TODAY)));
    }

    @Test
    void builder_puts_gs_behind_variable_values_only() {
        ElementString.Builder builder = ElementString.builder(TABLE, TODAY)
                .add("01", "09504000059101")
                .add("10", "AB-123")
                .add("17", "261231")
                .add("30", "24");
        assertEquals("010950400005910110AB-123\u001d172612313024", builder.text());
        assertEquals("AB-123", builder.build().value("10"));
        assertNull(builder.build().value("21"));
    }

    @ParameterizedTest
    @CsvSource({"03, 1", "01, 1", "10, ''", "10, A B", "10, A~B", "17, 261301", "10, 123456789012345678901"})
    void builder_refuses_what_the_parser_would(String ai, String value) {
        ElementString.Builder builder = ElementString.builder(TABLE, TODAY);
        assertThrows(IllegalArgumentException.class, () -> builder.add(ai, value.replace('~', ElementString.GS)));
    }

    @Test
    void builder_refuses_an_ai_twice() {
        ElementString.Builder builder = ElementString.builder(TABLE, TODAY).add("10", "A");
        assertThrows(IllegalArgumentException.class, () -> builder.add("10", "A"));
    }

    private static Code codeOf(Parsed parsed) {
        return parsed.issues().get(0).code();
    }

    private static Parsed parse(String text) {
        return ElementString.parse(text.replace('~', ElementString.GS), TABLE, TODAY);
    }

    private static String inBrackets(Parsed parsed) {
        StringBuilder text = new StringBuilder();
        for (Element element : parsed.content().elements()) {
            text.append('(').append(element.ai()).append(')').append(element.value());
        }
        return text.toString();
    }
}
