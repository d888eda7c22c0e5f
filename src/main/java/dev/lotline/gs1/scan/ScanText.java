package dev.lotline.gs1.scan;

import dev.lotline.gs1.ElementString;
import org.jspecify.annotations.Nullable;

/** The character work of normalising: forbidden characters, surplus GS, escapes. */
final class ScanText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ScanText() {}

    /** Index of the first character that no barcode may carry, or -1; GS is the only control character that may come. */
    static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 ? c != ElementString.GS : c >= 0x7f && isForbidden(text, i, c)) {
                return i;
            }
        }
        return -1;
    }

    /** One GS for several in a row, none at the start, none at the end; the same object if there was nothing to do. */
    static String withoutSurplusGs(String text) {
        if (!hasSurplusGs(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ElementString.GS) {
                pending = !kept.isEmpty();
            } else {
                if (pending) {
                    kept.append(ElementString.GS);
                }
                pending = false;
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /**
     * The text of a symbol with extended channels: one leading {@code \000026} (UTF-8) or {@code \000003} (Latin-1) is
     * dropped, a doubled backslash is one. Null if it switches to any other character set.
     */
    static @Nullable String withoutEci(String text) {
        int i = text.startsWith("\\000026") || text.startsWith("\\000003") ? 7 : 0;
        StringBuilder plain = new StringBuilder(text.length());
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                if (!text.startsWith("\\", i)) {
                    return null;
                }
            }
            plain.append(c);
            i++;
        }
        return plain.toString();
    }

    private static boolean hasSurplusGs(String text) {
        int at = text.indexOf(ElementString.GS);
        while (at >= 0) {
            int next = at + 1;
            if (at == 0 || next == text.length() || text.charAt(next) == ElementString.GS) {
                return true;
            }
            at = text.indexOf(ElementString.GS, next);
        }
        return false;
    }

    /** C1 controls, what turns the direction of text, and what stands for text that was already broken. */
    private static boolean isForbidden(String text, int i, char c) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c <= 0x9f
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == BYTE_ORDER_MARK
                || c == 0xfffd;
    }
}
