package dev.lotline.edge.barcode.picture;

/** The one thing we want to know from a photo's EXIF data: how the camera was held. */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 512;

    private Exif() {}

    /** 1 to 8 as EXIF has it; 1 if the photo doesn't say, or says nonsense. */
    static int orientation(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 255) == 0xff) {
            int marker = jpeg[at + 1] & 255;
            int length = number(jpeg, at + 2, 2, true);
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            if (marker == APP1 && at + 10 <= jpeg.length && number(jpeg, at + 4, 4, true) == 0x45786966) {
                return ofTiff(jpeg, at + 10, Math.min(jpeg.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int ofTiff(byte[] bytes, int tiff, int end) {
        if (tiff + 8 > end) {
            return UPRIGHT;
        }
        boolean big = bytes[tiff] == 'M';
        long directory = tiff + (number(bytes, tiff + 4, 4, big) & 0xffffffffL);
        if (directory + 2 > end) {
            return UPRIGHT;
        }
        int entries = Math.min(MOST_ENTRIES, number(bytes, (int) directory, 2, big));
        for (int n = 0; n < entries; n++) {
            int at = (int) directory + 2 + n * ENTRY;
            if (at + ENTRY > end) {
                return UPRIGHT;
            }
            if (number(bytes, at, 2, big) == ORIENTATION) {
                int value = number(bytes, at + 8, 2, big);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int number(byte[] bytes, int at, int length, boolean big) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | (bytes[at + (big ? i : length - 1 - i)] & 255);
        }
        return number;
    }
}
