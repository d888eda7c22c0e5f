package dev.lotline.edge.api.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one item in one warehouse or in the whole house, as one snapshot gave them. Every vocabulary is
 * computed from this and from nothing else.
 *
 * @param wholeHouse all warehouses are counted; figures that only the house has (demand) may be told
 * @param reorderPoint below it the item is in low supply; null = never
 */
record Position(
        boolean wholeHouse,
        Physical physical,
        Claims claims,
        Inbound inbound,
        Kit kit,
        @Nullable BigDecimal reorderPoint) {

    /** Σ of the balance rows by state. */
    record Physical(
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal available,
            BigDecimal picked,
            BigDecimal quarantined,
            BigDecimal shortDated,
            BigDecimal damaged) {

        BigDecimal held() {
            return quarantined.add(shortDated).add(damaged);
        }

        /** Good and committed, in place or in a tote. */
        BigDecimal stock() {
            return available.add(picked);
        }

        /** Counted, but neither put away nor committed for sale. */
        BigDecimal arriving() {
            return received.add(stowed);
        }
    }

    /**
     * What orders hold of it.
     *
     * @param allocatedToExceptions the part of {@code allocated} whose orders have a line that is not fully claimed
     * @param backordered demand that nothing covers; belongs to the house, never to a warehouse
     */
    record Claims(
            BigDecimal allocated, BigDecimal reserved, BigDecimal backordered, BigDecimal allocatedToExceptions) {}

    /**
     * What is announced and not yet counted.
     *
     * @param onPurchase the part of {@code expected} whose receiving lines name a purchase order
     * @param purchasedUnshipped open on purchase orders, on no receiving line yet
     */
    record Inbound(BigDecimal expected, BigDecimal onPurchase, BigDecimal purchasedUnshipped) {}

    /** One component of a bill of materials and how much of it is free. */
    record Component(BigDecimal perUnit, BigDecimal free) {}

    /** @param optimistic what could be made is advertised as if it were there */
    record Kit(boolean optimistic, List<Component> components) {
        static final Kit NONE = new Kit(false, List.of());

        /** Whole kits that the free components would make; 0 for an item without bill of materials. */
        BigDecimal availableToMake() {
            return components.stream()
                    .map(each -> each.free().max(BigDecimal.ZERO).divide(each.perUnit(), 0, RoundingMode.FLOOR))
                    .min(BigDecimal::compareTo)
                    .orElse(BigDecimal.ZERO);
        }
    }

    /** Committed, good and claimed by nobody. */
    BigDecimal free() {
        return physical.available()
                .subtract(claims.allocated())
                .subtract(claims.reserved())
                .max(BigDecimal.ZERO);
    }

    /** A figure that is told only for the whole house. */
    @Nullable
    BigDecimal houseOnly(BigDecimal figure) {
        return wholeHouse ? figure : null;
    }
}
