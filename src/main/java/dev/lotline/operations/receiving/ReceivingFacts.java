package dev.lotline.operations.receiving;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one look into the database says about a receipt: the order, the item, the dock, the announced row it matches.
 *
 * @param order null = there is no such receiving order in this warehouse
 * @param row null = nothing of this lot was announced
 * @param itemOnOrder any lot of the item was announced
 * @param stillExpected units still open on the whole order
 */
record ReceivingFacts(
        @Nullable Order order,
        @Nullable Item item,
        int itemHits,
        @Nullable Dock dock,
        @Nullable Announced row,
        boolean itemOnOrder,
        BigDecimal stillExpected) {

    record Order(long id, long ownerId, boolean closed) {}

    record Item(
            long id, String sku, boolean active, boolean tracking, boolean lotTracked, int decimals, BigDecimal pack) {}

    record Dock(long id, String type) {}

    record Announced(
            long id,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}
}
