package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.stock.ItemSql.Listed;
import dev.lotline.stock.figures.BottleneckVocabulary;
import dev.lotline.stock.figures.Figure;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.position.PositionRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item as Jetpack counts it.
 *
 * @param exception null where only the house can tell, as is {@code backordered}
 * @param nearest the earliest expiration of good units; null = there is none
 * @param cursor behind which the next page begins
 */
record ItemRow(
        long id,
        String owner,
        @Nullable String warehouse,
        String sku,
        String name,
        String status,
        BigDecimal incoming,
        BigDecimal onHand,
        BigDecimal committed,
        BigDecimal fulfillable,
        BigDecimal held,
        @Nullable BigDecimal exception,
        @Nullable BigDecimal backordered,
        @Nullable LocalDate nearest,
        String cursor) {

    static ItemRow of(PositionRow row, Listed listed, String owner, @Nullable String warehouse) {
        JetpackVocabulary jetpack = JetpackVocabulary.of(row.position());
        return new ItemRow(
                listed.id(),
                owner,
                warehouse,
                listed.sku(),
                row.product().name(),
                BottleneckVocabulary.of(row.position(), row.product()).status().toString(),
                jetpack.incoming().value(),
                jetpack.onHand().value(),
                jetpack.committed().value(),
                jetpack.fulfillable().value(),
                LotRow.sum(jetpack.quarantine(), jetpack.damaged(), jetpack.shortDated()),
                value(jetpack.exception()),
                value(jetpack.backordered()),
                listed.nearest(),
                listed.sortedBy() + "\n" + listed.sku());
    }

    static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }

    /** The identity, with the numbers. */
    String identity() {
        return onHand.toPlainString() + " = " + committed.toPlainString() + " + " + fulfillable.toPlainString();
    }
}
