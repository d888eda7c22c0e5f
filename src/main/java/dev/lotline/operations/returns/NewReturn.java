package dev.lotline.operations.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back or are announced to. What is not {@code @Nullable} is there once {@link ReturnRules#shape} has
 * passed.
 *
 * @param kind CUSTOMER or RTS (returned to sender: never delivered)
 * @param order reference of the customer order they were shipped with; null = not known
 */
public record NewReturn(
        String reference,
        String kind,
        String owner,
        String warehouse,
        @Nullable String order,
        List<Line> lines) {

    public NewReturn {
        lines = lines == null ? List.of() : lines;
    }

    /**
     * @param location where they are: booked at once; null = announced, booked by scans
     * @param action RESTOCK, QUARANTINE or DISPOSE instead of what the item's policy says
     */
    public record Line(
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity,
            @Nullable String location,
            @Nullable String action) {}
}
