package dev.lotline.gs1.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the knobs of a profile do to a text. Each answers the same object when there was nothing to do. */
public final class ProfileText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char GS = '\u001d';

    private ProfileText() {}

    /** Without byte order mark, framing (NUL, STX, ETX) at the ends, prefix and suffix. */
    public static String trimmed(String data, ScanProfile profile) {
        int from = !data.isEmpty() && data.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int to = data.length();
        while (from < to && isFrame(data.charAt(from))) {
            from++;
        }
        if (!profile.prefix().isEmpty() && data.startsWith(profile.prefix(), from)) {
            from = Math.min(to, from + profile.prefix().length());
        }
        while (to > from && (isFrame(data.charAt(to - 1)) || profile.suffix().indexOf(data.charAt(to - 1)) >= 0)) {
            to--;
        }
        return data.substring(from, to);
    }

    /** With GS for each alias; the longest alias is tried first. */
    public static String withGs(String text, List<String> aliases) {
        String replaced = text;
        for (int i = 0; i < aliases.size(); i++) {
            String alias = aliases.get(i);
            if (replaced.contains(alias)) {
                replaced = replaced.replace(alias, String.valueOf(GS));
            }
        }
        return replaced;
    }

    /** X of a text that is X twice, with or without a line end between; null if it isn't. */
    public static @Nullable String half(String text) {
        int length = text.length();
        int half = length / 2;
        if (half < 4 || text.charAt(0) != text.charAt(length - half)) {
            return null;
        }
        boolean between = length % 2 == 1;
        if (between && text.charAt(half) != '\r' && text.charAt(half) != '\n' && text.charAt(half) != '\t') {
            return null;
        }
        return text.regionMatches(0, text, length - half, half) ? text.substring(0, half) : null;
    }

    /** With the case of all letters A to Z swapped, as a keyboard with CapsLock on makes it. */
    public static String caseSwapped(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            swapped.append(letter ? (char) (c ^ 0x20) : c);
        }
        return swapped.toString();
    }

    /** UPC-A of UPC-E with 6 digits, 7 (with its number system) or 8 (with its check digit too); null if it is none. */
    public static @Nullable String expanded(String digits) {
        int length = digits.length();
        if (length < 6 || length > 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        char system = length == 6 ? '0' : digits.charAt(0);
        String six = length == 6 ? digits : digits.substring(1, 7);
        if (system > '1') {
            return null;
        }
        char last = six.charAt(5);
        String middle = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        String eleven = system + middle;
        return eleven + (length == 8 ? digits.charAt(7) : check(eleven));
    }

    private static char check(String eleven) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (eleven.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static boolean isFrame(char c) {
        return c == 0 || c == 2 || c == 3;
    }
}
