package dev.lotline.gs1.own;

/** Crockford's base 32: digits and capitals without I, L, O and U, so that nobody misreads one for another. */
public final class Crockford {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    /** The lowest {@code 5 × length} bits of {@code bits}, highest first. */
    public static String of(long bits, int length) {
        char[] written = new char[length];
        for (int i = 0; i < length; i++) {
            written[length - 1 - i] = DIGITS.charAt((int) (bits >>> 5 * i) & 31);
        }
        return new String(written);
    }

    /** The bits that are written so; every character must be one of the 32. */
    public static long number(String text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = bits << 5 | DIGITS.indexOf(text.charAt(i));
        }
        return bits;
    }

    /** True if every character is one of the 32. */
    public static boolean isAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
