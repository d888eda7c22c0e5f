package dev.lotline.edge.console.shell.table;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists in the order that their address asks for, and what is too much. */
class SortingTest {
    private record Line(String code, @Nullable Integer units) {}

    private static final Table<Line> TABLE = Table.<Line>of("lines", Line::code)
            .sortedHere()
            .columns(
                    Column.text("code", language -> "Code", Line::code),
                    Column.number("units", language -> "Units", Line::units),
                    Column.<Line>text("fixed", language -> "Fixed", Line::code).unsorted());

    private static final List<Line> LINES =
            List.of(new Line("B", 2), new Line("A", null), new Line("D", 10), new Line("C", 2));

    private static List<String> codes(String address) {
        return TABLE.within(TABLE.asked(address), LINES).stream()
                .map(Line::code)
                .toList();
    }

    @Test
    void rows_come_in_the_order_asked_for_empty_cells_last_and_equal_ones_as_they_were() {
        assertEquals(List.of("B", "A", "D", "C"), codes("/lines"));
        assertEquals(List.of("A", "B", "C", "D"), codes("/lines?sort=code"));
        assertEquals(List.of("B", "C", "D", "A"), codes("/lines?sort=units"));
        assertEquals(List.of("D", "B", "C", "A"), codes("/lines?sort=-units"));
    }

    @Test
    void a_page_begins_behind_the_row_that_the_last_one_ended_with() {
        assertEquals(List.of("C", "D", "A"), codes("/lines?sort=units&after=B"));
        assertEquals(List.of(), codes("/lines?sort=units&after=A"));
        assertThrows(Refusal.class, () -> codes("/lines?sort=units&after=Z"));
        List<Line> many = IntStream.range(0, 120)
                .mapToObj(n -> new Line("" + (1000 + n), n))
                .toList();
        List<Line> page = TABLE.within(TABLE.asked("/lines?sort=-units&after=1100"), many);
        assertEquals(51, page.size());
        assertEquals("1099", page.get(0).code());
    }

    @Test
    void a_column_whose_order_means_nothing_sorts_nothing() {
        assertThrows(Refusal.class, () -> codes("/lines?sort=fixed"));
        assertThrows(Refusal.class, () -> codes("/lines?sort=colour"));
    }

    @Test
    void what_is_too_much_is_refused_by_name_and_not_cut_off() {
        assertEquals(
                Sorting.MOST,
                Sorting.fit(Collections.nCopies(Sorting.MOST, "x")).size());
        Refusal sort = assertThrows(Refusal.class, () -> Sorting.fit(Collections.nCopies(Sorting.MOST + 1, "x")));
        assertEquals(RefusalCode.VALIDATION_FAILED, sort.code());
        assertDoesNotThrow(() -> Exports.fit(Exports.MOST_IN_A_BOOK, Exports.MOST_IN_A_BOOK));
        Refusal file = assertThrows(Refusal.class, () -> Exports.fit(Exports.MOST_AT_ONCE + 1L, Exports.MOST_AT_ONCE));
        assertEquals(RefusalCode.EXPORT_TOO_LARGE, file.code());
        assertEquals(422, file.code().status());
    }
}
