package lotline.simulators;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * What a device makes for its events: UUIDv7 ids, its own sequence, its clock. Never from the seed: the same shift
 * played twice must not be a replay. For one thread.
 */
final class Ids {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    // starts at the clock, so that a device of the same name goes on where its last shift ended
    private long seq = System.currentTimeMillis() * 1000;
    private long second;
    private long last;
    private byte[] text = new byte[0];

    String id() {
        byte[] out = new byte[36];
        id(out, 0);
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    /** Writes 36 characters. */
    void id(byte[] out, int at) {
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextLong() & 0xFFF;
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        int position = at;
        for (int i = 0; i < 32; i++) {
            if (i == 8 || i == 12 || i == 16 || i == 20) {
                out[position++] = '-';
            }
            long half = i < 16 ? high : low;
            out[position++] = (byte) HEX[(int) (half >>> 60 - (i % 16) * 4) & 15];
        }
    }

    /** Sixteen digits until the year 2286. */
    long seq() {
        return ++seq;
    }

    /** The device's clock with milliseconds, 29 characters; a hand never scans twice in one millisecond. */
    byte[] at() {
        long now = Math.max(System.currentTimeMillis(), last + 1);
        last = now;
        if (now / 1000 != second) {
            second = now / 1000;
            text = AT.format(Instant.ofEpochMilli(now)).getBytes(StandardCharsets.ISO_8859_1);
        }
        int millis = (int) (now % 1000);
        text[20] = (byte) ('0' + millis / 100);
        text[21] = (byte) ('0' + millis / 10 % 10);
        text[22] = (byte) ('0' + millis % 10);
        return text;
    }

    String now() {
        return new String(at(), StandardCharsets.ISO_8859_1);
    }
}
