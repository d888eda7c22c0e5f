package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.gs1.ElementString.Element;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pair rules, by the AIs of a label alone. */
class AiRulesTest {

    @ParameterizedTest
    @CsvSource({
        "01, ''",
        "00, ''",
        "01 10 17 21 30, ''",
        "00 02 37, ''",
        "10, PAIR_MISSING 10",
        "17 01, ''",
        "21 02 37 00, PAIR_MISSING 21",
        "30, PAIR_MISSING 30",
        "02 00, PAIR_MISSING 02",
        "02 37, PAIR_MISSING 37",
        "00 37, PAIR_MISSING 37",
        "37, PAIR_MISSING 37;PAIR_MISSING 37",
        "01 37, PAIR_EXCLUDED 01;PAIR_MISSING 37;PAIR_MISSING 37",
        "01 02 37 00, PAIR_EXCLUDED 01;PAIR_EXCLUDED 01",
        "01 3102 3103, PAIR_EXCLUDED 3102",
        "01 3102 3202, ''",
        "3102, PAIR_MISSING 3102",
        "90 99, ''"
    })
    void label(String ais, String issues) {
        List<Element> elements =
                Arrays.stream(ais.split(" ")).map(ai -> new Element(ai, "1")).toList();
        List<String> found = AiRules.check(elements, AiTable.builtIn()).stream()
                .map(i -> i.code() + " " + i.ai())
                .toList();
        assertEquals(issues, String.join(";", found));
    }

    @Test
    void and_or_and_second_rule() {
        AiTable table = AiTable.parse(List.of(
                "ai\ttitle\tformat\tfixed\tkind\tunit\tneeds\texcludes\tlink\tsince",
                "01\tGTIN\tN14\tF\tKEY\t\t\t\tK\t",
                "10\tLOT\tX..20\t\tLOT\t\t\t\tA\t",
                "21\tSERIAL\tX..20\t\tSERIAL\t\t\t\tA\t",
                "90\tX\tX..20\t\tTEXT\t\t01+10,21;01\t\tA\t"));
        assertEquals(List.of(), texts(table, "90", "01", "10"));
        assertEquals(List.of(), texts(table, "90", "01", "21"));
        assertEquals(List.of("needs 01"), texts(table, "90", "21"));
        assertEquals(List.of("needs 01+10,21"), texts(table, "90", "01"));
    }

    @Test
    void an_exclusion_counts_whichever_of_the_two_rows_has_it_and_is_told_once() {
        AiTable table = AiTable.parse(List.of(
                "ai\ttitle\tformat\tfixed\tkind\tunit\tneeds\texcludes\tlink\tsince",
                "01\tGTIN\tN14\tF\tKEY\t\t\t\tK\t",
                "90\tX\tX..20\t\tTEXT\t\t\t01\tA\t"));
        assertEquals(List.of("not together with 90"), texts(table, "01", "90"));
        assertEquals(List.of("not together with 01"), texts(table, "90", "01"));
    }

    private static List<String> texts(AiTable table, String... ais) {
        List<Element> elements =
                Arrays.stream(ais).map(ai -> new Element(ai, "1")).toList();
        return AiRules.check(elements, table).stream().map(ScanIssue::text).toList();
    }
}
