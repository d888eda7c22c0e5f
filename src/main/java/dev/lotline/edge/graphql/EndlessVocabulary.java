package dev.lotline.edge.graphql;

import dev.lotline.edge.graphql.Units.Kind;
import java.math.BigDecimal;

/**
 * Stock as Endless Commerce counts it: everything physical, less what may not be sold, less what is claimed. Pure; the
 * only place where the names of that dialect get their numbers.
 */
public record EndlessVocabulary(
        BigDecimal physical,
        BigDecimal unavailable,
        BigDecimal stock,
        BigDecimal allocated,
        BigDecimal ordered,
        BigDecimal availableToMake,
        BigDecimal incoming,
        BigDecimal poShipped,
        BigDecimal poUnshipped) {

    /**
     * @param backordered demand that nothing covers; it has no warehouse, so 0 for less than the house
     * @param toMake whole kits that the free components would make
     */
    public static EndlessVocabulary of(Units units, BigDecimal backordered, BigDecimal toMake) {
        BigDecimal unavailable = units.of(Kind.RECEIVED, Kind.STOWED, Kind.QUARANTINED, Kind.SHORT_DATED, Kind.DAMAGED);
        BigDecimal stock = units.of(Kind.AVAILABLE, Kind.PICKED);
        BigDecimal allocated = units.of(Kind.ALLOCATED, Kind.RESERVED, Kind.PICKED);
        return new EndlessVocabulary(
                stock.add(unavailable),
                unavailable,
                stock,
                allocated,
                allocated.add(backordered),
                toMake,
                units.of(Kind.EXPECTED),
                units.of(Kind.LINKED),
                units.of(Kind.BOUGHT));
    }

    public BigDecimal unallocated() {
        return stock.subtract(allocated);
    }

    /** Physical less what is held and what is claimed. */
    public BigDecimal available() {
        return unallocated();
    }

    public BigDecimal availableToAllocate() {
        return unallocated().add(availableToMake);
    }

    public BigDecimal availableToSell() {
        return available().add(availableToMake);
    }

    public BigDecimal poQuantity() {
        return poShipped.add(poUnshipped);
    }

    public BigDecimal shipmentUnlinked() {
        return incoming.subtract(poShipped);
    }

    public BigDecimal totalIncoming() {
        return incoming.add(poUnshipped);
    }

    public DepthEnum depth() {
        if (ordered.compareTo(stock.add(availableToMake)) > 0) {
            return DepthEnum.OVERSOLD;
        }
        return availableToSell().signum() == 0 ? DepthEnum.OUT_OF_STOCK : DepthEnum.FULL_STOCK;
    }
}
