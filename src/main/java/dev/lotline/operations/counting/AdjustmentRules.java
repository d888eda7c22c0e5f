package dev.lotline.operations.counting;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an adjustment must look like. Pure. */
final class AdjustmentRules {
    static final int LONGEST_REASON = 200;
    static final int LONGEST_NOTE = 1_000;
    static final Set<String> STATES =
            new TreeSet<>(Set.of("RECEIVED", "STOWED", "AVAILABLE", "PICKED", "QUARANTINED", "SHORT_DATED", "DAMAGED"));

    private AdjustmentRules() {}

    /** The body alone. Ends with VALIDATION_FAILED that names every wrong field. */
    static void shape(NewAdjustment asked) {
        new FieldCheck()
                .code("warehouse", asked.warehouse())
                .code("location", asked.location())
                .code("owner", asked.owner())
                .code("sku", asked.sku())
                .optionalCode("lotNumber", asked.lotNumber())
                .date("expirationDate", asked.expirationDate())
                .oneOf("state", asked.state(), STATES)
                .that(asked.reason() != null, "reason", "is required")
                .text("reason", asked.reason(), LONGEST_REASON)
                .that(
                        (asked.delta() == null) != (asked.counted() == null),
                        asked.delta() == null ? "delta" : "counted",
                        "exactly one of delta and counted is required")
                .that(asked.delta() == null || asked.delta().signum() != 0, "delta", "must not be 0")
                .done();
        amounts(asked, Quantity.MAX_DECIMALS);
    }

    /** The numbers, with the decimals that the item allows. Ends with VALIDATION_FAILED. */
    static void amounts(NewAdjustment asked, int decimals) {
        new FieldCheck()
                .that(problem(asked.delta(), decimals).isEmpty(), "delta", problem(asked.delta(), decimals))
                .that(counted(asked.counted(), decimals).isEmpty(), "counted", counted(asked.counted(), decimals))
                .done();
    }

    /** What is wrong about a number of units that may be less than nothing. */
    private static String problem(@Nullable BigDecimal units, int decimals) {
        return units == null || units.signum() == 0 ? "" : Quantity.problem(units.abs(), decimals);
    }

    /** What is wrong about a number of units that may be nothing; empty when it may be counted. */
    static String counted(@Nullable BigDecimal units, int decimals) {
        if (units == null || units.signum() == 0) {
            return "";
        }
        return units.signum() < 0 ? "must not be less than 0" : Quantity.problem(units, decimals);
    }
}
