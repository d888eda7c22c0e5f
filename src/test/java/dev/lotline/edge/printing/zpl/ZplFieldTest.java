package dev.lotline.edge.printing.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZplFieldTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void everything_but_letters_digits_and_a_few_signs_is_hexadecimal() {
        assertEquals("a b.c-d/e:f9", ZplField.of("a b.c-d/e:f9").text(40));
        assertEquals("_5EXZ_7EJA_5F_5C_3E_2C", ZplField.of("^XZ~JA_\\>,").text(40));
        assertEquals("_C3_B1_E2_82_AC", ZplField.of("ñ€").text(40));
        assertEquals("_C3_A9", ZplField.of("e\u0301").text(40), "composed");
    }

    @Test
    void a_name_loses_its_middle_and_an_identity_nothing() {
        assertEquals("abc…jkl", ZplField.of("abcdefghijkl").shown(7));
        assertEquals("abcdefg", ZplField.identity("abcdefg").shown(7));
        LabelFault fault = assertThrows(
                LabelFault.class, () -> ZplField.identity("abcdefgh").text(7));
        assertEquals(LabelFault.Code.FIELD_DOES_NOT_FIT, fault.code());
    }

    @Test
    void letters_that_no_printer_has_leave_an_ellipsis_in_a_name_and_refuse_an_identity() {
        assertEquals("… 60 g", ZplField.of("維生素軟糖 60 g").shown(40));
        assertEquals("Vitamin … …", ZplField.of("Vitamin Крем 🍏🍐").shown(40));
        assertEquals("Mom’s – “best” €", ZplField.of("Mom’s – “best” €").shown(40));
        assertEquals("Łódź ñ é", ZplField.of("Łódź ñ e\u0301").shown(40));
        assertEquals("x…", ZplField.of("x\u0301").shown(40), "an accent that no letter takes in");
        LabelFault fault =
                assertThrows(LabelFault.class, () -> ZplField.identity("ЛОТ-1").text(40));
        assertEquals(LabelFault.Code.GLYPH_MISSING, fault.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\u202eabc", "a\u0085", "\ud83c", "a\u2028b", "\u001d"})
    void what_can_not_be_seen_is_refused(String text) {
        assertThrows(LabelFault.class, () -> ZplField.of(text).text(40));
    }

    @Test
    void linear_codes_take_ascii_only() {
        assertEquals("_3E:a_3E0b_3E_3Cc_3E_3Dd", ZplField.of("a>b^c~d").code128());
        assertThrows(LabelFault.class, () -> ZplField.of("ñ").code128());
        assertThrows(LabelFault.class, () -> ZplField.of("").code128());
        assertThrows(LabelFault.class, () -> ZplField.of("A".repeat(81)).code128());
    }

    @Test
    void gs1_symbols_carry_fnc1_in_front_and_behind_variable_values() {
        ElementString scan = ElementString.builder(AiTable.builtIn(), DAY)
                .add("01", "09504000059101")
                .add("10", "AB-123")
                .add("30", "24")
                .build();
        assertEquals("_5C1010950400005910110AB-123_5C13024", ZplField.of(scan).gs1Matrix());
        assertEquals(
                "https://id.gs1.org/01/09504000059101/10/AB-123_3F30_3D24",
                ZplField.of(scan).link("https://id.gs1.org"));
        assertEquals(
                "010950400005910110AB-123" + Code128.FNC1 + "3024",
                Code128.content(ZplField.of(scan).gs1Bar().replace("_3E", ">").replace("_3B", ";")));
        assertThrows(LabelFault.class, () -> ZplField.of(ElementString.EMPTY).gs1Matrix());
    }

    @Test
    void a_backslash_would_command_the_matrix_encoder() {
        assertThrows(LabelFault.class, () -> ZplField.of("A\\1").matrix());
        assertEquals("A_5F1", ZplField.of("A_1").matrix());
    }

    @Test
    void an_ean_13_has_its_check_digit_verified() {
        assertEquals("950400005910", ZplField.of("9504000059101").ean13());
        assertThrows(LabelFault.class, () -> ZplField.of("9504000059102").ean13());
        assertThrows(LabelFault.class, () -> ZplField.of("95040000591A").ean13());
    }

    @Test
    void a_field_holds_3072_bytes() {
        assertEquals(3_072, ZplField.of("A".repeat(3_072)).text(4_000).length());
        assertThrows(LabelFault.class, () -> ZplField.of("A".repeat(3_073)).text(4_000));
    }
}
