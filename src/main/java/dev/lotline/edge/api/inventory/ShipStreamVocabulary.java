package dev.lotline.edge.api.inventory;

import static dev.lotline.kernel.Quantity.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Stock as the ShipStream merchant API counts it: every unit in the buckets of one pipeline, held units in none.
 *
 * @param backordered absent for a single warehouse
 * @param advertised {@code available} and, by the item's policy, the kits that could be made
 */
record ShipStreamVocabulary(
        BigDecimal expected,
        BigDecimal processed,
        BigDecimal putaway,
        BigDecimal available,
        BigDecimal allocated,
        BigDecimal reserved,
        BigDecimal picked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal backordered,
        BigDecimal advertised,
        BigDecimal onHand) {

    /** The buckets of one lot; {@code available} may still be promised to orders that have no lot yet. */
    record OfLot(BigDecimal putaway, BigDecimal available, BigDecimal reserved) {}

    static ShipStreamVocabulary of(Position p) {
        BigDecimal virtual = p.kit().optimistic() ? p.kit().availableToMake() : BigDecimal.ZERO;
        BigDecimal onHand = p.physical()
                .arriving()
                .add(p.free())
                .add(p.claims().allocated())
                .add(p.claims().reserved())
                .add(p.physical().picked());
        return new ShipStreamVocabulary(
                plain(p.inbound().expected()),
                plain(p.physical().received()),
                plain(p.physical().stowed()),
                plain(p.free()),
                plain(p.claims().allocated()),
                plain(p.claims().reserved()),
                plain(p.physical().picked()),
                p.houseOnly(plain(p.claims().backordered())),
                plain(p.free().add(virtual)),
                plain(onHand));
    }

    static OfLot of(LotPosition lot) {
        return new OfLot(
                plain(lot.in("STOWED")), plain(lot.in("AVAILABLE").subtract(lot.reserved())), plain(lot.reserved()));
    }
}
