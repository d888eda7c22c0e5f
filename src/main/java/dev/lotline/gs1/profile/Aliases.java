package dev.lotline.gs1.profile;

import java.util.Set;
import java.util.function.Predicate;

/** What may stand for GS: nothing that a value of a GS1 barcode may hold, but for one token that is asked for by name. */
final class Aliases {
    static final String WHY = "can't stand for GS: it may be part of a value";

    static final Predicate<String> NAME = text ->
            !text.isEmpty() && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');

    /** {@code #} is legal in AI 8010 only; {@code ␝} is U+241D, the picture of GS. */
    private static final String CHARACTERS = "~^#|$@[\\{}\u00ac\u241d ";

    private static final Set<String> TOKENS = Set.of("{GS}", "\\x1d", "\\u001d", "^]", "<GS>");

    private Aliases() {}

    static boolean allowed(String alias) {
        return alias.length() == 1 ? CHARACTERS.indexOf(alias.charAt(0)) >= 0 : TOKENS.contains(alias);
    }

    static boolean isAimCode(String code) {
        return code.length() == 2 && isLetter(code.charAt(0)) && (isLetter(code.charAt(1)) || isDigit(code.charAt(1)));
    }

    /** Harmless in a log line. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(20).forEach(c -> shown.append(c < 0x20 || c == 0x7f ? '.' : (char) c));
        return shown.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
