package dev.lotline.operations.shelflife;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryRulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @Test
    void what_the_first_lot_sells_the_next_one_does_not() {
        ExpiryRisk risk = ExpiryRules.risk(
                "A", new BigDecimal("4"), 30, 0, TODAY, List.of(lot(1, 50, 100), lot(2, 90, 200), undated(7)));
        assertEquals(List.of("80 20", "160 40", "7 0"), told(risk));
        assertEquals(new BigDecimal("60"), risk.atRisk());
        assertEquals(20, risk.lots().get(0).usableDays());
        assertNull(risk.lots().get(2).usableDays());
    }

    @Test
    void lots_past_their_minimum_sell_nothing_and_fractions_are_not_sold() {
        ExpiryRisk risk = ExpiryRules.risk(
                "A", new BigDecimal("0.3"), 30, 0, TODAY, List.of(lot(1, 10, 5), lot(2, 35, 5), lot(3, 300, 5)));
        assertEquals(List.of("0 5", "1 4", "5 0"), told(risk));
    }

    @Test
    void without_a_rate_nothing_is_foretold() {
        ExpiryRisk risk = ExpiryRules.risk("A", null, 0, 0, TODAY, List.of(lot(1, 50, 100)));
        assertNull(risk.unitsPerDay());
        assertNull(risk.atRisk());
        assertNull(risk.lots().get(0).willSell());
    }

    @ParameterizedTest
    @CsvSource({
        "112, 28, true, 4.0000",
        "10, 3, true, 3.3333",
        "-2, 28, true, 0.0000",
        "10, 0, true, ",
        "10, 10, false, ",
    })
    void the_rate_counts_days_with_stock(BigDecimal picked, int days, boolean known, BigDecimal expected) {
        assertEquals(expected, ExpiryRules.rate(picked, days, known));
    }

    private static List<String> told(ExpiryRisk risk) {
        return risk.lots().stream()
                .map(lot -> lot.willSell() + " " + lot.atRisk())
                .toList();
    }

    private static ExpiryRules.Stock lot(long id, int days, int units) {
        return new ExpiryRules.Stock(id, "L-" + id, TODAY.plusDays(days), BigDecimal.valueOf(units));
    }

    private static ExpiryRules.Stock undated(int units) {
        return new ExpiryRules.Stock(9L, "L-9", null, BigDecimal.valueOf(units));
    }
}
