package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stock as the ShipStream merchant API counts it: every unit in the buckets of one pipeline, held units in none.
 *
 * @param backordered absent for a single warehouse
 * @param advertised {@code available} and, by the item's policy, the kits that could be made
 */
public record ShipStreamVocabulary(
        Figure expected,
        Figure processed,
        Figure putaway,
        Figure available,
        Figure allocated,
        Figure reserved,
        Figure picked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Figure backordered,
        Figure advertised,
        Figure onHand) {

    /** The buckets of one lot; {@code available} may still be promised to orders that have no lot yet. */
    public record OfLot(Figure putaway, Figure available, Figure reserved) {
        public Stream<Told> told() {
            return Told.all(putaway, available, reserved);
        }
    }

    public static ShipStreamVocabulary of(Position p) {
        Figure processed = p.physical().received().named("processed");
        Figure putaway = p.physical().stowed().named("putaway");
        Figure available = p.free().named("available");
        Figure allocated = p.claims().allocated().named("allocated");
        Figure reserved = p.claims().reserved().named("reserved");
        Figure picked = p.physical().picked().named("picked");
        Figure advertised = p.kit().optimistic() ? available.plus(p.kit().availableToMake()) : available;
        return new ShipStreamVocabulary(
                p.inbound().expected().named("expected"),
                processed,
                putaway,
                available,
                allocated,
                reserved,
                picked,
                p.houseOnly(p.claims().backordered().named("backordered")),
                advertised.named("advertised"),
                processed.plus(putaway, available, allocated, reserved, picked).named("onHand"));
    }

    public static OfLot of(LotPosition lot) {
        Figure reserved = lot.reserved();
        return new OfLot(
                lot.in(Booked.STOWED).named("putaway"),
                lot.in(Booked.AVAILABLE).minus(reserved).named("available"),
                reserved.named("reserved"));
    }

    public Stream<Told> told() {
        return Told.all(
                expected, processed, putaway, available, allocated, reserved, picked, backordered, advertised, onHand);
    }
}
