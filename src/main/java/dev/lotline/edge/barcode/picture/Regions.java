package dev.lotline.edge.barcode.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Places of a picture that may be a square symbol: connected patches of contrast of about the right shape. The decoder of
 * DataMatrix looks from the middle outwards and finds nothing that isn't there.
 */
final class Regions {

    private static final int CONTRAST = 60;
    private static final int SHORTEST = 18;
    private static final double MOST_OBLONG = 4;
    private static final int MOST = 12;

    private final Grey grey;
    private final int cell;
    private final int columns;
    private final int rows;
    private final boolean[] busy;

    /** @param cell pixels along a side of the squares that are looked at as one */
    Regions(Grey grey, int cell) {
        this.grey = grey;
        this.cell = cell;
        this.columns = (grey.width() + cell - 1) / cell;
        this.rows = (grey.height() + cell - 1) / cell;
        this.busy = new boolean[columns * rows];
        for (int at = 0; at < busy.length; at++) {
            busy[at] = hasContrast(at % columns, at / columns);
        }
    }

    /** The largest first, a margin around each. */
    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at < busy.length; at++) {
            if (busy[at]) {
                Box box = patch(at);
                if (box.isLikely()) {
                    boxes.add(box.widened(2 * cell, grey));
                }
            }
        }
        boxes.sort(Comparator.comparingInt(Box::area).reversed());
        return boxes.subList(0, Math.min(MOST, boxes.size()));
    }

    /** Pixels from {@code left} to before {@code right}. */
    record Box(int left, int top, int right, int bottom) {

        boolean isLikely() {
            double width = right - left;
            double height = bottom - top;
            return Math.min(width, height) >= SHORTEST
                    && Math.max(width, height) / Math.min(width, height) <= MOST_OBLONG;
        }

        Box widened(int margin, Grey in) {
            return new Box(
                    Math.max(0, left - margin),
                    Math.max(0, top - margin),
                    Math.min(in.width(), right + margin),
                    Math.min(in.height(), bottom + margin));
        }

        int area() {
            return (right - left) * (bottom - top);
        }
    }

    /** Walks over one patch and takes it off the map. */
    private Box patch(int start) {
        Box box = new Box(grey.width(), grey.height(), 0, 0);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        busy[start] = false;
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % columns;
            int y = at / columns;
            box = new Box(
                    Math.min(box.left(), x * cell),
                    Math.min(box.top(), y * cell),
                    Math.max(box.right(), Math.min(grey.width(), (x + 1) * cell)),
                    Math.max(box.bottom(), Math.min(grey.height(), (y + 1) * cell)));
            for (int dy = Math.max(0, y - 1); dy <= Math.min(rows - 1, y + 1); dy++) {
                for (int dx = Math.max(0, x - 1); dx <= Math.min(columns - 1, x + 1); dx++) {
                    if (busy[dy * columns + dx]) {
                        busy[dy * columns + dx] = false;
                        open.push(dy * columns + dx);
                    }
                }
            }
        }
        return box;
    }

    private boolean hasContrast(int column, int row) {
        int darkest = 255;
        int lightest = 0;
        // one pixel over the edge: an edge between two squares belongs to both
        for (int y = row * cell; y < Math.min(grey.height(), (row + 1) * cell + 1); y++) {
            for (int x = column * cell; x < Math.min(grey.width(), (column + 1) * cell + 1); x++) {
                int value = grey.values()[y * grey.width() + x] & 255;
                darkest = Math.min(darkest, value);
                lightest = Math.max(lightest, value);
            }
        }
        return lightest - darkest > CONTRAST;
    }
}
