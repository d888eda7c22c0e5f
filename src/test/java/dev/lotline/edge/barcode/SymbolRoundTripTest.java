package dev.lotline.edge.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.barcode.picture.FoundSymbol;
import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import dev.lotline.gs1.drawing.Picture;
import dev.lotline.gs1.drawing.SymbolKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we draw is what we read, FNC1 and all; {@code ~} stands for GS. */
class SymbolRoundTripTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String STEM = "https://id.gs1.org";
    private final PhotoReader reader = new PhotoReader();

    @ParameterizedTest
    @CsvSource({
        "gs1-128, (01)09504000059101(10)AB-123(21)S1, ]C1, 010950400005910110AB-123~21S1",
        "gs1-128, (00)006141411234567890, ]C1, 00006141411234567890",
        "gs1-128, (01)64633677252960(17)890518(91)LFpNFgQkDKE44Lc_Ei, ]C1, 01646336772529601789051891LFpNFgQkDKE44Lc_Ei",
        "code-128, ]C101646336772529601789, ]C0, ]C101646336772529601789",
        "gs1-128, (01)66576133623738(21):OSY_pEhY-dkY!9vC, ]C1, 016657613362373821:OSY_pEhY-dkY!9vC",
        "gs1-datamatrix, (01)57944969760354(10)fY:(3103)381164(98)Vvjfa>*QKKX, ]d2, 015794496976035410fY:~310338116498Vvjfa>*QKKX",
        "gs1-datamatrix, (01)09504000059101(10)AB-123(21)S1, ]d2, 010950400005910110AB-123~21S1",
        "gs1-datamatrix, 010950400005910110AB-123~21S1, ]d2, 010950400005910110AB-123~21S1",
        "gs1-datamatrix, (01)09504000059101(10)A\\(B, ]d2, 010950400005910110A(B",
        "gs1-qr, (01)09504000059101(10)AB%12(21)S1, ]Q3, 010950400005910110AB%12~21S1",
        "gs1-qr, (01)09504000059101(10)ab%12(21)S1, ]Q3, 010950400005910110ab%12~21S1",
        "link-qr, (01)09504000059101(10)A/B(17)261231, ]Q1, https://id.gs1.org/01/09504000059101/10/A%2FB?17=261231",
        "link-qr, https://example.com/01/09504000059101, ]Q1, https://example.com/01/09504000059101",
        "ean-13, 9504000059101, ]E0, 9504000059101",
        "ean-13, 950400005910, ]E0, 9504000059101",
        "itf-14, 00614141123452, ]I0, 00614141123452",
        "itf-14, 0061414112345, ]I0, 00614141123452",
        "code-128, LOC-A-01-02, ]C0, LOC-A-01-02",
        "qr, LPN-0123ABCD, ]Q1, LPN-0123ABCD"
    })
    void what_is_drawn_is_read_back(String name, String data, String aimId, String expected) {
        SymbolKind kind = SymbolKind.named(name);
        byte[] png = Picture.png(kind.draw(data.replace('~', '\u001d'), STEM, TODAY), 3);
        List<FoundSymbol> found = reader.read(png, Expected.ITEM).symbols();
        assertEquals(1, found.size(), found::toString);
        assertEquals(aimId, found.get(0).aimId());
        assertEquals(expected.replace('~', '\u001d'), found.get(0).data());
        assertFalse(found.get(0).corners().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "gs1-128, (01)09504000059102, BAD_CHECK_DIGIT (01)",
        "gs1-128, (10)A, PAIR_MISSING (10)",
        "gs1-datamatrix, (01)09504000059101(17)261301, BAD_DATE (17)",
        "gs1-datamatrix, (01)09504000059101(10)A B, BRACKET_SYNTAX",
        "gs1-qr, ABC, UNKNOWN_AI",
        "gs1-128, (01)09504000059101(10)12345678901234567890(21)12345678901234567890, GS1-128 holds 48",
        "link-qr, https://example.com/, no GS1 Digital Link",
        "link-qr, (01)09504000059101(21)A(235)B, PAIR_EXCLUDED",
        "ean-13, 9504000059102, check digit 2 where 1 is right",
        "ean-13, 12345, must be 13 digits",
        "itf-14, 00614141123453, check digit 3",
        "code-128, \u00e9, characters of ASCII"
    })
    void what_is_wrong_is_said_and_not_drawn(String name, String data, String why) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> SymbolKind.named(name).draw(data, STEM, TODAY));
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void nothing_in_the_data_becomes_markup() {
        String svg = new String(
                Picture.svg(SymbolKind.CODE_128.draw("<script>&\"'\u001d</script>", STEM, TODAY), 2),
                StandardCharsets.UTF_8);
        assertTrue(svg.contains("&lt;script&gt;&amp;&quot;'?&lt;/script&gt;"), svg);
        assertFalse(svg.contains("<script"), svg);
    }

    @Test
    void the_longest_data_fit_or_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> SymbolKind.QR.draw("A".repeat(5_000), STEM, TODAY));
        assertTrue(SymbolKind.QR.draw("A".repeat(1_000), STEM, TODAY).width() > 90);
    }
}
