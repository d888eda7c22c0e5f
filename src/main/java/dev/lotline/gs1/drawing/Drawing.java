package dev.lotline.gs1.drawing;

import java.util.List;

/**
 * A symbol in modules, its quiet zones around it.
 *
 * @param rows from top to bottom, dark = true, all of the same width; one row for a linear symbol
 * @param linear true if the one row is to be drawn as high bars
 * @param left light modules before the first one
 * @param right light modules behind the last one
 * @param vertical light modules above and below
 * @param bearers true for bars above and below (ITF-14)
 * @param text what stands below in plain characters; empty = nothing
 */
public record Drawing(
        List<boolean[]> rows, boolean linear, int left, int right, int vertical, boolean bearers, String text) {

    /** Bars are this many modules high (GS1 General Specifications 5.2 asks for about that of a label). */
    static final int BAR_HEIGHT = 40;

    /** How thick a bearer bar is. */
    static final int BEARER = 4;

    public Drawing {
        rows = List.copyOf(rows);
    }

    /** The same with nothing below. */
    public Drawing withoutText() {
        return withText("");
    }

    /** Modules from edge to edge. */
    public int width() {
        return left + rows.get(0).length + right;
    }

    /** Modules from edge to edge, without the text. */
    public int height() {
        return 2 * vertical + symbolHeight();
    }

    int symbolHeight() {
        return linear ? BAR_HEIGHT + (bearers ? 2 * BEARER : 0) : rows.size();
    }

    /** True if the module at this place, counted from the corner of the quiet zone, is dark. */
    boolean isDark(int x, int y) {
        int row = y - vertical;
        if (row < 0 || row >= symbolHeight()) {
            return false;
        }
        if (bearers && (row < BEARER || row >= symbolHeight() - BEARER)) {
            return true;
        }
        boolean[] modules = rows.get(linear ? 0 : row);
        return x >= left && x - left < modules.length && modules[x - left];
    }

    Drawing withText(String other) {
        return new Drawing(rows, linear, left, right, vertical, bearers, other);
    }
}
