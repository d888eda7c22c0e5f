package dev.lotline.edge.api.inventory;

import static dev.lotline.kernel.Quantity.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Stock as Endless Commerce counts it: everything physical, less what may not be sold, less what is claimed.
 *
 * @param ordered open order quantity; absent for a single warehouse
 * @param depth what the shop window says; absent for a single warehouse
 */
record EndlessVocabulary(
        BigDecimal physical,
        BigDecimal unavailable,
        BigDecimal stock,
        BigDecimal allocated,
        BigDecimal unallocated,
        BigDecimal available,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal ordered,
        BigDecimal availableToMake,
        BigDecimal availableToAllocate,
        BigDecimal availableToSell,
        BigDecimal incoming,
        BigDecimal poQuantity,
        BigDecimal poShipped,
        BigDecimal poUnshipped,
        BigDecimal shipmentUnlinked,
        BigDecimal totalIncoming,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Depth depth) {

    /** More is ordered than there is or could be made; nothing is left; something is left. */
    enum Depth {
        OVERSOLD,
        OUT_OF_STOCK,
        FULL_STOCK
    }

    static EndlessVocabulary of(Position p) {
        BigDecimal unavailable = p.physical().arriving().add(p.physical().held());
        BigDecimal stock = p.physical().stock();
        BigDecimal allocated = p.claims()
                .allocated()
                .add(p.claims().reserved())
                .add(p.physical().picked());
        BigDecimal unallocated = stock.subtract(allocated);
        BigDecimal ordered = allocated.add(p.claims().backordered());
        BigDecimal toMake = p.kit().availableToMake();
        Position.Inbound inbound = p.inbound();
        return new EndlessVocabulary(
                plain(stock.add(unavailable)),
                plain(unavailable),
                plain(stock),
                plain(allocated),
                plain(unallocated),
                plain(unallocated),
                p.houseOnly(plain(ordered)),
                plain(toMake),
                plain(unallocated.add(toMake)),
                plain(unallocated.add(toMake)),
                plain(inbound.expected()),
                plain(inbound.onPurchase().add(inbound.purchasedUnshipped())),
                plain(inbound.onPurchase()),
                plain(inbound.purchasedUnshipped()),
                plain(inbound.expected().subtract(inbound.onPurchase())),
                plain(inbound.expected().add(inbound.purchasedUnshipped())),
                p.wholeHouse() ? depth(ordered, stock, unallocated, toMake) : null);
    }

    private static Depth depth(BigDecimal ordered, BigDecimal stock, BigDecimal available, BigDecimal toMake) {
        if (ordered.compareTo(stock.add(toMake)) > 0) {
            return Depth.OVERSOLD;
        }
        return available.add(toMake).signum() == 0 ? Depth.OUT_OF_STOCK : Depth.FULL_STOCK;
    }
}
