package dev.lotline.operations.returns;

import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Goods scanned at the returns desk.
 *
 * @param document the returns document they belong to; null = none
 * @param order the customer order they were shipped with; null = not said
 * @param quantity null = what one scan of the label stands for
 * @param kind CUSTOMER or RTS; null = as the document says
 */
public record Comeback(
        @Nullable Name document,
        @Nullable Name order,
        ScannedGoods goods,
        @Nullable BigDecimal quantity,
        String location,
        @Nullable String kind) {

    /** A document by its business codes. */
    public record Name(@Nullable String owner, @Nullable String reference) {}
}
