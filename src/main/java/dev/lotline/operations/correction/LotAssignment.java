package dev.lotline.operations.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units without lot in a place, and the lot that they are of. What is not {@code @Nullable} is there once
 * {@link LotAssignmentRules#shape} has passed.
 *
 * @param state AVAILABLE when it names none, or QUARANTINED or DAMAGED
 */
public record LotAssignment(
        String location,
        BigDecimal quantity,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        String state) {
    public LotAssignment {
        state = state == null ? "AVAILABLE" : state;
    }
}
