package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Sample;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What was measured of an owner in a warehouse in a month, up to the last closed day.
 *
 * @param names of the lots, by their ids
 * @param unrated cell-days that could not be measured
 */
record Month(
        House house,
        YearMonth month,
        PlanBook book,
        List<Measured> lines,
        List<Sample.Level> levels,
        Map<String, String> names,
        int unrated) {}
