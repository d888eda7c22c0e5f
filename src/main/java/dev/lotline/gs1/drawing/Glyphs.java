package dev.lotline.gs1.drawing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Printable ASCII in dots of our own: a container without fonts draws the same picture as a desk. */
final class Glyphs {

    static final int WIDTH = 8;
    static final int HEIGHT = 13;

    private static final String RESOURCE = "/barcode/glyphs.txt";
    private static final List<byte[]> ROWS = read();

    private Glyphs() {}

    /** True if the dot of this character is dark; a character we have no dots for is a question mark. */
    static boolean isDark(char c, int x, int y) {
        if (c == ' ') {
            return false;
        }
        int index = c - '!';
        byte[] rows = ROWS.get(index >= 0 && index < ROWS.size() ? index : '?' - '!');
        return (rows[y] >> (WIDTH - 1 - x) & 1) == 1;
    }

    private static List<byte[]> read() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Glyphs.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.US_ASCII))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HexFormat.of()::parseHex)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
