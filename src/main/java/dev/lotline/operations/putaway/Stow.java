package dev.lotline.operations.putaway;

import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Goods carried to a place.
 *
 * @param owner and {@code reference} of the receiving order; null for a move within the house
 * @param task of replenishment that a move is for
 * @param from null = the dock where most of them stand
 */
public record Stow(
        @Nullable String owner,
        @Nullable String reference,
        ScannedGoods goods,
        @Nullable BigDecimal quantity,
        @Nullable String from,
        String location,
        @Nullable Long task) {}
