package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.gs1.Gs1Date.Precision;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Six digits to a date: century, month ends, leap years. */
class Gs1DateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "261231, 2026-12-31, DAY",
        "260200, 2026-02-28, MONTH",
        "280200, 2028-02-29, MONTH",
        "261200, 2026-12-31, MONTH",
        "240229, 2024-02-29, DAY",
        "000229, 2000-02-29, DAY",
        "991225, 1999-12-25, DAY"
    })
    void date_and_precision(String text, LocalDate date, Precision precision) {
        assertEquals(new Gs1Date(date, precision), Gs1Date.parse(text, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        // difference of the years: 50, 51, -49, -50
        "2026, 76, 2076",
        "2026, 77, 1977",
        "2051, 01, 2101",
        "2051, 02, 2002",
        "2051, 00, 2100",
        "2051, 51, 2051",
        "2099, 50, 2050",
        "2099, 49, 2149",
        "2099, 00, 2100",
        "2000, 50, 2050",
        "2000, 51, 1951"
    })
    void the_century_slides_with_today(int today, String year, int resolved) {
        Gs1Date date = Gs1Date.parse(year + "0615", LocalDate.of(today, 1, 1));
        assertEquals(new Gs1Date(LocalDate.of(resolved, 6, 15), Precision.DAY), date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "26123", "2612311", "260001", "261301", "260230", "230229", "260431", "260132", "26-1-1", "٢٦١٢٣١"
            })
    void no_such_day(String text) {
        assertNull(Gs1Date.parse(text, TODAY));
    }

    @Test
    void leap_day_is_judged_by_the_resolved_year() {
        // 00 is 2100 in 2051, no leap year, but 2000 in 2026
        assertNull(Gs1Date.parse("000229", LocalDate.of(2051, 1, 1)));
    }

    @Test
    void never_throws_whatever_the_clock_says() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long span = LocalDate.MAX.toEpochDay() - LocalDate.MIN.toEpochDay();
            LocalDate today = LocalDate.ofEpochDay(LocalDate.MIN.toEpochDay() + Math.floorMod(random.nextLong(), span));
            Gs1Date.parse("%06d".formatted(random.nextInt(1_000_000)), today);
        }
        assertNull(Gs1Date.parse("000101", LocalDate.MAX));
        assertNull(Gs1Date.parse("990101", LocalDate.MIN));
    }
}
