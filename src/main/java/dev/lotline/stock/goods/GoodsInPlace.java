package dev.lotline.stock.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one look says about goods and a place.
 *
 * @param item null = no such item, or none that the asker may see
 * @param itemHits how many items the name fits
 * @param lotId null = no such lot yet, or an item without lots
 * @param placeId null = no such place in the warehouse
 * @param orderId null = no order was named, or there is no such one
 */
public record GoodsInPlace(
        @Nullable Item item,
        int itemHits,
        @Nullable Long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable Long placeId,
        @Nullable Long orderId) {

    /**
     * @param decimals most decimals of a number of its units
     * @param pack units that one scan of the barcode stands for
     * @param lotPattern RE2 expression of its lot numbers; null = any
     */
    public record Item(
            long id,
            long ownerId,
            String sku,
            boolean tracking,
            boolean lotTracked,
            int decimals,
            BigDecimal pack,
            @Nullable String lotPattern) {}
}
