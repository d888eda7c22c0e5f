package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell with units on a day.
 *
 * @param held units by the reason they are held for
 * @param plates units by the license plate that they stand on; the others are loose
 * @param received the day the lot came to the warehouse, {@code came} the cell
 */
record Presence(
        Cell cell,
        BigDecimal units,
        Map<String, BigDecimal> held,
        Map<String, BigDecimal> plates,
        Observations.Goods goods,
        Observations.Place place,
        LocalDate received,
        LocalDate came) {

    /** Units that the rule charges for. */
    BigDecimal charged(Set<String> exempt) {
        BigDecimal charged = units;
        for (String reason : exempt) {
            charged = charged.subtract(held.getOrDefault(reason, BigDecimal.ZERO));
        }
        return charged.max(BigDecimal.ZERO);
    }

    @Nullable
    BigDecimal volume(RatePlan plan) {
        BigDecimal known = place.volume();
        return known == null ? plan.defaultVolumes().get(place.storageClass()) : known;
    }

    Rule.Traits traits(RatePlan plan, boolean anywhere) {
        return new Rule.Traits(
                plan.sizeClass(goods.sides(), goods.weight()),
                anywhere ? null : place.temperatureClass(),
                goods.hazmat(),
                anywhere ? null : place.storageClass(),
                anywhere ? null : place.zone());
    }
}
