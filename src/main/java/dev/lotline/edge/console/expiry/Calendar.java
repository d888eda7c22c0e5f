package dev.lotline.edge.console.expiry;

import dev.lotline.operations.shelflife.ShelfDaySql.Day;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * 52 weeks as columns of seven days, from the week of today on.
 *
 * @param days those on which anything expires
 */
public record Calendar(List<Square> squares, List<Month> months, List<Day> days) {
    private static final int WEEKS = 52;
    private static final int SIZE = 14;
    private static final int TOP = 16;
    private static final int SHADES = 4;

    /** @param shade 1 to 4 quarters of the fullest day */
    public record Square(int x, int y, int shade, Day day) {}

    /** Where a month begins. */
    public record Month(int x, LocalDate first) {}

    static Calendar of(List<Day> days, LocalDate today) {
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        LocalDate end = monday.plusWeeks(WEEKS);
        List<Day> shown = days.stream().filter(day -> day.day().isBefore(end)).toList();
        BigDecimal most = shown.stream().map(Day::units).reduce(BigDecimal.ONE, BigDecimal::max);
        return new Calendar(
                shown.stream().map(day -> square(day, monday, most)).toList(),
                monday.plusDays(6)
                        .withDayOfMonth(1)
                        .datesUntil(end)
                        .filter(day -> day.getDayOfMonth() == 1 && !day.isBefore(monday))
                        .map(first -> new Month(week(first, monday) * SIZE, first))
                        .toList(),
                shown);
    }

    private static Square square(Day day, LocalDate monday, BigDecimal most) {
        int shade = day.units()
                .multiply(BigDecimal.valueOf(SHADES))
                .divide(most, 0, RoundingMode.CEILING)
                .intValue();
        return new Square(
                week(day.day(), monday) * SIZE,
                TOP + (day.day().getDayOfWeek().getValue() - 1) * SIZE,
                Math.max(1, shade),
                day);
    }

    private static int week(LocalDate day, LocalDate monday) {
        return (int) (ChronoUnit.DAYS.between(monday, day) / 7);
    }

    public int width() {
        return WEEKS * SIZE;
    }

    public int height() {
        return TOP + 7 * SIZE;
    }
}
