package dev.lotline.operations.ordering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a customer gives it. What is not {@code @Nullable} is there once {@link OrderRules#shape} has passed.
 *
 * @param warehouse null = by warehouse priority, and it may be split
 * @param priority kept with the order; 0 when it says none
 */
public record NewOrder(
        String reference,
        String owner,
        @Nullable String warehouse,
        @Nullable LocalDate shipBy,
        @Nullable Customer customer,
        Integer priority,
        List<Line> lines) {

    public NewOrder {
        priority = priority == null ? 0 : priority;
        lines = lines == null ? List.of() : lines;
    }

    /** @param minShelfLifeDays days of life that must be left of everything in the order; a line may ask for more */
    public record Customer(
            @Nullable String code,
            @Nullable String name,
            @Nullable String country,
            @Nullable Integer minShelfLifeDays) {}

    /** What a line asks for: the larger of its own minimum and the customer's; null = neither has one. */
    @Nullable
    Integer minShelfLifeDays(Line line) {
        Integer customers = customer == null ? null : customer.minShelfLifeDays();
        if (customers == null || line.minShelfLifeDays() == null) {
            return customers == null ? line.minShelfLifeDays() : customers;
        }
        return Math.max(customers, line.minShelfLifeDays());
    }

    /**
     * @param lotNumber only from this lot
     * @param singleLot the whole line from one lot, or none of it
     * @param minShelfLifeDays days of life that must be left, where the customer asks for more than the item does
     */
    public record Line(
            String sku,
            BigDecimal quantity,
            @Nullable String lotNumber,
            Boolean singleLot,
            @Nullable Integer minShelfLifeDays) {
        public Line {
            singleLot = singleLot != null && singleLot;
        }
    }
}
