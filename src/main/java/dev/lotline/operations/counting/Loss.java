package dev.lotline.operations.counting;

import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Units found broken, or thrown away.
 *
 * @param quantity null = what one scan of the label stands for
 */
public record Loss(ScannedGoods goods, @Nullable BigDecimal quantity, String location, String reason) {}
