package dev.lotline.gs1.foreign;

import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.Gs1Date.Precision;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Walks over the segments of one HIBC symbol, its {@code +} and check character taken off. */
final class HibcReader {

    private static final int LABELLER = 4;
    private static final int LONGEST_PRODUCT = 18;
    private static final int LONGEST_LOT = 20;

    private final String text;
    private final char checkCharacter;
    private final LocalDate today;

    private @Nullable String lic;
    private @Nullable String pcn;
    private @Nullable String unitOfMeasure;
    private @Nullable String lot;
    private @Nullable String serial;
    private @Nullable Integer quantity;
    private @Nullable Gs1Date useBy;
    private @Nullable Gs1Date produced;
    private @Nullable Character link;

    HibcReader(String text, char checkCharacter, LocalDate today) {
        this.text = text;
        this.checkCharacter = checkCharacter;
        this.today = today;
    }

    /** Null if anything is not as it must be. */
    @Nullable
    Hibc read() {
        String body = text;
        if (text.startsWith("$")) {
            // ends with the check character of the primary symbol
            link = text.charAt(text.length() - 1);
            body = text.substring(0, text.length() - 1);
        }
        String[] segments = body.split("/", -1);
        boolean right = link == null ? readPrimary(segments[0]) : readSecondary(segments[0]);
        for (int i = 1; right && i < segments.length; i++) {
            right = segments[i].startsWith("$") ? lot == null && readSecondary(segments[i]) : readField(segments[i]);
        }
        return right
                ? new Hibc(lic, pcn, unitOfMeasure, lot, serial, quantity, useBy, produced, link, checkCharacter)
                : null;
    }

    private boolean readPrimary(String segment) {
        int last = segment.length() - 1;
        int product = last - LABELLER;
        if (product < 1
                || product > LONGEST_PRODUCT
                || !isAlphanumeric(segment)
                || !CheckDigit.isDigits(segment, last, last + 1)) {
            return false;
        }
        lic = segment.substring(0, LABELLER);
        pcn = segment.substring(LABELLER, last);
        unitOfMeasure = segment.substring(last);
        return true;
    }

    private boolean readSecondary(String segment) {
        if (segment.startsWith("$$+")) {
            return readDated(segment.substring(3), true);
        }
        if (segment.startsWith("$$")) {
            return readDated(segment.substring(2), false);
        }
        return segment.startsWith("$+") ? name(segment.substring(2), true) : name(segment.substring(1), false);
    }

    /** A quantity if the first digit is 8 or 9, then a date of the shape its flag tells, then the lot or serial. */
    private boolean readDated(String rest, boolean isSerial) {
        int digits = rest.startsWith("8") ? 2 : rest.startsWith("9") ? 5 : 0;
        int at = digits == 0 ? 0 : digits + 1;
        if (rest.length() < at || !CheckDigit.isDigits(rest, 0, at)) {
            return false;
        }
        if (digits > 0) {
            quantity = Integer.parseInt(rest.substring(1, at));
            if (rest.length() == at) {
                return true;
            }
        }
        char flag = rest.length() > at ? rest.charAt(at) : ' ';
        if (flag == '7') {
            return name(rest.substring(at + 1), isSerial);
        }
        int start = flag == '0' || flag == '1' ? at : at + 1;
        int length = lengthOf(flag);
        if (length == 0 || rest.length() < start + length || !CheckDigit.isDigits(rest, start, start + length)) {
            return false;
        }
        useBy = date(flag, rest.substring(start, start + length));
        return useBy != null && name(rest.substring(start + length), isSerial);
    }

    private static int lengthOf(char flag) {
        return switch (flag) {
            case '0', '1' -> 4;
            case '2', '3' -> 6;
            case '4' -> 8;
            case '5' -> 5;
            case '6' -> 7;
            default -> 0;
        };
    }

    private @Nullable Gs1Date date(char flag, String digits) {
        return switch (flag) {
            case '2' -> Gs1Date.parseDay(digits.substring(4) + digits.substring(0, 4), today);
            case '3' -> Gs1Date.parseDay(digits, today);
            case '4' -> withHour(Gs1Date.parseDay(digits.substring(0, 6), today), digits.substring(6));
            case '5' -> dayOfYear(digits);
            case '6' -> withHour(dayOfYear(digits.substring(0, 5)), digits.substring(5));
            default -> Gs1Date.parse(digits.substring(2) + digits.substring(0, 2) + "00", today);
        };
    }

    private @Nullable Gs1Date dayOfYear(String digits) {
        int year = Gs1Date.yearOf(Integer.parseInt(digits.substring(0, 2)), today);
        int day = Integer.parseInt(digits.substring(2));
        LocalDate first = LocalDate.of(year, 1, 1);
        return day < 1 || day > first.lengthOfYear() ? null : new Gs1Date(first.withDayOfYear(day), Precision.DAY);
    }

    private static @Nullable Gs1Date withHour(@Nullable Gs1Date day, String digits) {
        int hour = Integer.parseInt(digits);
        return day == null || hour > 23 ? null : new Gs1Date(day.date(), Precision.MINUTE, LocalTime.of(hour, 0));
    }

    private boolean readField(String segment) {
        if (segment.startsWith("14D") || segment.startsWith("16D")) {
            Gs1Date date = Gs1Date.parseLong(segment.substring(3));
            useBy = segment.startsWith("14D") ? date : useBy;
            produced = segment.startsWith("16D") ? date : produced;
            return date != null;
        }
        if (segment.startsWith("S") && serial == null) {
            return name(segment.substring(1), true);
        }
        int length = segment.length();
        if (segment.startsWith("Q") && length > 1 && length <= 6 && CheckDigit.isDigits(segment, 1, length)) {
            quantity = Integer.parseInt(segment.substring(1));
            return true;
        }
        return false;
    }

    /** An absent lot is allowed: the symbol then has only a date. */
    private boolean name(String written, boolean isSerial) {
        if (written.length() > LONGEST_LOT) {
            return false;
        }
        if (isSerial) {
            serial = written.isEmpty() ? serial : written;
        } else {
            lot = written.isEmpty() ? lot : written;
        }
        return true;
    }

    private static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
