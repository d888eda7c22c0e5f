package dev.lotline.edge.barcode.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

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
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                int grey = (306 * (argb >> 16 & 255) + 601 * (argb >> 8 & 255) + 117 * (argb & 255)) >> 10;
                int alpha = argb >>> 24;
                values[y * width + x] = (byte) ((grey * alpha + WHITE * (WHITE - alpha)) / WHITE);
            }
        }
        return new Grey(values, width, height);
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
        for (int y = 0; y < placement.height(); y++) {
            for (int x = 0; x < placement.width(); x++) {
                placed[y * placement.width() + x] = (byte) between(placement.sourceX(x, y), placement.sourceY(x, y));
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

    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        return (int) ((1 - below) * ((1 - right) * at(left, top) + right * at(left + 1, top))
                + below * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1)));
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : values[y * width + x] & 255;
    }
}
