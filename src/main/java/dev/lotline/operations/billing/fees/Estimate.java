package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.rating.Rating;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month costs an owner in a warehouse.
 *
 * @param accrued by the days that are closed
 * @param estimate for the whole month, if nothing moves
 * @param lots numbers (or dates) of the lots, by their ids
 * @param asOf the last day that is closed; null = none is
 */
public record Estimate(
        String warehouse,
        YearMonth month,
        Rating accrued,
        Rating estimate,
        Map<String, String> lots,
        List<Unrated> unrated,
        @Nullable LocalDate asOf) {

    /** A cell that could not be measured, why, and on how many days. */
    public record Unrated(
            String sku,
            @Nullable String lotId,
            String location,
            String rule,
            String reason,
            LocalDate lastDay,
            int days) {}
}
