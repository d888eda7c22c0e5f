package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Stock as Endless Commerce counts it: everything physical, less what may not be sold, less what is claimed.
 *
 * @param ordered open order quantity; absent for a single warehouse
 * @param depth what the shop window says; absent for a single warehouse
 */
public record EndlessVocabulary(
        @Schema(description = "All units that stand in the house.")
        Figure physical,

        @Schema(description = "Units that may not be sold: not committed yet, or held.")
        Figure unavailable,

        @Schema(description = "Units: physical less unavailable.")
        Figure stock,

        @Schema(description = "Units promised, reserved or picked for orders.")
        Figure allocated,

        @Schema(description = "Units: stock less allocated.")
        Figure unallocated,

        @Schema(description = "Units for sale; the same as unallocated.")
        Figure available,

        @Schema(description = "Units of open orders: allocated and what nothing covers; absent for a single warehouse.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Figure ordered,

        @Schema(description = "Whole kits that the free components would make; 0 without a bill of materials.")
        Figure availableToMake,

        @Schema(description = "Units: unallocated and availableToMake.")
        Figure availableToAllocate,

        @Schema(description = "Units: available and availableToMake.")
        Figure availableToSell,

        @Schema(description = "Units announced on open receiving orders and not counted yet.")
        Figure incoming,

        @Schema(description = "Units open on purchase orders, net of receipts.")
        Figure poQuantity,

        @Schema(description = "Units of them that are on receiving lines.")
        Figure poShipped,

        @Schema(description = "Units of them that are on no receiving line yet.")
        Figure poUnshipped,

        @Schema(description = "Units announced without a purchase order.")
        Figure shipmentUnlinked,

        @Schema(description = "Units announced, and those open on purchase orders that are not.")
        Figure totalIncoming,

        @Schema(implementation = Depth.class, description = "What the shop window says; absent for a single warehouse.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Choice<Depth> depth) {

    /** More is ordered than there is or could be made; nothing is left; something is left. */
    public enum Depth {
        OVERSOLD,
        OUT_OF_STOCK,
        FULL_STOCK
    }

    /** What is told of units that stand somewhere, whatever else is known of the item. */
    public record Standing(
            Figure physical, Figure unavailable, Figure stock, Figure allocated, Figure unallocated, Figure available) {

        public static Standing of(Units units) {
            Figure physical = units.physical().named("physical");
            Figure unavailable = units.unavailable().named("unavailable");
            Figure stock = physical.minus(unavailable).named("stock");
            Figure allocated = units.of(Booked.ALLOCATED)
                    .plus(units.of(Booked.RESERVED), units.of(Booked.PICKED))
                    .named("allocated");
            Figure unallocated = stock.minus(allocated).named("unallocated");
            return new Standing(physical, unavailable, stock, allocated, unallocated, unallocated.named("available"));
        }
    }

    public static EndlessVocabulary of(Position p) {
        Standing standing = Standing.of(p.units());
        Figure stock = standing.stock;
        Figure allocated = standing.allocated;
        Figure unallocated = standing.unallocated;
        Figure available = standing.available;
        Figure ordered =
                p.houseOnly(() -> allocated.plus(p.of(Booked.BACKORDERED)).named("ordered"));
        Figure toMake = p.kit().availableToMake();
        Figure incoming = p.of(Booked.EXPECTED).named("incoming");
        Figure shipped = p.of(Booked.EXPECTED_ON_PURCHASE).named("poShipped");
        Figure unshipped = p.of(Booked.PURCHASED_UNSHIPPED).named("poUnshipped");
        return new EndlessVocabulary(
                standing.physical,
                standing.unavailable,
                stock,
                allocated,
                unallocated,
                available,
                ordered,
                toMake,
                unallocated.plus(toMake).named("availableToAllocate"),
                available.plus(toMake).named("availableToSell"),
                incoming,
                shipped.plus(unshipped).named("poQuantity"),
                shipped,
                unshipped,
                incoming.minus(shipped).named("shipmentUnlinked"),
                incoming.plus(unshipped).named("totalIncoming"),
                ordered == null ? null : depth(ordered, stock, available, toMake));
    }

    private static Choice<Depth> depth(Figure ordered, Figure stock, Figure available, Figure toMake) {
        return Choice.of(
                "depth",
                List.of(
                        Choice.Case.over(Depth.OVERSOLD, ordered, stock.plus(toMake)),
                        Choice.Case.none(Depth.OUT_OF_STOCK, available.plus(toMake))),
                Depth.FULL_STOCK);
    }

    public Stream<Told> told() {
        return Told.all(
                physical,
                unavailable,
                stock,
                allocated,
                unallocated,
                available,
                ordered,
                availableToMake,
                availableToAllocate,
                availableToSell,
                incoming,
                poQuantity,
                poShipped,
                poUnshipped,
                shipmentUnlinked,
                totalIncoming,
                depth);
    }
}
