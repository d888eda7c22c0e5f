package dev.lotline.gs1;

import org.jspecify.annotations.Nullable;

/** A serial shipping container code: the 18-digit licence plate of one logistic unit. */
public record Sscc(String digits) {
    private static final int BODY = 17;

    /** @throws IllegalArgumentException unless {@code digits} are 18 digits with a right check digit */
    public Sscc {
        if (digits.length() != 18 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("not an SSCC: " + digits);
        }
    }

    /** Reads 18 digits; null if it is no SSCC or its check digit is wrong. */
    public static @Nullable Sscc parse(String text) {
        return text.length() == 18 && CheckDigit.isRight(text) ? new Sscc(text) : null;
    }

    /**
     * The code of one logistic unit of a company (GS1 General Specifications 3.2).
     *
     * @param extension 0 to 9
     * @param companyPrefix 4 to 12 digits
     * @throws IllegalArgumentException when the serial has more digits than extension and prefix leave
     */
    public static Sscc of(int extension, String companyPrefix, long serial) {
        int width = BODY - 1 - companyPrefix.length();
        String number = Long.toString(serial);
        if (extension < 0 || extension > 9 || serial < 0 || number.length() > width) {
            throw new IllegalArgumentException(extension + " " + companyPrefix + " has no serial " + serial);
        }
        String body = extension + companyPrefix + "0".repeat(width - number.length()) + number;
        return new Sscc(body + CheckDigit.of(body));
    }

    @Override
    public String toString() {
        return digits;
    }
}
