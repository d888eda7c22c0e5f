package dev.lotline.operations.receiving;

import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One count on the dock.
 *
 * @param owner and {@code reference} of the receiving order
 * @param quantity units; null = what one scan of the label stands for
 * @param location the dock
 */
public record Receipt(
        String owner,
        String reference,
        ScannedGoods goods,
        @Nullable BigDecimal quantity,
        String location) {}
