package dev.lotline.edge.printing.layout;

import dev.lotline.edge.printing.zpl.Code128;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.Placed.Shape;

/**
 * Where a field is dark, in dots, and how much around it must stay light.
 *
 * @param left quiet dots to the left; likewise the others
 */
record Area(Placed field, int width, int height, int left, int right, int vertical) {
    private static final int CODE_128_QUIET = 10;
    private static final int EAN_LEFT = 11;
    private static final int EAN_RIGHT = 7;
    private static final int EAN_MODULES = 95;
    private static final int MATRIX_QUIET = 2;
    private static final int QR_QUIET = 4;

    static Area of(Placed field) {
        int module = field.module();
        return switch (field.shape()) {
            case TEXT -> new Area(field, FontWidths.of(field.data(), field.width()), field.height(), 0, 0, 0);
            case BOX -> new Area(field, field.width(), field.height(), 0, 0, 0);
            case CODE_128 ->
                new Area(
                        field,
                        Code128.modules(field.data()) * module,
                        field.height(),
                        CODE_128_QUIET * module,
                        CODE_128_QUIET * module,
                        0);
            case EAN_13 ->
                new Area(field, EAN_MODULES * module, field.height(), EAN_LEFT * module, EAN_RIGHT * module, 0);
            case DATA_MATRIX -> square(field, MATRIX_QUIET);
            case QR -> square(field, QR_QUIET);
        };
    }

    private static Area square(Placed field, int quiet) {
        int side = Symbols.modules(field).size() * field.module();
        int light = quiet * field.module();
        return new Area(field, side, side, light, light, light);
    }

    boolean isSymbol() {
        return field.shape() != Shape.TEXT && field.shape() != Shape.BOX;
    }

    boolean isLinear() {
        return field.shape() == Shape.CODE_128 || field.shape() == Shape.EAN_13;
    }

    int x() {
        return field.x();
    }

    int y() {
        return field.y();
    }

    /** True if the other is dark where this one is, or has to be light. */
    boolean isTouchedBy(Area other) {
        return other.x() < x() + width + right
                && other.x() + other.width > x() - left
                && other.y() < y() + height + vertical
                && other.y() + other.height > y() - vertical;
    }
}
