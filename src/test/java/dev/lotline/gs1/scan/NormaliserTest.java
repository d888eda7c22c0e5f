package dev.lotline.gs1.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.scan.Normaliser.Normalised;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One canonical form: {@code ~} stands for GS, {@code <..>} for other control characters. */
class NormaliserTest {

    private final Normaliser normaliser = new Normaliser(AiTable.builtIn());

    @ParameterizedTest
    @CsvSource({
        "]d210AB, ]d210AB, GS1, ''",
        "]d2~10AB, ]d210AB, GS1, GS_EXTRA",
        "]d210AB~, ]d210AB, GS1, GS_EXTRA",
        "]d2~~10AB~~21C~~, ]d210AB~21C, GS1, GS_EXTRA",
        "]d210AB~21C, ]d210AB~21C, GS1, ''",
        "]d2]d210AB, ]d210AB, GS1, AIM_REPEATED",
        "]d210AB<CR><LF><TAB>, ]d210AB, GS1, ''",
        "<STX>]d210AB<CR><ETX>, ]d210AB, GS1, ''",
        "<BOM>]d210AB, ]d210AB, GS1, ''",
        "]d5\\000026010950400005910110A, ]d2010950400005910110A, GS1, ''",
        "]Q410A\\\\B, ]Q310A\\B, GS1, ''",
        "]J4\\00000310A, ]J110A, GS1, ''",
        "]E09504000059101, ]E09504000059101, EAN, ''",
        "]I100614141123452, ]I100614141123452, ITF, ''",
        "9504000059101, 9504000059101, EAN, AIM_ABSENT",
        "95040000591<CR>, 95040000591, PLAIN, AIM_ABSENT",
        "09504000059101, 09504000059101, ITF, AIM_ABSENT",
        "09504000059102, 09504000059102, PLAIN, AIM_ABSENT",
        "0109504000059101, 0109504000059101, GS1, AIM_ABSENT",
        "~0109504000059101, 0109504000059101, GS1, AIM_ABSENT GS_EXTRA",
        "0109504000059102, 0109504000059102, PLAIN, AIM_ABSENT",
        "00006141411234567890, 00006141411234567890, GS1, AIM_ABSENT",
        "10AB~21C, 10AB~21C, GS1, AIM_ABSENT",
        "10AB~, 10AB~, PLAIN, AIM_ABSENT",
        "10AB, 10AB, PLAIN, AIM_ABSENT",
        "(10)AB, (10)AB, HRI, AIM_ABSENT",
        "(1)AB, (1)AB, PLAIN, AIM_ABSENT",
        "https://a/b, https://a/b, URL, AIM_ABSENT",
        "Https://a/b, Https://a/b, PLAIN, AIM_ABSENT",
        "LOC-A-01, LOC-A-01, OWN, AIM_ABSENT",
        "LOC-, LOC-, PLAIN, AIM_ABSENT",
        "loc-a, loc-a, PLAIN, AIM_ABSENT",
        "]C00109504000059101, ]C00109504000059101, GS1, NOT_GS1_SYMBOL",
        "]Q1(10)AB, ]Q1(10)AB, HRI, NOT_GS1_SYMBOL",
        "]A0LOC-A-01, ]A0LOC-A-01, OWN, ''",
        "]C0ABC, ]C0ABC, PLAIN, ''"
    })
    void read_as(String data, String canonical, Carrier carrier, String issues) {
        Normalised normalised = normaliser.normalise(RawScan.of(control(data)));
        assertEquals(control(canonical), normalised.canonical());
        assertEquals(carrier, normalised.carrier());
        assertEquals(issues, codes(normalised));
        Normalised again = normaliser.normalise(RawScan.of(normalised.canonical()));
        assertEquals(normalised.canonical(), again.canonical());
        assertEquals(carrier, again.carrier());
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "<CR><LF>, EMPTY",
        "<BOM>, EMPTY",
        "]C0, EMPTY",
        "]d2<CR>, EMPTY",
        "~~, AIM_ABSENT EMPTY",
        "], AIM_UNKNOWN",
        "]D2ABC, AIM_UNKNOWN",
        "]d2\\000027A, GS1",
        "]d210A<CR>B, CONTROL_CHARACTER",
        "10A<NUL>B, CONTROL_CHARACTER",
        "AB<RLO>C, CONTROL_CHARACTER",
        "AB<FFFD>, CONTROL_CHARACTER",
        "AB<HIGH>, CONTROL_CHARACTER",
        "<LOW>AB, CONTROL_CHARACTER",
        "A<BOM>B, CONTROL_CHARACTER",
        "]d5\\000027A, SYMBOLOGY_NOT_ALLOWED",
        "]d5A\\B, SYMBOLOGY_NOT_ALLOWED"
    })
    void not_read(String data, String issues) {
        Normalised normalised = normaliser.normalise(RawScan.of(control(data)));
        if (issues.equals("GS1")) {
            // without ECI a backslash is just a character; the parser refuses it
            assertEquals(Carrier.GS1, normalised.carrier());
        } else {
            assertEquals(issues, codes(normalised));
            assertTrue(normalised.rejected());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10AB, ]d2, ]d210AB, ''",
        "]d210AB, ]d2, ]d210AB, ''",
        "]d2]d210AB, ]d2, ]d210AB, AIM_REPEATED",
        "ABC, ]C0, ]C0ABC, ''",
        "ABC, '', ABC, AIM_ABSENT",
        "ABC, , ABC, AIM_ABSENT",
        "ABC, ]ZZ, ABC, AIM_UNKNOWN",
        "ABC, ]d2x, ABC, AIM_UNKNOWN",
        "'', ]d2, ]d2, EMPTY"
    })
    void aim_id_given_apart(String data, String symbology, String canonical, String issues) {
        Normalised normalised = normaliser.normalise(new RawScan(data, symbology));
        assertEquals(canonical, normalised.canonical());
        assertEquals(issues, codes(normalised));
    }

    @Test
    void a_text_beyond_the_largest_symbol_is_too_long() {
        assertEquals("AIM_ABSENT", codes(normaliser.normalise(RawScan.of("A".repeat(7_089)))));
        assertEquals("TOO_LONG", codes(normaliser.normalise(RawScan.of("A".repeat(7_090)))));
    }

    @Test
    void a_character_outside_the_basic_plane_is_text() {
        assertEquals("AIM_ABSENT", codes(normaliser.normalise(RawScan.of("A\uD83D\uDCE6B"))));
    }

    private static String codes(Normalised normalised) {
        return normalised.issues().stream().map(ScanIssue::code).map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String control(String text) {
        return text.replace('~', '\u001d')
                .replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<TAB>", "\t")
                .replace("<NUL>", "\0")
                .replace("<STX>", "\u0002")
                .replace("<ETX>", "\u0003")
                .replace("<BOM>", "\uFEFF")
                .replace("<RLO>", "\u202E")
                .replace("<FFFD>", "\uFFFD")
                .replace("<HIGH>", "\uD83D")
                .replace("<LOW>", "\uDCE6");
    }
}
