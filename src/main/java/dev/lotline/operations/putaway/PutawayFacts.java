package dev.lotline.operations.putaway;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one look says about goods and the two places.
 *
 * @param orderId null = no such receiving order in this warehouse (or none was named)
 * @param receivingLotId the row of the order that still has units of the lot on the dock, else any row of the lot
 * @param fromState RECEIVED for putaway; for a move the state in which the goods stand in the place
 */
record PutawayFacts(
        @Nullable Long orderId,
        @Nullable Goods goods,
        int itemHits,
        boolean lotKnown,
        @Nullable Long receivingLotId,
        @Nullable Long fromId,
        @Nullable String from,
        @Nullable String fromState,
        @Nullable Long toId,
        BigDecimal toStow) {

    record Goods(
            long ownerId,
            long itemId,
            String sku,
            boolean lotTracked,
            int decimals,
            BigDecimal pack,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}
}
