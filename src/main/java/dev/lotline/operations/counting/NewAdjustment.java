package dev.lotline.operations.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units in one place and state that are to become more or less. What is not {@code @Nullable} is there once {@link
 * AdjustmentRules#shape} has passed.
 *
 * @param delta units, not 0; null when {@code counted} is given
 * @param counted what is there now; null when {@code delta} is given
 */
public record NewAdjustment(
        String warehouse,
        String location,
        String owner,
        String sku,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal counted,
        String state,
        String reason) {

    public NewAdjustment {
        state = state == null ? "AVAILABLE" : state;
    }
}
