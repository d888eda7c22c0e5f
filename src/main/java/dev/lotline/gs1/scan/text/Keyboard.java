package dev.lotline.gs1.scan.text;

import java.util.Map;

/**
 * A keyboard layout that a computer believes the scanner to have, character by character.
 *
 * @param name such as {@code fr}
 * @param meant what the scanner sent, by what arrived
 */
public record Keyboard(String name, Map<Character, Character> meant) {

    /** What the digit row of a French keyboard gives without the shift key. */
    private static final String AZERTY_DIGITS = "&\u00e9\"'(-\u00e8_\u00e7\u00e0";

    /** Those of them that hardly stand in a lot number; dashes and brackets alone prove nothing. */
    private static final String TELLING = "&\u00e9\u00e8\u00e7\u00e0";

    private static final int SHORTEST = 6;

    public Keyboard {
        meant = Map.copyOf(meant);
    }

    /** The text that was scanned if this layout stood between. */
    public String undone(String text) {
        StringBuilder undone = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            undone.append(meant.getOrDefault(c, c).charValue());
        }
        return undone.toString();
    }

    /** True if at least half of at least six characters are those of the French digit row, and one of them tells. */
    public static boolean looksFrench(String text) {
        int french = 0;
        boolean telling = false;
        for (int i = 0; i < text.length(); i++) {
            french += AZERTY_DIGITS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            telling |= TELLING.indexOf(text.charAt(i)) >= 0;
        }
        return telling && text.length() >= SHORTEST && 2 * french >= text.length();
    }

    /** True if a spreadsheet has been at it: {@code 9.50E+12}. */
    public static boolean isMangledNumber(String text) {
        int exponent = text.indexOf("E+");
        if (exponent < 1 || exponent + 2 == text.length() || text.charAt(0) == '.') {
            return false;
        }
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inPlace = i == exponent || i == exponent + 1 || (c >= '0' && c <= '9');
            boolean point = (c == '.' || c == ',') && i < exponent;
            points += point ? 1 : 0;
            if (!inPlace && !point) {
                return false;
            }
        }
        return points <= 1;
    }
}
