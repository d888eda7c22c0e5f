package dev.lotline.operations.billing.rating;

import java.util.Comparator;

/** The finest thing that is charged; empty = none: stock without lot, or a rule that does not ask where or of what. */
public record Cell(String owner, String sku, String lot, String location) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::owner)
            .thenComparing(Cell::sku)
            .thenComparing(Cell::lot)
            .thenComparing(Cell::location);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
