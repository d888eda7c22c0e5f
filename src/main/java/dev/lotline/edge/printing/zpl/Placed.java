package dev.lotline.edge.printing.zpl;

/**
 * A field as it stands on a label, in dots from its upper left corner.
 *
 * @param height of characters, bars or the box; not used by two-dimensional symbols
 * @param width of characters as {@code ^A0} takes it, or of the box
 * @param module of a symbol; the thickness of a box
 * @param reversed true if it is light on what is dark below it
 * @param data decoded from its hex form; for Code 128 with its subset signs
 */
public record Placed(Shape shape, int x, int y, int height, int width, int module, boolean reversed, String data) {
    /** What it is. */
    public enum Shape {
        TEXT,
        CODE_128,
        DATA_MATRIX,
        QR,
        EAN_13,
        BOX
    }
}
