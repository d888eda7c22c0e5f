package dev.lotline.gs1;

import org.jspecify.annotations.Nullable;

/** A serial shipping container code: the 18-digit licence plate of one logistic unit. */
public record Sscc(String digits) {

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

    @Override
    public String toString() {
        return digits;
    }
}
