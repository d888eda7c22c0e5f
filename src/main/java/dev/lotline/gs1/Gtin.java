package dev.lotline.gs1;

import org.jspecify.annotations.Nullable;

/** A trade item number, always in its 14-digit form with a right check digit. */
public record Gtin(String digits) {

    private static final String ZEROS = "00000000000000";

    /** @throws IllegalArgumentException unless {@code digits} are 14 digits with a right check digit */
    public Gtin {
        if (digits.length() != 14 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("not a GTIN-14: " + digits);
        }
    }

    /** Reads 8, 12, 13 or 14 digits and pads them on the left; null if it is no GTIN or its check digit is wrong. */
    public static @Nullable Gtin parse(String text) {
        return switch (text.length()) {
            case 8, 12, 13, 14 -> CheckDigit.isRight(text) ? new Gtin(ZEROS.substring(text.length()) + text) : null;
            default -> null;
        };
    }

    /** 0 = a GTIN-8, -12 or -13; 1 to 8 = a packing level; 9 = an item of variable measure. */
    public int indicator() {
        return digits.charAt(0) - '0';
    }

    @Override
    public String toString() {
        return digits;
    }
}
