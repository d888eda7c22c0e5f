package dev.lotline.gs1.scan.text;

import dev.lotline.gs1.ElementString;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The character work of normalising: ends, forbidden characters, surplus GS, escapes. */
public final class ScanText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final char RS = '\u001e';
    private static final char EOT = '\u0004';

    private ScanText() {}

    /** X if the text is X twice, with or without CR, LF or TAB between: delivered as keys and intent. Null if it isn't. */
    public static @Nullable String half(String text) {
        int half = text.length() / 2;
        if (half == 0) {
            return null;
        }
        int second = text.length() - half;
        boolean odd = second > half;
        if (odd && "\r\n\t".indexOf(text.charAt(half)) < 0) {
            return null;
        }
        return text.regionMatches(0, text, second, half) ? text.substring(0, half) : null;
    }

    /** The case of every letter of ASCII turned round, as Caps Lock does. */
    public static String swapped(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            swapped.append(letter ? (char) (c ^ 0x20) : c);
        }
        return swapped.toString();
    }

    /**
     * The text of a decoder's bytes; what is no text of the charset is read as ISO-8859-1, which never fails.
     *
     * @param charset what the profile of the device says
     */
    public static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Without byte order mark and framing (NUL, STX, ETX) at the ends, and without what wedges put around.
     *
     * @param prefix taken off once
     * @param suffix every one of these characters is taken off the end
     */
    public static String trimmed(String data, String prefix, String suffix) {
        int from = !data.isEmpty() && data.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int to = data.length();
        while (from < to && isFrame(data.charAt(from))) {
            from++;
        }
        if (!prefix.isEmpty() && data.startsWith(prefix, from)) {
            from += prefix.length();
        }
        while (to > from && (isFrame(data.charAt(to - 1)) || suffix.indexOf(data.charAt(to - 1)) >= 0)) {
            to--;
        }
        return data.substring(from, to);
    }

    /**
     * Index of the first character that no barcode may carry, or -1. GS is the only control character that may come, in
     * an envelope of ISO/IEC 15434 also RS and EOT.
     */
    public static int firstForbidden(String text) {
        boolean envelope = text.startsWith("[)>");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < 0x20 && c != ElementString.GS && !(envelope && (c == RS || c == EOT));
            if (control || (c >= 0x7f && isForbidden(text, i, c))) {
                return i;
            }
        }
        return -1;
    }

    /** One GS for several in a row, none at the start, none at the end; the same object if there was nothing to do. */
    public static String withoutSurplusGs(String text) {
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
    public static @Nullable String withoutEci(String text) {
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

    private static boolean isFrame(char c) {
        return c == 0 || c == 2 || c == 3;
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
