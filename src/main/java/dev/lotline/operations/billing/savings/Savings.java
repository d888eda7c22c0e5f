package dev.lotline.operations.billing.savings;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.StorageFees;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Rating;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an owner could pay less for: counterfactuals of the month that runs. */
@Singleton
public class Savings {
    private static final int MOST = 100;

    private final SpotSql sql;
    private final StorageFees fees;
    private final Plans plans;

    Savings(SpotSql sql, StorageFees fees, Plans plans) {
        this.sql = sql;
        this.fees = fees;
        this.plans = plans;
    }

    /** The largest first, at most 100. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    public Uni<List<Saving>> of(String owner, String warehouse, Scope scope) {
        return fees.houses(owner, warehouse, scope).map(houses -> houses.get(0)).chain(house -> {
            LocalDate closed = house.closed() == null ? house.today().minusDays(1) : house.closed();
            YearMonth month = YearMonth.from(closed.plusDays(1));
            return fees.version(house, house.today())
                    .chain(version -> version < 0
                            ? Uni.createFrom().item(List.<Saving>of())
                            : plans.book(List.of(version))
                                    .chain(book -> sql.spots(house, closed)
                                            .chain(spots -> fees.estimates(owner, month, warehouse, scope)
                                                    .map(estimates -> all(
                                                            book.version(version),
                                                            estimates.get(0),
                                                            spots,
                                                            closed,
                                                            month)))));
        });
    }

    private static List<Saving> all(
            PlanBook.Version version, Estimate estimate, List<SpotSql.Spot> spots, LocalDate closed, YearMonth month) {
        RatePlan plan = version.plan();
        List<Saving> found = new ArrayList<>(leftToday(plan, estimate));
        Rule base = plan.base()
                .filter(rule -> rule.basis() == Terms.Basis.OCCUPIED_VOLUME
                        && StorageFees.plain(version)
                        && rule.tiers() == null)
                .orElse(null);
        if (base != null) {
            long left = ChronoUnit.DAYS.between(closed, month.atEndOfMonth());
            Places places = new Places(plan, base, closed.plusDays(1), left, month.lengthOfMonth());
            spots.stream()
                    .filter(spot -> spot.unitVolume() != null && spot.alone())
                    .collect(Collectors.groupingBy(SpotSql.Spot::sku, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(ofItem -> found.addAll(places.item(ofItem)));
        }
        return found.stream()
                .filter(saving -> new BigDecimal(saving.thisMonth()).signum() > 0
                        || new BigDecimal(saving.perMonth()).signum() > 0)
                .sorted(Comparator.comparing((Saving saving) -> new BigDecimal(saving.thisMonth()))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /** The days to come of each lot. */
    private static List<Saving> leftToday(RatePlan plan, Estimate estimate) {
        Map<List<String>, BigDecimal> coming = new LinkedHashMap<>();
        for (Rating.Line line : estimate.estimate().lines()) {
            coming.merge(List.of(line.cell().sku(), line.cell().lot()), line.amount(), BigDecimal::add);
        }
        for (Rating.Line line : estimate.accrued().lines()) {
            coming.merge(
                    List.of(line.cell().sku(), line.cell().lot()), line.amount().negate(), BigDecimal::add);
        }
        List<Saving> found = new ArrayList<>();
        coming.forEach((lot, amount) -> {
            if (!lot.get(0).isEmpty()) {
                found.add(new Saving(
                        Saving.Kind.LEFT_TODAY,
                        lot.get(0),
                        lot.get(1).isEmpty() ? null : lot.get(1),
                        estimate.lots().get(lot.get(1)),
                        List.of(),
                        List.of(),
                        plan.currency().getCurrencyCode(),
                        amount.toPlainString(),
                        amount.toPlainString(),
                        0,
                        true,
                        "disposed of or sold today"));
            }
        });
        return found;
    }
}
