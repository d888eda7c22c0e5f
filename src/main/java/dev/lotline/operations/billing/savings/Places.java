package dev.lotline.operations.billing.savings;

import dev.lotline.operations.billing.money.Fraction;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places that an item could do without. */
record Places(RatePlan plan, Rule base, LocalDate day, long left, int days) {
    List<Saving> item(List<SpotSql.Spot> spots) {
        List<Saving> found = new ArrayList<>();
        spots.stream()
                .collect(Collectors.groupingBy(SpotSql.Spot::lotId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(lot -> add(found, Saving.Kind.FEWER_PLACES, lot, true, "one lot in fewer places"));
        boolean mixes = spots.get(0).mixes();
        add(
                found,
                Saving.Kind.SHARED_PLACES,
                spots,
                mixes,
                mixes ? "the item may mix lots" : "the item keeps lots apart");
        lotsOfAMonth(found, spots);
        return found;
    }

    private void add(List<Saving> found, Saving.Kind kind, List<SpotSql.Spot> spots, boolean allowed, String why) {
        SpotSql.Spot first = spots.get(0);
        boolean oneLot = spots.stream().allMatch(spot -> spot.lotId() == first.lotId());
        if (spots.size() < 2 || (kind == Saving.Kind.SHARED_PLACES && oneLot)) {
            return;
        }
        SavingRules.Fewer fewer = SavingRules.fewer(
                spots.stream()
                        .map(spot -> new SavingRules.Spot(spot.location(), spot.volume(), spot.units()))
                        .toList(),
                plan.fill(),
                Objects.requireNonNull(first.unitVolume()));
        if (!fewer.release().isEmpty()) {
            found.add(new Saving(
                    kind,
                    first.sku(),
                    oneLot && first.lotId() > 0 ? String.valueOf(first.lotId()) : null,
                    oneLot ? first.lot() : null,
                    fewer.keep().stream().map(SavingRules.Spot::location).toList(),
                    fewer.release().stream().map(SavingRules.Spot::location).toList(),
                    plan.currency().getCurrencyCode(),
                    money(spots, fewer, left),
                    money(spots, fewer, days),
                    fewer.release().size(),
                    allowed,
                    why));
        }
    }

    /** What lots that came in one month would not need if they had been sent as one. */
    private void lotsOfAMonth(List<Saving> found, List<SpotSql.Spot> spots) {
        Map<YearMonth, List<SpotSql.Spot>> months = spots.stream()
                .filter(spot -> spot.received() != null)
                .collect(Collectors.groupingBy(
                        spot -> YearMonth.from(Objects.requireNonNull(spot.received())),
                        TreeMap::new,
                        Collectors.toList()));
        months.forEach((month, ofMonth) -> {
            SpotSql.Spot first = ofMonth.get(0);
            BigDecimal spared = SavingRules.asOneLot(
                    ofMonth.stream()
                            .map(spot -> new SavingRules.Spot(spot.location(), spot.volume(), spot.units()))
                            .toList(),
                    plan.fill(),
                    Objects.requireNonNull(first.unitVolume()));
            long lots = ofMonth.stream().map(SpotSql.Spot::lotId).distinct().count();
            if (lots > 1 && spared.signum() > 0) {
                Fraction sum = new Fraction(spared.multiply(rate(first.storageClass())), base.perUnitOfRate());
                found.add(new Saving(
                        Saving.Kind.FEWER_LOTS,
                        first.sku(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        plan.currency().getCurrencyCode(),
                        rounded(sum, left),
                        rounded(sum, days),
                        0,
                        false,
                        lots + " lots of " + month + " had to be sent as one"));
            }
        });
    }

    /** Volume that is released × rate × days ÷ days of the month, rounded once. */
    private String money(List<SpotSql.Spot> spots, SavingRules.Fewer fewer, long over) {
        Map<String, String> classes = spots.stream()
                .collect(Collectors.toMap(SpotSql.Spot::location, SpotSql.Spot::storageClass, (one, other) -> one));
        Fraction sum = Fraction.ZERO;
        for (SavingRules.Spot spot : fewer.release()) {
            BigDecimal rate = rate(classes.get(spot.location()));
            sum = sum.plus(new Fraction(spot.volume().multiply(rate), base.perUnitOfRate()));
        }
        return rounded(sum, over);
    }

    private BigDecimal rate(@Nullable String storageClass) {
        Rule.Traits traits = new Rule.Traits(RatePlan.OVERSIZE, null, false, storageClass, null);
        return base.rates().stream()
                .filter(each -> each.when().holds(traits, day))
                .findFirst()
                .orElse(base.rates().get(base.rates().size() - 1))
                .rate();
    }

    /** Of a day's sum over so many days. */
    private String rounded(Fraction sum, long over) {
        Fraction whole = sum.times(BigDecimal.valueOf(over));
        return (base.per() == Terms.Per.DAY ? whole : whole.over(BigDecimal.valueOf(days)))
                .rounded(plan.decimals(), plan.mode())
                .toPlainString();
    }
}
