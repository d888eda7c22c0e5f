package dev.lotline.operations.billing.plan;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a plan. Volumes are mm³, money is in the plan's currency.
 *
 * @param unit what a rate of a volume is for; null = the basis is no volume
 * @param receiptDayCounts the day of receipt is free day 1; else the day after is
 * @param locationTypes places that are charged for
 * @param exemptHolds reasons of holds that make stock free
 * @param minUnitVolume least volume of a unit under UNIT_VOLUME
 * @param locationVolume the place that CALCULATED_LOCATION fills; null = by unitsPerLocation
 * @param fill of that place; null = the plan's
 */
public record Rule(
        String code,
        Terms.Kind kind,
        Terms.Basis basis,
        Terms.@Nullable Unit unit,
        Terms.Sampling sampling,
        @Nullable DayOfWeek weekday,
        Terms.Gap gap,
        Terms.Per per,
        Terms.Proration proration,
        int splitDay,
        Terms.Second second,
        int freeDays,
        boolean receiptDayCounts,
        Terms.FreeOf freeOf,
        Set<String> locationTypes,
        Set<String> exemptHolds,
        List<Rate> rates,
        @Nullable Tiers tiers,
        @Nullable Age age,
        @Nullable Overage overage,
        @Nullable BigDecimal minUnitVolume,
        @Nullable BigDecimal locationVolume,
        @Nullable BigDecimal unitsPerLocation,
        @Nullable BigDecimal fill,
        Terms.Grain grain) {

    /** The first rate whose conditions hold is the one; conditions that are null always do. */
    public record Rate(BigDecimal rate, When when) {}

    public record When(
            @Nullable Season season,
            @Nullable String sizeClass,
            @Nullable String temperatureClass,
            @Nullable Boolean hazmat,
            @Nullable String storageClass,
            @Nullable String zone) {
        public static final When ALWAYS = new When(null, null, null, null, null, null);

        /** The same without its season. */
        When withoutSeason() {
            return new When(null, sizeClass, temperatureClass, hazmat, storageClass, zone);
        }

        public boolean holds(Traits traits, LocalDate day) {
            return (season == null || season.covers(day)) && holds(traits);
        }

        boolean holds(Traits traits) {
            return is(sizeClass, traits.sizeClass())
                    && is(temperatureClass, traits.temperatureClass())
                    && is(hazmat, traits.hazmat())
                    && is(storageClass, traits.storageClass())
                    && is(zone, traits.zone());
        }

        private static boolean is(@Nullable Object wanted, @Nullable Object found) {
            return wanted == null || wanted.equals(found);
        }
    }

    /** What the conditions of a rate ask of a cell. */
    public record Traits(
            String sizeClass,
            @Nullable String temperatureClass,
            boolean hazmat,
            @Nullable String storageClass,
            @Nullable String zone) {}

    /** @param above in units of the rule's quantity: mm³ of a volume */
    public record Step(BigDecimal above, BigDecimal rate) {}

    /** Rates by how much an owner (or an item) has on a day. */
    public record Tiers(Terms.Grain grain, Terms.TierMode mode, List<Step> steps) {}

    /** @param day of the month on which a band is paid for the whole month; 0 = every day pays its part */
    public record Age(Terms.AgeBy by, int day, List<Band> bands) {
        /** Whatever was shipped, the oldest receipts of the item are taken to have left first. */
        public boolean pool() {
            return by == Terms.AgeBy.FIFO_POOL;
        }
    }

    /**
     * @param to last day of age, null = open
     * @param perVolume money per unit of volume, null = none; so {@code perUnit}
     */
    public record Band(
            int from,
            @Nullable Integer to,
            @Nullable BigDecimal perVolume,
            @Nullable BigDecimal perUnit,
            Terms.Combine combine) {
        public boolean covers(long age) {
            return age >= from && (to == null || age <= to);
        }
    }

    /** @param limit mm³ of an owner that are not above it */
    public record Overage(Terms.Basis basis, BigDecimal limit, BigDecimal rate) {}

    /** The first day that is charged for what was received on this one. */
    public LocalDate charged(LocalDate received) {
        return received.plusDays(freeDays == 0 ? 0 : freeDays + (receiptDayCounts ? 0L : 1L));
    }

    /** Whether it measures and prices every day like the one before, if nothing moves. */
    public boolean everyDayAlike() {
        boolean byDay = per == Terms.Per.DAY
                || proration == Terms.Proration.CALENDAR_DAYS
                || proration == Terms.Proration.THIRTY;
        return kind == Terms.Kind.STORAGE
                && !sampling.whole()
                && byDay
                && freeDays == 0
                && rates.stream().allMatch(rate -> rate.when().season() == null);
    }

    /** What a quantity is divided by so that it is in the unit of the rate. */
    public BigDecimal perUnitOfRate() {
        return unit == null ? BigDecimal.ONE : unit.cubicMillimetres();
    }
}
