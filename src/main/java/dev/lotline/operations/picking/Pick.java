package dev.lotline.operations.picking;

import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A scan for a pick task: PICK, SHORT or UNPICK.
 *
 * @param task id of the task
 * @param location place scanned; for UNPICK the place the goods go back to
 * @param quantity units; null = all that the task still asks for
 * @param plate that the units are taken from; null = loose units first
 * @param tote null = the warehouse's common tote
 */
public record Pick(
        long task,
        @Nullable String location,
        ScannedGoods goods,
        @Nullable BigDecimal quantity,
        @Nullable String tote,
        @Nullable String reason,
        @Nullable String plate) {}
