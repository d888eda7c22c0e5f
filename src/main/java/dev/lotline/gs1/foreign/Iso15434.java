package dev.lotline.gs1.foreign;

import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An envelope {@code [)>} RS format GS data RS EOT (ISO/IEC 15434). Format 05 carries GS1 element strings, 06 data
 * identifiers; others are kept as they are.
 *
 * @param format two digits
 * @param text what stands between the header and RS
 * @param fields of format 06 in their order, unknown identifiers too; else empty
 */
public record Iso15434(String format, String text, List<Field> fields) {

    /** One value under its data identifier, such as {@code 1T} for a lot. */
    public record Field(String identifier, String value) {}

    /** An envelope opened, or the one reason why not. */
    public record Parsed(
            @Nullable Iso15434 content, @Nullable ScanIssue issue) {}

    public static final String GS1 = "05";
    public static final String DATA_IDENTIFIERS = "06";

    private static final String HEADER = "[)>";
    private static final char RS = '\u001e';
    private static final char GS = '\u001d';
    private static final char EOT = '\u0004';
    private static final int LONGEST_NUMBER = 3;

    public Iso15434 {
        fields = List.copyOf(fields);
    }

    /** True if {@code text} begins an envelope, whether or not it is a sound one. */
    public static boolean startsIn(String text) {
        return text.startsWith(HEADER);
    }

    /** Opens the envelope; of several formats in it the first. Never throws; a missing end is accepted. */
    public static Parsed parse(String text) {
        int start = HEADER.length();
        if (!text.startsWith(HEADER)
                || text.length() < start + 3
                || text.charAt(start) != RS
                || !isFormat(text, start + 1)) {
            return rejected(start);
        }
        String format = text.substring(start + 1, start + 3);
        int data = start + 3;
        boolean separated = format.equals(GS1) || format.equals(DATA_IDENTIFIERS) || format.equals("12");
        if (separated && (text.length() <= data || text.charAt(data) != GS)) {
            return rejected(data);
        }
        int from = separated ? data + 1 : data;
        String body = text.substring(from, end(text, from));
        List<Field> fields = new ArrayList<>();
        if (format.equals(DATA_IDENTIFIERS)) {
            for (String written : body.split(String.valueOf(GS), -1)) {
                Field field = field(written);
                if (field == null) {
                    return rejected(from);
                }
                fields.add(field);
            }
        }
        return new Parsed(new Iso15434(format, body, fields), null);
    }

    /** The value of the first of these identifiers that is there, or null. */
    public @Nullable String value(String... identifiers) {
        for (String identifier : identifiers) {
            for (Field field : fields) {
                if (field.identifier().equals(identifier)) {
                    return field.value();
                }
            }
        }
        return null;
    }

    /** {@code D} YYMMDD or {@code 14D} YYYYMMDD; null if absent or no day. */
    public @Nullable Gs1Date useBy(LocalDate today) {
        String shortForm = value("D");
        String longForm = value("14D");
        return longForm != null
                ? Gs1Date.parseLong(longForm)
                : shortForm == null ? null : Gs1Date.parseDay(shortForm, today);
    }

    /** {@code 16D} YYYYMMDD; null if absent or no day. */
    public @Nullable Gs1Date produced() {
        String written = value("16D");
        return written == null ? null : Gs1Date.parseLong(written);
    }

    /** {@code Q}, if it is a whole number of at least 1 and at most eight digits; else null. */
    public @Nullable Integer quantity() {
        String written = value("Q");
        if (written == null
                || written.isEmpty()
                || written.length() > 8
                || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int quantity = Integer.parseInt(written);
        return quantity == 0 ? null : quantity;
    }

    private static int end(String text, int from) {
        int end = text.indexOf(RS, from);
        end = end < 0 ? text.indexOf(EOT, from) : end;
        return end < 0 ? text.length() : end;
    }

    /** Up to three digits and a capital, then the value; null if it begins otherwise. */
    private static @Nullable Field field(String written) {
        int letter = 0;
        while (letter < written.length() && letter < LONGEST_NUMBER && isDigit(written.charAt(letter))) {
            letter++;
        }
        if (letter >= written.length() || written.charAt(letter) < 'A' || written.charAt(letter) > 'Z') {
            return null;
        }
        return new Field(written.substring(0, letter + 1), written.substring(letter + 1));
    }

    private static boolean isFormat(String text, int at) {
        return isDigit(text.charAt(at)) && text.length() > at + 1 && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Parsed rejected(int at) {
        return new Parsed(null, ScanIssue.at(Code.ISO15434_FORMAT, at, "broken envelope"));
    }
}
