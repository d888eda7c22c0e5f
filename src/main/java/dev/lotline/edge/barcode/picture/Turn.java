package dev.lotline.edge.barcode.picture;

import dev.lotline.edge.barcode.picture.FoundSymbol.Corner;

/**
 * From the pixels of the file to those of the upright photo, by the orientation of EXIF.
 *
 * @param orientation 1 to 8
 * @param storedWidth as in the file
 */
record Turn(int orientation, int storedWidth, int storedHeight) {

    int width() {
        return orientation >= 5 ? storedHeight : storedWidth;
    }

    int height() {
        return orientation >= 5 ? storedWidth : storedHeight;
    }

    Corner upright(double x, double y) {
        double fromRight = storedWidth - 1 - x;
        double fromBelow = storedHeight - 1 - y;
        return switch (orientation) {
            case 2 -> corner(fromRight, y);
            case 3 -> corner(fromRight, fromBelow);
            case 4 -> corner(x, fromBelow);
            case 5 -> corner(y, x);
            case 6 -> corner(fromBelow, x);
            case 7 -> corner(fromBelow, fromRight);
            case 8 -> corner(y, fromRight);
            default -> corner(x, y);
        };
    }

    private static Corner corner(double x, double y) {
        return new Corner((int) Math.round(x), (int) Math.round(y));
    }
}
