package dev.lotline.edge.console.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.edge.console.shell.Pasted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lots as they come out of tables and files. */
class AnnounceFormTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("A,L-1,2026-12-01,12", List.of("A", "L-1", "2026-12-01", "12")),
                Arguments.of("A;L-1;;12,5", List.of("A", "L-1", "", "12,5")),
                Arguments.of("A\tL;1,2\t2026-12-01\t12", List.of("A", "L;1,2", "2026-12-01", "12")),
                Arguments.of("\"A, big\",\"L \"\"1\"\"\",,1", List.of("A, big", "L \"1\"", "", "1")),
                Arguments.of("  A , L-1 ", List.of("A", "L-1")),
                Arguments.of("\"never closed,1", List.of("never closed,1")),
                Arguments.of("", List.of("")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void cells_are_told_apart(String line, List<String> cells) {
        assertEquals(cells, Pasted.cells(line));
    }

    @Test
    void headings_and_blank_lines_are_no_goods() {
        List<GoodsRow> rows = AnnounceForm.pasted("Sku;Lot;Expires;Units\r\n\r\nSKU-1;L;2026-12-01;3\n  \nSKU;L2;;4");
        assertEquals(List.of(GoodsRow.of("SKU-1", "L", "2026-12-01", "3"), GoodsRow.of("SKU", "L2", "", "4")), rows);
        assertEquals(List.of(), AnnounceForm.pasted(""));
    }
}
