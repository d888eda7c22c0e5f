package dev.lotline.edge.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of one lot and the place they stand in; of an item without lots both number and expiration are null.
 *
 * @param place null while they are only announced
 */
record DemoLot(
        DemoItem item,
        @Nullable String number,
        @Nullable LocalDate expiration,
        @Nullable LocalDate origination,
        BigDecimal quantity,
        @Nullable String place) {

    /** Good enough to be sold on that day, by the item's own minimum. */
    boolean usable(LocalDate today) {
        int minimum = item.minimumLife() == null ? 0 : item.minimumLife();
        return expiration == null || !expiration.isBefore(today.plusDays(minimum));
    }
}
