package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.link.DigitalLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GS1 Digital Link URIs, taken apart and written. */
class DigitalLinkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final AiTable TABLE = AiTable.builtIn();
    private static final String STEM = "https://id.gs1.org";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://a/01/09504000059101 (01)09504000059101",
                "HTTP://a.b:80/01/09504000059101 (01)09504000059101",
                "https://[::1]/01/09504000059101 (01)09504000059101",
                "https://a/some/shop/01/09504000059101/22/2A/10/AB/21/S1 (01)09504000059101(22)2A(10)AB(21)S1",
                "https://a/01/09504000059101/235/TPX (01)09504000059101(235)TPX",
                "https://a/01/09504000059101/235/TPX?10=AB (01)09504000059101(235)TPX(10)AB",
                "https://a/01/09504000059101/21/S1 (01)09504000059101(21)S1",
                "https://a/8006/095040000591010102/10/A (8006)095040000591010102(10)A",
                "https://a/414/9504000059101/254/A-01 (414)9504000059101(254)A-01",
                "https://a/414/9504000059101/7040/1ABC (414)9504000059101(7040)1ABC",
                "https://a/00/006141411234567890?02=09504000059101&37=24 (00)006141411234567890(02)09504000059101(37)24",
                "https://a/01/09504000059101/10/A%2FB%28C+D?17=261231;3103=000195#x (01)09504000059101(10)A/B(C+D(17)261231(3103)000195",
                "https://a/01/09504000059101?linkType=gs1:pip&&x&17=261231 (01)09504000059101(17)261231",
                "https://a/01/1234/8003/09504000059101 (8003)09504000059101"
            })
    void says(String link, String elements) {
        Parsed parsed = DigitalLink.parse(link, TABLE, TODAY);
        assertNotNull(parsed);
        assertEquals(List.of(), parsed.issues());
        assertEquals(elements, inBrackets(parsed.content().elements()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://a/01/09504000059101/21/S1/10/L1 DL_ORDER",
                "https://a/01/09504000059101/10/A/10/A DL_ORDER",
                "https://a/01/09504000059101/21/S/235/T DL_ORDER",
                "https://a/01/09504000059101/254/A DL_ORDER",
                "https://a/01/09504000059101/x/A DL_ORDER",
                "https://a/01/09504000059101?10=A DL_QUALIFIER_IN_QUERY",
                "https://a/01/09504000059101/22/2A?10=A DL_QUALIFIER_IN_QUERY",
                "https://a/01/09504000059101/235/TPX?21=A DL_NOT_ALLOWED",
                "https://a/01/09504000059101?235=A DL_QUALIFIER_IN_QUERY",
                "https://a/00/006141411234567890?21=A DL_NOT_ALLOWED",
                "https://a/01/09504000059101?99=A&99=A DL_NOT_ALLOWED",
                "https://a/01/09504000059101?01=09504000059101 DL_NOT_ALLOWED",
                "https://a/01/09504000059101?9=A DL_NOT_ALLOWED",
                "https://a/01/09504000059101?12345=A DL_NOT_ALLOWED",
                "https://a/01/09504000059101/10/A%0 DL_PERCENT",
                "https://a/01/09504000059101/10/A%GG DL_PERCENT",
                "https://a/01/09504000059101/10/A%00 DL_PERCENT",
                "https://a/01/09504000059101/10/A%C3 DL_PERCENT",
                "https://a/01/09504000059101/10/ EMPTY_VALUE",
                "https://a/01/09504000059101?17= EMPTY_VALUE",
                "https://a/01/09504000059101?99=A+B BAD_CHARACTER",
                "https://a/01/09504000059101/10/A%2520B%20 BAD_CHARACTER",
                "https://a/01/09504000059102 BAD_CHECK_DIGIT",
                "https://a/01/0950400005910 BAD_CHECK_DIGIT",
                "https://a/01/095040000591 BAD_CHECK_DIGIT",
                "https://a/01/0950 BAD_LENGTH"
            })
    void is_refused(String link, Code code) {
        Parsed parsed = DigitalLink.parse(link, TABLE, TODAY);
        assertNotNull(parsed);
        assertEquals(
                List.of(code),
                parsed.issues().stream()
                        .filter(ScanIssue::rejects)
                        .map(ScanIssue::code)
                        .toList());
        assertEquals(List.of(), parsed.content().elements());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Https://a/01/09504000059101",
                "ftp://a/01/09504000059101",
                "https://a",
                "https:///01/09504000059101",
                "https://a/",
                "https://a/gtin/09504000059101",
                "https://a/10/AB",
                "https://a/x/01",
                "https://user@a/01/09504000059101",
                "https://a/01/0950400005910 1",
                "https://a/01/09504000059101/10/\u00e9",
                "https://a?x=/01/09504000059101"
            })
    void is_no_link(String text) {
        assertNull(DigitalLink.parse(text, TABLE, TODAY));
    }

    @Test
    void a_short_gtin_is_filled_up_with_a_warning() {
        for (String gtin : List.of("02345673", "123456789012", "9504000059101")) {
            Parsed parsed = DigitalLink.parse("https://a/01/" + gtin, TABLE, TODAY);
            assertNotNull(parsed);
            assertFalse(parsed.rejected());
            assertEquals(Code.DL_ZERO_SUPPRESSED, parsed.issues().get(0).code());
            assertEquals("0".repeat(14 - gtin.length()) + gtin, parsed.content().value("01"));
        }
    }

    @Test
    void a_value_is_decoded_once() {
        Parsed parsed = DigitalLink.parse("https://a/01/09504000059101/10/A%252FB", TABLE, TODAY);
        assertNotNull(parsed);
        assertEquals("A%2FB", parsed.content().value("10"));
    }

    @Test
    void a_lot_beside_a_third_partys_number_is_an_attribute() {
        ElementString content = new ElementString(
                List.of(new Element("10", "AB"), new Element("01", "09504000059101"), new Element("235", "TPX")));
        assertEquals(STEM + "/01/09504000059101/235/TPX?10=AB", DigitalLink.build(content, STEM, TABLE));
    }

    @Test
    void key_then_qualifiers_then_attributes_ascending() {
        ElementString content = new ElementString(List.of(
                new Element("3103", "000195"),
                new Element("17", "261231"),
                new Element("21", "S 1".replace(' ', '/')),
                new Element("10", "A%B"),
                new Element("01", "09504000059101")));
        assertEquals(
                "https://id.gs1.org/01/09504000059101/10/A%25B/21/S%2F1?17=261231&3103=000195",
                DigitalLink.build(content, STEM, TABLE));
    }

    @Test
    void what_no_link_can_say_is_refused() {
        for (List<Element> elements : List.of(
                List.of(new Element("10", "A")),
                List.of(new Element("00", "006141411234567890"), new Element("21", "S")),
                List.of(new Element("01", "09504000059101"), new Element("21", "S"), new Element("235", "T")))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> DigitalLink.build(new ElementString(elements), STEM, TABLE),
                    elements::toString);
        }
    }

    @Test
    void what_is_built_is_read_back() {
        RandomElements random = new RandomElements(2029, TODAY);
        int built = 0;
        for (int i = 0; i < 40_000; i++) {
            List<Element> elements = new ArrayList<>(random.next());
            String link;
            try {
                link = DigitalLink.build(new ElementString(elements), STEM, TABLE);
            } catch (IllegalArgumentException e) {
                continue;
            }
            built++;
            Parsed parsed = DigitalLink.parse(link, TABLE, TODAY);
            assertNotNull(parsed, link);
            List<Element> read = new ArrayList<>(parsed.content().elements());
            read.sort(Comparator.comparing(Element::ai));
            elements.sort(Comparator.comparing(Element::ai));
            assertEquals(elements, read, link);
        }
        assertEquals(true, built > 5_000, "only " + built + " links");
    }

    private static String inBrackets(List<Element> elements) {
        return elements.stream().map(e -> "(" + e.ai() + ")" + e.value()).collect(Collectors.joining());
    }
}
