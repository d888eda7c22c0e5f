package dev.lotline.stock.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one item in one warehouse or in the whole house, as one snapshot gave them. Every vocabulary is
 * computed from this and from nothing else.
 *
 * @param wholeHouse all warehouses are counted; figures that only the house has (demand) may be told
 * @param reorderPoint below it the item is in low supply; null = never
 */
public record Position(
        boolean wholeHouse,
        Physical physical,
        Claims claims,
        Inbound inbound,
        Kit kit,
        @Nullable BigDecimal reorderPoint) {

    /** Σ of the balance rows by state. */
    public record Physical(
            Figure received,
            Figure stowed,
            Figure available,
            Figure picked,
            Figure quarantined,
            Figure shortDated,
            Figure damaged) {

        /** Everything that stands in the house. */
        Figure all() {
            return received.plus(stowed, available, picked, quarantined, shortDated, damaged);
        }

        /** Not for sale: not committed yet, or held. */
        Figure unavailable() {
            return received.plus(stowed, quarantined, shortDated, damaged);
        }
    }

    /**
     * What orders hold of it.
     *
     * @param toExceptions the part of {@code allocated} whose orders have a line that is not fully claimed
     * @param backordered demand that nothing covers; belongs to the house, never to a warehouse
     */
    public record Claims(Figure allocated, Figure reserved, Figure backordered, Figure toExceptions) {}

    /**
     * What is announced and not yet counted.
     *
     * @param onPurchase the part of {@code expected} whose receiving lines name a purchase order
     * @param purchasedUnshipped open on purchase orders, on no receiving line yet
     */
    public record Inbound(Figure expected, Figure onPurchase, Figure purchasedUnshipped) {}

    /** One component of a bill of materials, how much of it one kit takes and how much of it is free. */
    public record Component(String sku, BigDecimal perUnit, BigDecimal free) {
        /** How many kits it is enough for; {@code n} tells it apart from the other components. */
        Figure kits(int n) {
            return Figure.booked("FREE_" + n, "free of component " + sku, free)
                    .notNegative()
                    .wholeTimes(Figure.booked("PER_KIT_" + n, "of component " + sku + " in one kit", perUnit));
        }
    }

    /** @param optimistic what could be made is advertised as if it were there */
    public record Kit(boolean optimistic, List<Component> components) {
        static final Kit NONE = new Kit(false, List.of());

        /** Whole kits that the free components would make; 0 for an item without bill of materials. */
        Figure availableToMake() {
            return Figure.smallest(IntStream.range(0, components.size())
                            .mapToObj(n -> components.get(n).kits(n + 1))
                            .toList())
                    .named("availableToMake");
        }
    }

    /** Announced, or counted but not committed. */
    Figure incoming() {
        return inbound.expected().plus(physical.received(), physical.stowed());
    }

    /** Committed, good and claimed by nobody. */
    Figure free() {
        return physical.available().minus(claims.allocated(), claims.reserved()).notNegative();
    }

    /** A figure that is told only for the whole house. */
    @Nullable
    Figure houseOnly(Figure figure) {
        return wholeHouse ? figure : null;
    }
}
