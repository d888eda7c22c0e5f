package dev.lotline.edge.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether an address says what it seems to: percent-encoded UTF-8, without the NUL that no database keeps. */
final class Addresses {
    private static final int HEX = 16;
    private static final int ESCAPED = 3;

    private Addresses() {}

    /** True for path and query that can be read; what can't be would come through as U+FFFD or fail at the database. */
    static boolean readable(String rawUri) {
        if (rawUri.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rawUri.length());
        int n = 0;
        while (n < rawUri.length()) {
            int octet = rawUri.charAt(n);
            if (octet == '%') {
                octet = octet(rawUri, n);
                n += ESCAPED;
            } else {
                n++;
            }
            if (octet <= 0) {
                return false;
            }
            bytes.write(octet);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException noUtf8) {
            return false;
        }
    }

    /** The octet behind a percent sign, -1 when there is none. */
    private static int octet(String uri, int at) {
        if (at + 2 >= uri.length()) {
            return -1;
        }
        int high = Character.digit(uri.charAt(at + 1), HEX);
        int low = Character.digit(uri.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
