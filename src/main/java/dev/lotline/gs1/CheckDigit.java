package dev.lotline.gs1;

/** The modulo-10 check digit of GS1 keys: weights 3, 1, 3 ... from the right (GS1 General Specifications 7.9). */
public final class CheckDigit {

    private CheckDigit() {}

    /** True if {@code key} has at least two characters, ASCII digits only, and its last one is the right check digit. */
    public static boolean isRight(CharSequence key) {
        return isRight(key, 0, key.length());
    }

    /** The same for the characters of {@code text} from {@code from} to before {@code to}; false if they aren't all there. */
    public static boolean isRight(CharSequence text, int from, int to) {
        if (to > text.length() || to - from < 2 || !isDigits(text, from, to)) {
            return false;
        }
        return digit(text, from, to - 1) == text.charAt(to - 1);
    }

    /**
     * The check digit to put behind {@code body}.
     *
     * @throws IllegalArgumentException if {@code body} is empty or has anything but ASCII digits
     */
    public static char of(CharSequence body) {
        if (body.isEmpty() || !isDigits(body, 0, body.length())) {
            throw new IllegalArgumentException("a check digit needs digits, not \"" + body + "\"");
        }
        return digit(body, 0, body.length());
    }

    /** True if all characters from {@code from} to before {@code to} are ASCII digits; other Unicode digits are not. */
    public static boolean isDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static char digit(CharSequence body, int from, int to) {
        int sum = 0;
        int weight = 3;
        for (int i = to - 1; i >= from; i--) {
            sum += weight * (body.charAt(i) - '0');
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
