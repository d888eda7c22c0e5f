package dev.lotline.edge.barcode.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Six symbols, each in twelve bad photos: at least 66 of 72 are read, none wrongly, and in time, which is that of the
 * processor. Only by the profile {@code oracle}.
 */
class DistortedPhotosRun {

    private static final int LEAST = 66;
    private static final long MOST_MILLIS = 1_500;
    private final PhotoReader reader = new PhotoReader(BadPhotos::nanoTime);
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();

    @Test
    void six_symbols_in_twelve_bad_photos() throws IOException {
        all(label -> label);
        assertTrue(72 - missed.size() >= LEAST, () -> "missed: " + missed);
    }

    @Test
    void a_photo_of_twelve_megapixels_is_read_in_time() throws IOException {
        BufferedImage large = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 4_000, 3_000);
        graphics.drawImage(BadPhotos.symbols().values().iterator().next(), 900, 1_200, 2_000, 400, null);
        byte[] photo = BadPhotos.jpeg(large, 0.9f);
        for (int i = 0; i < 20; i++) {
            assertEquals(1, look(photo).size());
        }
        over("12 Mpx");
    }

    /** The same 72 with carton around them, as large as a telephone takes them: those that can't be read take longest. */
    @Test
    void no_photo_of_twelve_megapixels_takes_long() throws IOException {
        BufferedImage carton = BadPhotos.carton();
        all(label -> BadPhotos.stuckTo(carton, label));
    }

    private void all(UnaryOperator<BufferedImage> surroundings) throws IOException {
        for (Map.Entry<String, BufferedImage> symbol : BadPhotos.symbols().entrySet()) {
            String right = BadPhotos.dataOf(symbol.getKey());
            for (Map.Entry<String, UnaryOperator<BufferedImage>> bad :
                    BadPhotos.distortions().entrySet()) {
                String name = symbol.getKey() + " " + bad.getKey();
                List<FoundSymbol> found = look(BadPhotos.photo(
                        symbol.getValue(),
                        bad.getKey(),
                        label -> surroundings.apply(bad.getValue().apply(label))));
                if (found.stream().noneMatch(s -> s.data().equals(right))) {
                    missed.add(name);
                }
                found.stream().filter(s -> !s.data().equals(right)).forEach(s -> wrong.add(name + ": " + s));
            }
        }
        over("72 bad photos: read " + (72 - missed.size()) + ", wrong " + wrong.size() + ", missed " + missed);
        assertEquals(List.of(), wrong);
    }

    private List<FoundSymbol> look(byte[] photo) {
        long start = BadPhotos.nanoTime();
        List<FoundSymbol> found = reader.read(photo, Expected.ITEM).symbols();
        millis.add((BadPhotos.nanoTime() - start) / 1_000_000);
        return found;
    }

    private void over(String what) {
        millis.sort(null);
        long p95 = millis.get((int) Math.ceil(0.95 * millis.size()) - 1);
        System.out.println(what + ", median " + millis.get(millis.size() / 2) + " ms, p95 " + p95 + " ms, most "
                + millis.get(millis.size() - 1) + " ms");
        assertTrue(p95 <= MOST_MILLIS, () -> "p95 " + p95 + " ms");
    }
}
