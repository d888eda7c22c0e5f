package dev.lotline.edge.barcode.picture;

import java.util.List;

/**
 * One symbol of a photo.
 *
 * @param format such as {@code CODE_128}; what it is printed as, whatever its content
 * @param aimId such as {@code ]C1}
 * @param data without the AIM id, FNC1 as U+001D; DataBar Expanded in brackets, as the decoder prints it
 * @param corners what the decoder aims at, in pixels of the upright photo: the ends of a bar code, the corners or finders
 *     of a square one
 */
public record FoundSymbol(String format, String aimId, String data, List<Corner> corners) {

    /** A place in the upright photo. */
    public record Corner(int x, int y) {}
}
