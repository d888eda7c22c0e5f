package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.Stock;
import org.jspecify.annotations.Nullable;

/** Office paper, upright, in millimetres. */
public enum Paper {
    A4(210, 297),
    LETTER(215.9, 279.4);

    /** What office printers leave white. */
    static final double MARGIN = 4;
    /** Room for the knife. */
    static final double GAP = 2;

    private final double width;
    private final double height;

    Paper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Null if there is none of that name. */
    public static @Nullable Paper named(String name) {
        for (Paper paper : values()) {
            if (paper.name().equals(name)) {
                return paper;
            }
        }
        return null;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    int columns(Stock stock) {
        return fit(width, stock.width().doubleValue());
    }

    int rows(Stock stock) {
        return fit(height, stock.height().doubleValue());
    }

    private static int fit(double paper, double label) {
        return (int) ((paper - 2 * MARGIN + GAP) / (label + GAP));
    }
}
