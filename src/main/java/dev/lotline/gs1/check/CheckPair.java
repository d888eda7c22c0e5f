package dev.lotline.gs1.check;

/**
 * The two check characters at the end of a Global Model Number (GS1 General Specifications 7.9.5): the values of the
 * characters times the primes from the right, modulo 1021, written as twice five bits.
 */
public final class CheckPair {

    private static final String VALUES =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String WRITTEN = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };
    private static final int MODULUS = 1021;
    private static final int LENGTH = 2;

    private CheckPair() {}

    /** True if {@code key} is at most 25 characters of set 82 and ends with the right pair. */
    public static boolean isRight(String key) {
        int body = key.length() - LENGTH;
        if (body < 1 || body > PRIMES.length) {
            return false;
        }
        int sum = sum(key, body);
        return sum >= 0
                && key.charAt(body) == WRITTEN.charAt(sum >> 5)
                && key.charAt(body + 1) == WRITTEN.charAt(sum & 31);
    }

    /**
     * The pair to put behind {@code body}.
     *
     * @throws IllegalArgumentException unless {@code body} is 1 to 23 characters of set 82
     */
    public static String of(String body) {
        int sum = body.isEmpty() || body.length() > PRIMES.length ? -1 : sum(body, body.length());
        if (sum < 0) {
            throw new IllegalArgumentException("a check pair needs 1 to 23 characters of set 82, not \"" + body + "\"");
        }
        return "" + WRITTEN.charAt(sum >> 5) + WRITTEN.charAt(sum & 31);
    }

    /** -1 if there is a character without a value. */
    private static int sum(String text, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int value = VALUES.indexOf(text.charAt(i));
            if (value < 0) {
                return -1;
            }
            sum += value * PRIMES[length - 1 - i];
        }
        return sum % MODULUS;
    }
}
