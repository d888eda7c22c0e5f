package dev.lotline.edge.console.places;

import dev.lotline.gs1.check.Mod3736;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Codes of new badges: 128 bits that nobody can guess, in base 32, with a check character. */
final class BadgeCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 128;
    private static final int LENGTH = 26;

    private BadgeCode() {}

    static String fresh() {
        BigInteger left = new BigInteger(BITS, RANDOM);
        StringBuilder body = new StringBuilder();
        for (int n = 0; n < LENGTH; n++) {
            body.append(DIGITS.charAt(left.intValue() & DIGITS.length() - 1));
            left = left.shiftRight(5);
        }
        return "BDG-" + body + Mod3736.of(body.toString());
    }
}
