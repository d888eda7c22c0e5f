package dev.lotline.gs1;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * A date of a barcode: a day, the last day of a month when the barcode names only the month, or a minute of a day.
 *
 * @param time in the warehouse's zone; null unless the precision is MINUTE
 */
public record Gs1Date(
        LocalDate date, Precision precision, @Nullable LocalTime time) {

    /** What the barcode said; MONTH when its day was 00. */
    public enum Precision {
        DAY,
        MONTH,
        MINUTE
    }

    /** A day or a month. */
    public Gs1Date(LocalDate date, Precision precision) {
        this(date, precision, null);
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
        return of(yearOf(pair(text, 0), today), pair(text, 2), pair(text, 4));
    }

    /** The same where a day 00 is not allowed. */
    public static @Nullable Gs1Date parseDay(String text, LocalDate today) {
        Gs1Date date = parse(text, today);
        return date == null || date.precision == Precision.MONTH ? null : date;
    }

    /** True if {@link #parse} or {@link #parseDay} gives a date; makes none, since most scans only ask. */
    static boolean isDate(String text, boolean dayZero, LocalDate today) {
        if (text.length() != 6 || !CheckDigit.isDigits(text, 0, 6)) {
            return false;
        }
        int month = pair(text, 2);
        int day = pair(text, 4);
        int year = yearOf(pair(text, 0), today);
        return month >= 1
                && month <= 12
                && year >= Year.MIN_VALUE
                && year <= Year.MAX_VALUE
                && day >= (dayZero ? 0 : 1)
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    /** Reads YYMMDDHHMM, AI 7003; null if there is no such minute. */
    public static @Nullable Gs1Date parseMinute(String text, LocalDate today) {
        if (text.length() != 10 || !CheckDigit.isDigits(text, 6, 10)) {
            return null;
        }
        Gs1Date day = parseDay(text.substring(0, 6), today);
        int hour = pair(text, 6);
        int minute = pair(text, 8);
        return day == null || hour > 23 || minute > 59
                ? null
                : new Gs1Date(day.date, Precision.MINUTE, LocalTime.of(hour, minute));
    }

    /** Reads YYYYMMDD; null if there is no such day. */
    public static @Nullable Gs1Date parseLong(String text) {
        if (text.length() != 8 || !CheckDigit.isDigits(text, 0, 8)) {
            return null;
        }
        Gs1Date date = of(100 * pair(text, 0) + pair(text, 2), pair(text, 4), pair(text, 6));
        return date == null || date.precision == Precision.MONTH ? null : date;
    }

    /** The year of two digits that is closest to today's: 49 years back, 50 ahead. A fixed pivot would be wrong some year. */
    public static int yearOf(int twoDigits, LocalDate today) {
        int inCentury = Math.floorMod(today.getYear(), 100);
        int century = today.getYear() - inCentury;
        int diff = twoDigits - inCentury;
        if (diff >= 51) {
            century -= 100;
        } else if (diff <= -50) {
            century += 100;
        }
        return century + twoDigits;
    }

    /** The day of a calendar, the whole month if {@code day} is 0; null if there is none. */
    public static @Nullable Gs1Date of(int year, int month, int day) {
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

    private static int pair(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }
}
