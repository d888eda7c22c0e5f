package dev.lotline.gs1;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/** A date of a barcode: a day, or the last day of a month when the barcode names only the month. */
public record Gs1Date(LocalDate date, Precision precision) {

    /** What the barcode said; MONTH when its day was 00. */
    public enum Precision {
        DAY,
        MONTH
    }

    /**
     * Reads YYMMDD; day 00 means the whole month, and the date is then its last day.
     *
     * @param today decides the century (GS1 General Specifications 7.12): the year closest to today's
     * @return null if it isn't six digits or there is no such day
     */
    public static @Nullable Gs1Date parse(String text, LocalDate today) {
        if (text.length() != 6 || !CheckDigit.isDigits(text, 0, 6)) {
            return null;
        }
        int year = yearOf(pair(text, 0), today.getYear());
        int month = pair(text, 2);
        int day = pair(text, 4);
        if (month < 1 || month > 12 || year < Year.MIN_VALUE || year > Year.MAX_VALUE) {
            return null;
        }
        int last = Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
        if (day > last) {
            return null;
        }
        return day == 0
                ? new Gs1Date(LocalDate.of(year, month, last), Precision.MONTH)
                : new Gs1Date(LocalDate.of(year, month, day), Precision.DAY);
    }

    /** The window slides with today, 49 years back and 50 ahead: a fixed pivot would be wrong some year. */
    private static int yearOf(int twoDigits, int thisYear) {
        int inCentury = Math.floorMod(thisYear, 100);
        int century = thisYear - inCentury;
        int diff = twoDigits - inCentury;
        if (diff >= 51) {
            century -= 100;
        } else if (diff <= -50) {
            century += 100;
        }
        return century + twoDigits;
    }

    private static int pair(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }
}
