package dev.lotline.gs1.check;

/** The check character of our own labels: ISO/IEC 7064 MOD 37,36 over digits and capitals. */
public final class Mod3736 {

    private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    private Mod3736() {}

    /** True if {@code text} is at least two digits or capitals and ends with the right one. */
    public static boolean isRight(String text) {
        int last = text.length() - 1;
        if (last < 1) {
            return false;
        }
        int rest = rest(text, last);
        int check = VALUES.indexOf(text.charAt(last));
        return rest >= 0 && check >= 0 && (rest + check) % MODULUS == 1;
    }

    /**
     * The character to put behind {@code body}.
     *
     * @throws IllegalArgumentException unless {@code body} is digits and capitals, at least one
     */
    public static char of(String body) {
        int rest = body.isEmpty() ? -1 : rest(body, body.length());
        if (rest < 0) {
            throw new IllegalArgumentException("a check character needs digits and capitals, not \"" + body + "\"");
        }
        return VALUES.charAt((MODULUS + 1 - rest) % MODULUS);
    }

    private static int rest(String text, int length) {
        int product = MODULUS;
        for (int i = 0; i < length; i++) {
            int value = VALUES.indexOf(text.charAt(i));
            if (value < 0) {
                return -1;
            }
            int sum = (product + value) % MODULUS;
            product = 2 * (sum == 0 ? MODULUS : sum) % (MODULUS + 1);
        }
        return product;
    }
}
