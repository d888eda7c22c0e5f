package dev.lotline.edge.barcode.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each of six symbols in two of the bad photos of {@link DistortedPhotosRun}, and a deadline that ends a look in its middle. */
class DistortedPhotosTest {

    private static final List<String> BAD = List.of("turned 33", "noise");
    private final PhotoReader reader = new PhotoReader(BadPhotos::nanoTime);

    @Test
    void each_symbol_is_read_askew_and_in_noise() throws IOException {
        for (Map.Entry<String, BufferedImage> symbol : BadPhotos.symbols().entrySet()) {
            Map<String, UnaryOperator<BufferedImage>> distortions = BadPhotos.distortions();
            for (String bad : BAD) {
                byte[] photo = BadPhotos.photo(symbol.getValue(), bad, distortions.get(bad));
                assertEquals(
                        List.of(BadPhotos.dataOf(symbol.getKey())),
                        reader.read(photo, Expected.ITEM).symbols().stream()
                                .map(FoundSymbol::data)
                                .toList(),
                        symbol.getKey() + " " + bad);
            }
        }
    }

    /** A clock of its own: every look at it is a millisecond. */
    @Test
    void a_search_ends_within_a_row_when_time_is_up() throws IOException {
        long[] looks = new long[1];
        PhotoReader impatient = new PhotoReader(() -> 1_000_000L * looks[0]++);
        BufferedImage carton = BadPhotos.carton().getSubimage(0, 0, 1_200, 900);
        assertEquals(
                List.of(),
                impatient.read(BadPhotos.jpeg(carton, 0.9f), Expected.ITEM).symbols());
        int rows = 1_300;
        assertEquals(rows, looks[0], 300, "looks at the clock");
    }
}
