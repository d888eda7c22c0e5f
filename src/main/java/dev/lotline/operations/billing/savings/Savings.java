package dev.lotline.operations.billing.savings;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.fees.StorageFees;
import dev.lotline.operations.billing.pages.Coming;
import dev.lotline.operations.billing.pages.FeePages;
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
import org.jspecify.annotations.Nullable;

/** What an owner could pay less for: counterfactuals of the month that runs. */
@Singleton
public class Savings {
    private static final int MOST = 100;

    private final SpotSql sql;
    private final StorageFees fees;
    private final FeePages pages;
    private final Plans plans;

    Savings(SpotSql sql, StorageFees fees, FeePages pages, Plans plans) {
        this.sql = sql;
        this.fees = fees;
        this.pages = pages;
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
                                    .chain(book -> all(house, book.version(version), closed, month)));
        });
    }

    private Uni<List<Saving>> all(House house, PlanBook.Version version, LocalDate closed, YearMonth month) {
        Rule base = version.plan()
                .base()
                .filter(rule -> rule.basis() == Terms.Basis.OCCUPIED_VOLUME
                        && StorageFees.plain(version)
                        && rule.tiers() == null)
                .orElse(null);
        Uni<List<SpotSql.Spot>> spots =
                base == null ? Uni.createFrom().item(List.of()) : sql.spots(house, closed, base);
        return coming(house, month)
                .chain(coming -> spots.map(found -> all(version.plan(), base, coming, found, closed, month)));
    }

    /** What the days to come of each lot cost; where the database can't say it of the dearest ones, of all. */
    private Uni<List<Coming>> coming(House house, YearMonth month) {
        return pages.coming(house, month, MOST)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : fees.estimate(house, month).map(Savings::coming));
    }

    private static List<Saving> all(
            RatePlan plan,
            @Nullable Rule base,
            List<Coming> coming,
            List<SpotSql.Spot> spots,
            LocalDate closed,
            YearMonth month) {
        List<Saving> found = new ArrayList<>(leftToday(plan, coming));
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

    private static List<Coming> coming(Estimate estimate) {
        Map<List<String>, BigDecimal> coming = new LinkedHashMap<>();
        for (Rating.Line line : estimate.estimate().lines()) {
            coming.merge(List.of(line.cell().sku(), line.cell().lot()), line.amount(), BigDecimal::add);
        }
        for (Rating.Line line : estimate.accrued().lines()) {
            coming.merge(
                    List.of(line.cell().sku(), line.cell().lot()), line.amount().negate(), BigDecimal::add);
        }
        return coming.entrySet().stream()
                .map(lot -> new Coming(
                        lot.getKey().get(0),
                        lot.getKey().get(1).isEmpty() ? null : lot.getKey().get(1),
                        estimate.lots().get(lot.getKey().get(1)),
                        lot.getValue()))
                .toList();
    }

    private static List<Saving> leftToday(RatePlan plan, List<Coming> coming) {
        List<Saving> found = new ArrayList<>();
        coming.forEach(lot -> {
            if (!lot.sku().isEmpty()) {
                found.add(new Saving(
                        Saving.Kind.LEFT_TODAY,
                        lot.sku(),
                        lot.lotId(),
                        lot.lot(),
                        List.of(),
                        List.of(),
                        plan.currency().getCurrencyCode(),
                        lot.amount().toPlainString(),
                        lot.amount().toPlainString(),
                        0,
                        true,
                        "disposed of or sold today"));
            }
        });
        return found;
    }
}
