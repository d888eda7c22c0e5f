package dev.lotline.edge.barcode.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.barcode.picture.FoundSymbol.Corner;
import dev.lotline.edge.barcode.picture.PhotoReader.Answer;
import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import dev.lotline.edge.barcode.picture.PhotoReader.Refused;
import dev.lotline.gs1.drawing.Picture;
import dev.lotline.gs1.drawing.SymbolKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos: what is found in them, and what they may not do to us. */
class PhotoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final PhotoReader reader = new PhotoReader(BadPhotos::nanoTime);

    @Test
    void every_symbol_of_a_label_is_found_at_its_place() {
        BufferedImage label = paper(900, 700);
        place(label, SymbolKind.GS1_128, "(01)09504000059101(10)AB-123", 60, 60);
        place(label, SymbolKind.GS1_DATAMATRIX, "(01)09504000059101(10)AB-123(21)S1", 80, 320);
        place(label, SymbolKind.EAN_13, "9504000059101", 500, 500);
        Answer answer = reader.read(jpeg(label), Expected.ANY);
        assertEquals(
                Set.of("]C1010950400005910110AB-123", "]d2010950400005910110AB-123\u001d21S1", "]E09504000059101"),
                answer.symbols().stream().map(s -> s.aimId() + s.data()).collect(Collectors.toSet()));
        assertEquals(900, answer.width());
        FoundSymbol ean = answer.symbols().stream()
                .filter(s -> s.format().equals("EAN_13"))
                .findFirst()
                .orElseThrow();
        for (Corner corner : ean.corners()) {
            assertTrue(corner.x() > 500 && corner.y() > 490, ean::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void corners_are_those_of_the_upright_photo(int orientation) {
        BufferedImage photo = paper(800, 400);
        place(photo, SymbolKind.QR, "LOC-A-01", 40, 40);
        byte[] jpeg = withOrientation(jpeg(photo), orientation);
        Answer answer = reader.read(jpeg, Expected.ANY);
        assertEquals("LOC-A-01", answer.symbols().get(0).data());
        boolean lying = orientation >= 5;
        assertEquals(lying ? 400 : 800, answer.width());
        boolean right = Set.of(2, 3, 6, 7).contains(orientation);
        boolean below = Set.of(3, 4, 7, 8).contains(orientation);
        for (Corner corner : answer.symbols().get(0).corners()) {
            assertEquals(right, corner.x() > answer.width() / 2, orientation + " " + corner);
            assertEquals(below, corner.y() > answer.height() / 2, orientation + " " + corner);
        }
    }

    @Test
    void a_webp_is_a_photo() throws IOException {
        try (InputStream file = PhotoTest.class.getResourceAsStream("/barcode/label.webp")) {
            Answer answer = reader.read(file.readAllBytes(), Expected.ANY);
            assertEquals("010950400005910110WEBP", answer.symbols().get(0).data());
        }
    }

    @Test
    void a_photo_of_nothing_has_no_symbols() {
        Answer answer = reader.read(jpeg(paper(640, 480)), Expected.ANY);
        assertNull(answer.refused());
        assertTrue(answer.symbols().isEmpty());
    }

    @Test
    void a_header_of_too_many_pixels_is_refused_before_they_are_unpacked() {
        long start = System.nanoTime();
        assertEquals(
                Refused.TOO_LARGE,
                reader.read(pngHeader(60_000, 60_000), Expected.ANY).refused());
        assertEquals(
                Refused.TOO_LARGE,
                reader.read(pngHeader(24_001, 1_000), Expected.ANY).refused());
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
    }

    @Test
    void broken_bytes_are_refused_and_never_thrown() {
        Random random = new Random(7);
        byte[] sound = jpeg(paper(200, 100));
        byte[] png = Picture.png(SymbolKind.QR.draw("A", "https://id.gs1.org", TODAY), 2);
        for (int i = 0; i < 80; i++) {
            byte[] bytes = (i % 2 == 0 ? sound : png).clone();
            for (int n = 0; n < 1 + i % 20; n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertNotNull(
                    reader.read(i % 3 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes, Expected.ANY));
        }
        assertEquals(
                Refused.OTHER_FORMAT, reader.read(new byte[0], Expected.ANY).refused());
        assertEquals(
                Refused.OTHER_FORMAT,
                reader.read("GIF89a..........".getBytes(), Expected.ANY).refused());
        assertEquals(
                Refused.BROKEN,
                reader.read(Arrays.copyOf(png, 40), Expected.ANY).refused());
    }

    private static BufferedImage paper(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static void place(BufferedImage on, SymbolKind kind, String data, int x, int y) {
        try {
            byte[] png = Picture.png(kind.draw(data, "https://id.gs1.org", TODAY), 3);
            on.createGraphics().drawImage(ImageIO.read(new ByteArrayInputStream(png)), x, y, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An EXIF segment with nothing but the orientation, behind the first marker. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes());
        exif.put("MM".getBytes()).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.write(exif.array(), 0, 36);
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes()).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4 + 32);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.putInt(13).put(chunk.array()).putInt((int) crc.getValue());
        return png.array();
    }
}
