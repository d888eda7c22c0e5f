package dev.lotline.edge.barcode.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a photo takes of the memory, whatever its pixels are made of. */
class PhotoMemoryTest {

    private static final long MOST = 100_000_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Eight bytes a pixel: just below the side at which every second one is left out, 128 MB of them. */
    @ParameterizedTest
    @ValueSource(ints = {3_999, 4_600})
    void sixteen_bits_a_colour_take_no_more_than_others(int side) throws Exception {
        byte[] png = deep(side);
        long before = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
        Photo photo = Photo.of(png);
        long taken = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        System.out.println(side + "² of 16 bits: " + taken / 1_000_000 + " MB");
        assertTrue(taken <= MOST, taken + " bytes");
        assertEquals(side, photo.width());
        assertTrue(photo.grey().width() <= 2_500 && photo.grey().width() >= 1_000);
        int middle = photo.grey().values()[photo.grey().values().length / 2] & 255;
        assertEquals(255, middle, 2);
    }

    @Test
    void brightness_of_sixteen_bits_is_that_of_eight() throws Exception {
        Photo photo = Photo.of(deep(400));
        assertEquals(400, photo.grey().width());
        assertEquals(0, photo.grey().values()[0] & 255, 2);
    }

    /** Four values of sixteen bits a pixel: black in the first hundred rows, white below, transparent nowhere. */
    private static byte[] deep(int side) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(new byte[] {16, 6, 0, 0, 0})
                        .array());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
            for (int y = 0; y < side; y++) {
                byte[] row = new byte[1 + 8 * side];
                for (int at = 1; at < row.length; at++) {
                    row[at] = (byte) (y < 100 && (at - 1) % 8 < 6 ? 0 : 255);
                }
                row[0] = 0;
                deflated.write(row);
            }
        }
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        png.writeBytes(chunk.putInt((int) crc.getValue()).array());
    }
}
