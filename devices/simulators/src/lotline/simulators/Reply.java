package lotline.simulators;

import java.nio.charset.StandardCharsets;

/**
 * One HTTP answer. The bytes belong to the door and are good until its next reading.
 *
 * @param retryAfterMillis what the server asked for, −1 when it didn't
 */
record Reply(int status, byte[] body, int length, long retryAfterMillis) {
    Object json() {
        return Json.read(body, length);
    }

    String text() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    boolean done() {
        return status >= 200 && status < 300;
    }

    /** The same request may succeed a moment later. */
    boolean later() {
        return status == 503 || status == 429 || status == 502 || status == 504;
    }

    boolean has(byte[] word) {
        return find(word, 0) >= 0;
    }

    int count(byte[] word) {
        int count = 0;
        for (int at = find(word, 0); at >= 0; at = find(word, at + word.length)) {
            count++;
        }
        return count;
    }

    private int find(byte[] word, int from) {
        for (int at = from; at <= length - word.length; at++) {
            int same = 0;
            while (same < word.length && body[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return at;
            }
        }
        return -1;
    }
}
