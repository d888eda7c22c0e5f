package dev.lotline.gs1.check;

/** The small grammars of single values (GS1 General Specifications 3); each takes text of its component's characters. */
public final class Grammar {

    private static final int IBAN_SHORTEST = 5;

    private Grammar() {}

    /** Two digits, at most {@code highest}. */
    public static boolean upTo(String digits, int highest) {
        return Integer.parseInt(digits) <= highest;
    }

    /** {@code HHMM}. */
    public static boolean isTime(String text) {
        return upTo(text.substring(0, 2), 23) && upTo(text.substring(2), 59);
    }

    /** {@code PPTT}: piece PP of TT. */
    public static boolean isPieceOfTotal(String text) {
        int piece = Integer.parseInt(text.substring(0, 2));
        return piece >= 1 && piece <= Integer.parseInt(text.substring(2));
    }

    /** {@code p/n} without leading zeros, p at most n. */
    public static boolean isSequence(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || text.charAt(0) == '0' || text.charAt(slash + 1) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != slash && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return Integer.parseInt(text.substring(0, slash)) <= Integer.parseInt(text.substring(slash + 1));
    }

    /** Every {@code %} has two hexadecimal digits behind it. */
    public static boolean isPercentEncoded(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || hex(text.charAt(i + 1)) < 0 || hex(text.charAt(i + 2)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** 0 to 15, or -1. */
    public static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /** Padding, if there is any, fills the last group of four (RFC 4648). */
    public static boolean isBase64Url(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        int pads = text.length() - end;
        return text.indexOf('=') == (pads == 0 ? -1 : end) && (pads == 0 || (pads <= 2 && text.length() % 4 == 0));
    }

    /** Country, then modulo 97 (ISO 13616). */
    public static boolean isIban(String text) {
        if (text.length() < IBAN_SHORTEST || !CodeList.COUNTRY2.has(text.substring(0, 2))) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt((i + 4) % text.length());
            if (isDigit(c)) {
                rest = (10 * rest + c - '0') % 97;
            } else if (c >= 'A' && c <= 'Z') {
                rest = (100 * rest + c - 'A' + 10) % 97;
            } else {
                return false;
            }
        }
        return rest == 1;
    }

    /** One of {@code - _ 0-9 A-Z a-z}. */
    public static boolean isImporter(String text) {
        char c = text.charAt(0);
        return c == '-' || c == '_' || isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    public static boolean hasNonDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public static boolean isAllZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** ICCBBA's media types: 01 to 10, and 80 to 99 for local use. */
    public static boolean isMedia(String text) {
        int type = Integer.parseInt(text);
        return (type >= 1 && type <= 10) || type >= 80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
