package dev.lotline.kernel;

/** What a code, a name or a note must look like: there, not too long, and nothing in it that can't be seen. */
public final class Text {
    /** Longest business code: owner, SKU, warehouse, location, reference, lot number. */
    public static final int CODE = 64;

    /** Longest name of anything. */
    public static final int NAME = 200;

    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    /** The words that are wrong about this text, or empty when it may be kept. */
    public static String problem(String text, int maxLength) {
        if (text.isBlank()) {
            return "must not be empty";
        }
        if (text.length() > maxLength) {
            return "must have at most " + maxLength + " characters";
        }
        if (!text.equals(text.strip())) {
            return "must not begin or end with a space";
        }
        return text.codePoints().anyMatch(Text::unseen) ? "must not contain control characters" : "";
    }

    /** The same text as it can be stored and shown: what is unseen in it as U+FFFD. */
    public static String shown(String text) {
        return text.codePoints()
                .map(c -> unseen(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** C0, C1, line and paragraph separators, bidirectional controls and halves of surrogate pairs. */
    private static boolean unseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.FORMAT;
    }
}
