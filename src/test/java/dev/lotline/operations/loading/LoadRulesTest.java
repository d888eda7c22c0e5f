package dev.lotline.operations.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.kernel.Refusal;
import dev.lotline.operations.loading.LoadSql.Found;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry must look like, which ones are said anew, and which may go down together. */
class LoadRulesTest {
    @ParameterizedTest
    @CsvSource({
        "LAST_ON_HAND, 0, ''",
        "LAST_ON_HAND, -1, VALIDATION_FAILED",
        "LAST_ON_HAND, 0.00001, VALIDATION_FAILED",
        "DELTA, -1, ''",
        "ADJUSTMENT, 3.5, ''",
        "SALE, -1, ''",
        "SALE, 1, VALIDATION_FAILED",
        "CORRECTION, 1, VALIDATION_FAILED",
        "EXPECTED, -1, VALIDATION_FAILED",
        "EXPECTED, 10000000000, VALIDATION_FAILED",
        "RESERVED, -1, STATE_NEEDS_DOCUMENT",
        "HELD, 1, VALIDATION_FAILED",
        "'', 1, VALIDATION_FAILED"
    })
    void a_type_has_its_numbers(String type, BigDecimal units, String code) {
        LoadEntry asked = entry(1, type, units, "A", null);
        assertEquals(
                code,
                LoadRules.problem(asked).map(Refusal::code).map(Enum::name).orElse(""));
    }

    @Test
    void of_entries_of_one_name_the_newest_counts_and_of_equal_ones_the_last() {
        OffsetDateTime nine = OffsetDateTime.parse("2026-03-01T09:00:00Z");
        List<LoadEntry> entries = List.of(
                entry(1, "LAST_ON_HAND", BigDecimal.ONE, "A", nine.plusHours(1)),
                entry(2, "LAST_ON_HAND", BigDecimal.TEN, "A", nine),
                entry(3, "LAST_ON_HAND", BigDecimal.ONE, "B", nine),
                entry(4, "LAST_ON_HAND", BigDecimal.TEN, "B", nine),
                entry(5, "DELTA", BigDecimal.TEN, "B", nine),
                entry(6, "LAST_ON_HAND", BigDecimal.TEN, "C", nine),
                entry(7, "LAST_ON_HAND", BigDecimal.TEN, "C", null));
        assertEquals(Set.of(2, 3, 6), LoadRules.superseded(entries));
    }

    @Test
    void what_may_meet_in_one_place_goes_one_after_the_other_and_all_else_together() {
        List<Found> found = List.of(
                found(1, 7, 1L),
                found(2, 7, 2L),
                found(3, 8, 1L),
                found(4, 7, 1L),
                found(5, 7, null),
                found(6, 9, null));
        assertEquals(List.of(List.of(1, 2, 3, 6), List.of(4), List.of(5)), numbers(LoadRules.commands(found)));
    }

    @Test
    void a_command_is_bounded() {
        List<Found> many =
                IntStream.rangeClosed(1, 1201).mapToObj(n -> found(n, n, 1L)).toList();
        assertEquals(
                List.of(500, 500, 201),
                LoadRules.commands(many).stream().map(List::size).toList());
    }

    private static List<List<Integer>> numbers(List<List<Found>> commands) {
        return commands.stream()
                .map(each -> each.stream().map(one -> one.asked().entry()).toList())
                .toList();
    }

    private static Found found(int n, long item, Long place) {
        return new Found(entry(n, "LAST_ON_HAND", BigDecimal.ONE, "A", null), 1, 1, item, place, null);
    }

    private static LoadEntry entry(int n, String type, BigDecimal units, String place, OffsetDateTime epoch) {
        LoadEntry.Goods goods = new LoadEntry.Goods("O", "W", "S", place, null, null);
        return new LoadEntry(n, goods, null, type, units, null, epoch, null, null, null);
    }
}
