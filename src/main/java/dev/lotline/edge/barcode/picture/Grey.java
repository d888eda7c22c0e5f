package dev.lotline.edge.barcode.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Brightness values of a picture, row by row, 0 = black.
 *
 * @param values {@code width × height} of them
 */
record Grey(byte[] values, int width, int height) {

    private static final int WHITE = 255;

    /** What is transparent is white: labels are printed on paper. */
    static Grey of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] values = new byte[width * height];
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer) {
            // what photos unpack to; asking for colours pixel by pixel takes longer than unpacking did
            fromBgr(buffer.getData(), values);
            return new Grey(values, width, height);
        }
        if (image.getRaster().getDataBuffer() instanceof DataBufferUShort
                && !(image.getColorModel() instanceof IndexColorModel)
                && image.getType() == BufferedImage.TYPE_CUSTOM) {
            fromSixteenBits(image.getRaster(), values);
            return new Grey(values, width, height);
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                values[y * width + x] = onPaper(argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24);
            }
        }
        return new Grey(values, width, height);
    }

    /** One, two, three or four values a pixel: grey or colours, then alpha. The JDK converts each by the colour space. */
    private static void fromSixteenBits(Raster raster, byte[] values) {
        int bands = raster.getNumBands();
        int[] row = new int[raster.getWidth() * bands];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int at = 0; at < row.length; at += bands) {
                int red = row[at] >> 8;
                boolean coloured = bands > 2;
                int alpha = bands % 2 == 0 ? row[at + bands - 1] >> 8 : WHITE;
                values[to++] =
                        onPaper(red, coloured ? row[at + 1] >> 8 : red, coloured ? row[at + 2] >> 8 : red, alpha);
            }
        }
    }

    private static byte onPaper(int red, int green, int blue, int alpha) {
        int grey = (306 * red + 601 * green + 117 * blue) >> 10;
        return (byte) ((grey * alpha + WHITE * (WHITE - alpha)) / WHITE);
    }

    private static void fromBgr(byte[] bgr, byte[] values) {
        for (int i = 0, at = 0; i < values.length; i++, at += 3) {
            int grey = 306 * (bgr[at + 2] & 255) + 601 * (bgr[at + 1] & 255) + 117 * (bgr[at] & 255);
            values[i] = (byte) (grey >> 10);
        }
    }

    /** The mean of every {@code factor × factor} values; the same if {@code factor} is 1. */
    Grey reduced(int factor) {
        if (factor <= 1) {
            return this;
        }
        int smallWidth = width / factor;
        int smallHeight = height / factor;
        byte[] small = new byte[smallWidth * smallHeight];
        for (int y = 0; y < smallHeight; y++) {
            for (int x = 0; x < smallWidth; x++) {
                int sum = 0;
                for (int dy = 0; dy < factor; dy++) {
                    int from = (y * factor + dy) * width + x * factor;
                    for (int dx = 0; dx < factor; dx++) {
                        sum += values[from + dx] & 255;
                    }
                }
                small[y * smallWidth + x] = (byte) (sum / (factor * factor));
            }
        }
        return new Grey(small, smallWidth, smallHeight);
    }

    /** Drawn by {@code placement}, from here to there, between the values; white where nothing was. */
    Grey placed(Placement placement) {
        byte[] placed = new byte[placement.width() * placement.height()];
        int stepX = fixed(placement.sourceX(1, 0) - placement.sourceX(0, 0));
        int stepY = fixed(placement.sourceY(1, 0) - placement.sourceY(0, 0));
        int to = 0;
        for (int row = 0; row < placement.height(); row++) {
            int x = fixed(placement.sourceX(0, row));
            int y = fixed(placement.sourceY(0, row));
            for (int column = 0; column < placement.width(); column++) {
                placed[to++] = (byte) between(x, y);
                x += stepX;
                y += stepY;
            }
        }
        return new Grey(placed, placement.width(), placement.height());
    }

    /** Sharper by what a mean over 3 × 3 takes away; helps against blur. */
    Grey sharpened() {
        byte[] sharp = values.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                int own = values[at] & 255;
                int sharper = own + 2 * (own - mean(at));
                sharp[at] = (byte) Math.max(0, Math.min(WHITE, sharper));
            }
        }
        return new Grey(sharp, width, height);
    }

    /** The mean over 3 × 3; helps against noise. */
    Grey smoothed() {
        byte[] smooth = values.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                smooth[y * width + x] = (byte) mean(y * width + x);
            }
        }
        return new Grey(smooth, width, height);
    }

    private int mean(int at) {
        int sum = 0;
        for (int dy = -width; dy <= width; dy += width) {
            sum += (values[at + dy - 1] & 255) + (values[at + dy] & 255) + (values[at + dy + 1] & 255);
        }
        return sum / 9;
    }

    /** With sixteen binary places: turning a photo by floating point takes longer than looking for codes in it. */
    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private int between(int fixedX, int fixedY) {
        int left = fixedX >> 16;
        int top = fixedY >> 16;
        int right = fixedX >> 8 & 255;
        int below = fixedY >> 8 & 255;
        if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
            int at = top * width + left;
            return (256 - below) * ((256 - right) * (values[at] & 255) + right * (values[at + 1] & 255))
                            + below
                                    * ((256 - right) * (values[at + width] & 255)
                                            + right * (values[at + width + 1] & 255))
                    >> 16;
        }
        return (256 - below) * ((256 - right) * at(left, top) + right * at(left + 1, top))
                        + below * ((256 - right) * at(left, top + 1) + right * at(left + 1, top + 1))
                >> 16;
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : values[y * width + x] & 255;
    }
}
