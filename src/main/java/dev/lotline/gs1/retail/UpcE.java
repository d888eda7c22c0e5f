package dev.lotline.gs1.retail;

import dev.lotline.gs1.CheckDigit;
import org.jspecify.annotations.Nullable;

/** The six digits of a UPC-E, as some scanners send them, back to the twelve of UPC-A (GS1 General Specifications 5.2). */
public final class UpcE {

    private UpcE() {}

    /**
     * The UPC-A of 6 digits, of 7 with the number system in front, or of 8 with the check digit behind as well.
     *
     * @return null if it isn't one: other lengths or characters, a number system beyond 1, a wrong check digit
     */
    public static @Nullable String expanded(String written) {
        int length = written.length();
        if (length < 6 || length > 8 || !CheckDigit.isDigits(written, 0, length)) {
            return null;
        }
        char system = length == 6 ? '0' : written.charAt(0);
        if (system > '1') {
            return null;
        }
        String six = length == 6 ? written : written.substring(1, 7);
        String body = system + elevenOf(six);
        String upcA = body + CheckDigit.of(body);
        return length == 8 && written.charAt(7) != upcA.charAt(11) ? null : upcA;
    }

    /** The last digit tells where the zeros were left out. */
    private static String elevenOf(String six) {
        char last = six.charAt(5);
        return switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
    }
}
