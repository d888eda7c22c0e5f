package dev.lotline.operations.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as it is given. What is not {@code @Nullable} is there once {@link PurchaseOrderRules#shape} has
 * passed.
 *
 * @param warehouse where it is to be delivered; null = not decided, it counts for the whole house only
 */
public record NewPurchaseOrder(
        String reference,
        String owner,
        @Nullable String warehouse,
        @Nullable String supplier,
        @Nullable LocalDate expectedOn,
        List<Line> lines) {

    public NewPurchaseOrder {
        lines = lines == null ? List.of() : lines;
    }

    /** Units of one item; each item stands in one line. */
    public record Line(String sku, BigDecimal quantity) {}
}
