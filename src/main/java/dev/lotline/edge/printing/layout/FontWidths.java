package dev.lotline.edge.printing.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;

/** How wide a text of font 0 is. An accent changes nothing; what the table doesn't know is as wide as the widest. */
final class FontWidths {
    private static final String RESOURCE = "/label/font0-widths.tsv";
    private static final int WIDEST = 900;
    private static final int LAST = 0x7f;
    /** Firmware generations draw a little differently. */
    private static final double MARGIN = 1.08;

    private static final int[] WIDTHS = read();

    private FontWidths() {}

    /**
     * Dots from the first character to the last, with a margin.
     *
     * @param width as {@code ^A0} takes it
     */
    static int of(String text, int width) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c < LAST ? WIDTHS[c] : accented(text, i);
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return (int) Math.ceil(sum * MARGIN * width / 1000);
    }

    private static int accented(String text, int at) {
        String letter = new String(Character.toChars(text.codePointAt(at)));
        char first = Normalizer.normalize(letter, Normalizer.Form.NFD).charAt(0);
        return first < LAST ? WIDTHS[first] : WIDEST;
    }

    private static int[] read() {
        int[] widths = new int[LAST];
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FontWidths.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.US_ASCII))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int tab = line.indexOf('\t');
                widths[Integer.parseInt(line.substring(0, tab))] = Integer.parseInt(line.substring(tab + 1));
            });
            return widths;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
