package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that comes with us, and what a replaced one is refused for. */
class AiTableTest {

    private static final String HEADER = "ai\ttitle\tformat\tfixed\tkind\tunit\tneeds\texcludes\tlink\tsince";
    private static final String GTIN = "01\tGTIN\tN14:mod10:gcp2\tF\tKEY\t\t\t\tK\t";

    @Test
    void ranges_are_expanded() {
        AiTable table = AiTable.builtIn();
        assertEquals(541, table.size());
        ApplicationIdentifier weight = table.find("3105");
        assertNotNull(weight);
        assertEquals("kg", weight.unit());
        assertTrue(weight.fixed());
        assertEquals(6, weight.maxLength());
        ApplicationIdentifier internal = table.find("94");
        assertNotNull(internal);
        assertFalse(internal.fixed());
        assertEquals(90, internal.maxLength());
    }

    @Test
    void as_many_as_gs1_has_assigned_by_january_2026() {
        int[] byLength = new int[5];
        int fixed = 0;
        for (int digits = 2, beyond = 100; digits <= 4; digits++, beyond *= 10) {
            for (int number = 0; number < beyond; number++) {
                ApplicationIdentifier row = AiTable.builtIn().find(("%0" + digits + "d").formatted(number));
                byLength[digits] += row == null ? 0 : 1;
                fixed += row != null && row.fixed() ? 1 : 0;
            }
        }
        assertEquals(List.of(26, 38, 477, 337), List.of(byLength[2], byLength[3], byLength[4], fixed));
    }

    @Test
    void what_may_stand_in_a_link() {
        ApplicationIdentifier gtin = AiTable.builtIn().find("01");
        assertNotNull(gtin);
        assertEquals(
                List.of(List.of("22", "10", "21"), List.of("235")), gtin.link().sequences());
        assertTrue(gtin.link().key());
        ApplicationIdentifier serial = AiTable.builtIn().find("21");
        assertNotNull(serial);
        assertFalse(serial.link().attribute());
        assertThrows(
                IllegalArgumentException.class,
                () -> AiTable.parse(List.of(HEADER, GTIN, "10\tLOT\tX..20\t\tLOT\t\t\t\tB\t")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "04", "001", "012", "310", "3106", "31050", "3945", "8027", "xx", "٠١"})
    void not_in_the_table(String ai) {
        assertNull(AiTable.builtIn().find(ai));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1x!X..20!!LOT!!!ai",
                "1!X..20!!LOT!!!ai",
                "10-9!X..20!!LOT!!!ai",
                "01!X..20!!LOT!!!ai",
                "0100!X..20!!LOT!!!ai",
                "10!Q..20!!LOT!!!format",
                "10!X..!!LOT!!!format",
                "10!X0!!LOT!!!format",
                "10!X..20:mod11!!LOT!!!format",
                "30!X..8!!COUNT!!!format",
                "30!N..9!!COUNT!!!format",
                "10!X..20!F!LOT!!!fixed",
                "10!X..20!yes!LOT!!!fixed",
                "10!X..20!!LOTS!!!kind",
                "10!X..20!!LOT!O1!!needs",
                "10!X..20!!LOT!!2x!needs",
                "10!X..20:yes!!LOT!!!format",
                "10!X+Y!!LOT!!!format"
            })
    void a_bad_row_is_refused_with_line_and_column(
            String ai, String format, String fixed, String kind, String needs, String excludes, String column) {
        String row = String.join("\t", ai, "T", format, blank(fixed), kind, "", blank(needs), blank(excludes), "A", "");
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> AiTable.parse(List.of(HEADER, GTIN, row)));
        assertTrue(e.getMessage().startsWith("line 3, column " + column + ":"), e.getMessage());
    }

    @Test
    void a_table_that_is_none_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> AiTable.parse(List.of()));
        assertThrows(IllegalArgumentException.class, () -> AiTable.parse(List.of("ai\ttitle")));
        assertThrows(IllegalArgumentException.class, () -> AiTable.parse(List.of(HEADER)));
        assertThrows(IllegalArgumentException.class, () -> AiTable.parse(List.of(HEADER, GTIN + "\tmore")));
    }

    @Test
    void a_new_ai_is_a_new_row() {
        AiTable table = AiTable.parse(List.of(HEADER, GTIN, "253\tGDTI\tN13:mod10:gcp1+[X..17]\t\tKEY\t\t\t\tK\t"));
        assertNotNull(table.find("253"));
        assertNull(table.find("10"));
    }

    private static String blank(String cell) {
        return cell == null ? "" : cell;
    }
}
