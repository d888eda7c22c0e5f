package dev.lotline.operations.counting;

import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has counted in a place.
 *
 * @param goods nothing named = the place is empty
 * @param counted units, 0 or more
 * @param position how far the device had seen the books of this item when it counted; null = it does not say
 */
public record Tally(
        ScannedGoods goods,
        BigDecimal counted,
        String location,
        @Nullable Long position) {

    boolean emptyPlace() {
        return goods.name().isEmpty() && goods.withoutLot();
    }
}
