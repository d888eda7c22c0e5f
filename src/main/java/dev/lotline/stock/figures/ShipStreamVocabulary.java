package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Stock as the ShipStream merchant API counts it: every unit in the buckets of one pipeline, held units in none.
 *
 * @param backordered absent for a single warehouse
 * @param advertised {@code available} and, by the item's policy, the kits that could be made
 */
public record ShipStreamVocabulary(
        @Schema(description = "Units announced on open receiving orders and not counted yet.")
        Figure expected,

        @Schema(description = "Units counted on the dock, not put away.")
        Figure processed,

        @Schema(description = "Units put away, not committed.")
        Figure putaway,

        @Schema(description = "Units committed, good and claimed by nobody; never below 0.")
        Figure available,

        @Schema(description = "Units promised to order lines, no place chosen yet.")
        Figure allocated,

        @Schema(description = "Units kept for pick tasks, in chosen places.")
        Figure reserved,

        @Schema(description = "Units picked and not shipped.")
        Figure picked,

        @Schema(description = "Units ordered and covered by nothing; absent for a single warehouse.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Figure backordered,

        @Schema(description = "Units available and, by the policy of the item, kits that could be made.")
        Figure advertised,

        @Schema(description = "Units in the house that are not held: the sum of processed to picked.")
        Figure onHand) {

    /** The buckets of one lot; {@code available} may still be promised to orders that have no lot yet. */
    public record OfLot(
            @Schema(description = "Units of the lot put away, not committed.")
            Figure putaway,

            @Schema(
                    description =
                            "Units of the lot committed and not reserved; may be promised to orders that have no lot yet.")
            Figure available,

            @Schema(description = "Units of the lot kept for pick tasks.")
            Figure reserved) {
        public Stream<Told> told() {
            return Told.all(putaway, available, reserved);
        }
    }

    public static ShipStreamVocabulary of(Position p) {
        Figure processed = p.of(Booked.RECEIVED).named("processed");
        Figure putaway = p.of(Booked.STOWED).named("putaway");
        Figure available = p.units().free().named("available");
        Figure allocated = p.of(Booked.ALLOCATED).named("allocated");
        Figure reserved = p.of(Booked.RESERVED).named("reserved");
        Figure picked = p.of(Booked.PICKED).named("picked");
        Figure advertised = p.kit().optimistic() ? available.plus(p.kit().availableToMake()) : available;
        return new ShipStreamVocabulary(
                p.of(Booked.EXPECTED).named("expected"),
                processed,
                putaway,
                available,
                allocated,
                reserved,
                picked,
                p.houseOnly(() -> p.of(Booked.BACKORDERED).named("backordered")),
                advertised.named("advertised"),
                processed.plus(putaway, available, allocated, reserved, picked).named("onHand"));
    }

    public static OfLot of(LotPosition lot) {
        return of(lot.in(Booked.STOWED), lot.in(Booked.AVAILABLE), lot.reserved());
    }

    /** Of a lot of which no more is known than these sums of its places. */
    public static OfLot ofLot(BigDecimal stowed, BigDecimal available, BigDecimal reserved) {
        return of(Booked.STOWED.of(stowed), Booked.AVAILABLE.of(available), Booked.RESERVED.of(reserved));
    }

    private static OfLot of(Figure stowed, Figure available, Figure reserved) {
        return new OfLot(
                stowed.named("putaway"), available.minus(reserved).named("available"), reserved.named("reserved"));
    }

    public Stream<Told> told() {
        return Told.all(
                expected, processed, putaway, available, allocated, reserved, picked, backordered, advertised, onHand);
    }
}
