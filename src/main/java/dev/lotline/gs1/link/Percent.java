package dev.lotline.gs1.link;

import dev.lotline.gs1.check.Grammar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoding of RFC 3986, once and strictly. */
final class Percent {

    private static final String HEX = "0123456789ABCDEF";
    private static final String PUNCTUATION = "-._~";
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private Percent() {}

    /** True if RFC 3986 allows every character in a URI. */
    static boolean isUri(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAlphanumeric(text.charAt(i)) && LEGAL.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Null if an escape is broken, stands for NUL, or the bytes are no UTF-8; {@code +} is a space in a query only. */
    static @Nullable String decoded(String text, boolean query) {
        if (text.indexOf('%') < 0) {
            return query ? text.replace('+', ' ') : text;
        }
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = i + 2 < text.length()
                        ? 16 * Grammar.hex(text.charAt(i + 1)) + Grammar.hex(text.charAt(i + 2))
                        : 0;
                if (value <= 0 || Grammar.hex(text.charAt(i + 1)) < 0 || Grammar.hex(text.charAt(i + 2)) < 0) {
                    return null;
                }
                bytes[length++] = (byte) value;
                i += 2;
            } else {
                bytes[length++] = (byte) (query && c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Everything but unreserved characters as {@code %HH}. */
    static void encode(String text, StringBuilder into) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || PUNCTUATION.indexOf(c) >= 0) {
                into.append(c);
            } else {
                into.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
