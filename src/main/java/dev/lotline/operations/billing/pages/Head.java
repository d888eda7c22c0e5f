package dev.lotline.operations.billing.pages;

import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.House;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a house before a month of it can be priced.
 *
 * @param rated versions that days of the month (or of the last one that has any) were rated by, day by day; null = no plan
 * @param before the same of the month before
 * @param next the version of the first day that is not closed, {@code last} of the last day; null = none holds
 * @param gaps cells of the month that could not be measured
 */
record Head(
        House house,
        List<@Nullable Long> rated,
        List<@Nullable Long> before,
        @Nullable Long next,
        @Nullable Long last,
        List<Estimate.Unrated> gaps) {

    /** Whether all days to come are rated by the version of the last closed day. */
    boolean goesOn() {
        return next != null && next.equals(last) && !rated.isEmpty() && next.equals(rated.get(rated.size() - 1));
    }

    static List<Long> versions(List<@Nullable Long> days) {
        return days.stream().filter(Objects::nonNull).distinct().toList();
    }
}
