package dev.lotline.edge.barcode.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A photo, decoded: its header is believed before a single pixel is unpacked.
 *
 * @param grey brightness, at most {@value #LONG_SIDE} to twice as many values along the long side
 * @param factor how many pixels of the photo one value of {@code grey} stands for, along each side
 * @param orientation of EXIF, 1 to 8
 * @param width pixels as stored, before orientation
 */
record Photo(Grey grey, int factor, int orientation, int width, int height) {

    /** A picture of more pixels is refused before it is unpacked. */
    static final long MOST_PIXELS = 24_000_000;

    private static final int LONG_SIDE = 2_000;
    private static final long MOST_BYTES = 64_000_000;
    private static final int BYTES_OF_A_JPEG = 3;
    private static final int HEADER = 12;
    private static final String WEBP = "webp";

    /** What a photo can be refused for. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        enum Reason {
            /** Not JPEG, PNG or WebP by its first bytes. */
            OTHER_FORMAT,
            /** More than {@link #MOST_PIXELS}. */
            TOO_LARGE,
            /** Begins like one of them and goes on otherwise. */
            BROKEN
        }

        Unusable(Reason reason, @Nullable Throwable cause) {
            super(reason.name(), cause);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    static Photo of(byte[] bytes) throws Unusable {
        String format = format(bytes);
        if (format == null) {
            throw new Unusable(Unusable.Reason.OTHER_FORMAT, null);
        }
        ImageReader reader = reader(format);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
                throw new Unusable(Unusable.Reason.TOO_LARGE, null);
            }
            // every second pixel where that still leaves enough, or all would take too much: a quarter of the memory
            boolean large = (long) width * height * bytesPerPixel(reader) > MOST_BYTES;
            int step = large || Math.max(width, height) >= 2 * LONG_SIDE ? 2 : 1;
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            Grey grey = Grey.of(image);
            int more = (Math.max(grey.width(), grey.height()) + LONG_SIDE - 1) / LONG_SIDE;
            int orientation = format.equals("jpeg") ? Exif.orientation(bytes) : 1;
            return new Photo(grey.reduced(more), step * more, orientation, width, height);
        } catch (IOException | RuntimeException e) {
            // decoders of the JDK answer broken files with whatever comes to hand
            throw new Unusable(Unusable.Reason.BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    /** The one for WebP is named: whether the JDK finds it depends on the class loader of whoever asks first. */
    private static ImageReader reader(String format) {
        return format.equals(WEBP)
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(format).next();
    }

    /** PNG has up to eight: four values of sixteen bits. */
    private static int bytesPerPixel(ImageReader reader) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        if (raw == null) {
            return BYTES_OF_A_JPEG;
        }
        return raw.getNumBands()
                * DataBuffer.getDataTypeSize(raw.getSampleModel().getDataType())
                / Byte.SIZE;
    }

    private static @Nullable String format(byte[] bytes) {
        if (bytes.length < HEADER) {
            return null;
        }
        if ((bytes[0] & 255) == 0xff && (bytes[1] & 255) == 0xd8 && (bytes[2] & 255) == 0xff) {
            return "jpeg";
        }
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        return starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP") ? WEBP : null;
    }

    private static boolean starts(byte[] bytes, int at, String signature) {
        for (int i = 0; i < signature.length(); i++) {
            if ((bytes[at + i] & 255) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
