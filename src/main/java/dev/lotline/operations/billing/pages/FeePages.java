package dev.lotline.operations.billing.pages;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.fees.StorageFees;
import dev.lotline.operations.billing.rating.LineRates;
import dev.lotline.operations.billing.rating.PlanBook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a month, page by page. Where lines are priced one by one the database does it, so that a house of 50,000 lots
 * is answered at once; where they hang together, all of them are read and priced here. Both give the same cents.
 */
@Singleton
public class FeePages {
    private final PriceSql sql;
    private final StorageFees fees;
    private final Plans plans;
    private final Totals totals = new Totals();

    FeePages(PriceSql sql, StorageFees fees, Plans plans) {
        this.sql = sql;
        this.fees = fees;
        this.plans = plans;
    }

    /**
     * One for each warehouse, each with at most {@code limit} lines behind {@code after}. Ends with UNKNOWN_OWNER,
     * UNKNOWN_WAREHOUSE, VALIDATION_FAILED (a month too far ahead).
     *
     * @param after the last warehouse and line that were told; null = from the first
     */
    public Uni<List<FeePage>> pages(
            String owner,
            YearMonth month,
            @Nullable String warehouse,
            GroupBy by,
            @Nullable After after,
            int limit,
            Scope scope) {
        return fees.houses(owner, warehouse, scope)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(house -> page(house, month, by, after, limit))
                .collect()
                .asList();
    }

    /** Where a page begins. */
    public record After(String warehouse, FeePage.Key key) {
        /** Lines of a warehouse that are left: none, all, or those behind the key. */
        int compare(String other) {
            return warehouse.compareTo(other);
        }
    }

    private Uni<FeePage> page(House house, YearMonth month, GroupBy by, @Nullable After after, int limit) {
        fees.within(house, month);
        int told = after == null ? -1 : after.compare(house.warehouseCode());
        FeePage.Key key = after != null && told == 0 ? after.key() : null;
        int some = told > 0 ? 0 : limit;
        return last(house, month.minusMonths(1))
                .chain(last -> asked(house, month)
                        .chain(asked -> asked.isPresent()
                                ? priced(asked.get(), last, by, key, some)
                                : fees.estimate(house, month)
                                        .map(estimate -> FeePage.of(estimate, last.orElse(null), by, key, some))));
    }

    private Uni<FeePage> priced(
            PriceSql.Asked asked, Optional<BigDecimal> last, GroupBy by, FeePage.@Nullable Key after, int limit) {
        House house = asked.house();
        YearMonth month =
                asked.own() ? asked.rolled() : YearMonth.from(asked.closed().plusMonths(1));
        return total(asked)
                .chain(total -> fees.unrated(house, month)
                        .chain(gaps -> sql.page(asked, by, after, limit)
                                .map(page -> new FeePage(
                                        house.warehouseCode(),
                                        total.lines() == 0
                                                ? null
                                                : asked.rates().currency().getCurrencyCode(),
                                        total.accrued(),
                                        total.estimate(),
                                        last.orElse(null),
                                        page,
                                        List.of(),
                                        gaps,
                                        house.closed()))));
    }

    private Uni<PriceSql.Total> total(PriceSql.Asked asked) {
        Totals.Key key = Totals.Key.of(asked);
        PriceSql.Total known = totals.get(key);
        return known == null
                ? sql.total(asked).invoke(found -> totals.put(key, found))
                : Uni.createFrom().item(known);
    }

    /** What a month before has cost; empty = nothing was there. */
    private Uni<Optional<BigDecimal>> last(House house, YearMonth month) {
        if (house.closed() == null || YearMonth.from(house.closed()).isBefore(month)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return asked(house, month)
                .chain(asked -> asked.isPresent()
                        ? total(asked.get())
                                .map(total -> total.lines() == 0
                                        ? Optional.<BigDecimal>empty()
                                        : Optional.of(total.accrued()))
                        : fees.accruedTotal(house, month));
    }

    /** How a month can be priced in the database; empty = it can't. */
    private Uni<Optional<PriceSql.Asked>> asked(House house, YearMonth month) {
        LocalDate closed = house.closed();
        if (closed == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        YearMonth rolled = YearMonth.from(closed).isBefore(month) ? YearMonth.from(closed) : month;
        boolean over = !closed.isBefore(month.atEndOfMonth());
        LocalDate next = closed.isBefore(month.atDay(1)) ? month.atDay(1) : closed.plusDays(1);
        return sql.ratedBy(house, rolled)
                .chain(rated -> (over
                                ? Uni.createFrom().item(-1L)
                                : same(house, next, month.atEndOfMonth(), rated.get(rated.size() - 1)))
                        .chain(coming -> coming == null
                                ? Uni.createFrom().item(Optional.<PriceSql.Asked>empty())
                                : plans.book(versions(rated))
                                        .map(book -> asked(house, month, rolled, next, over, book))));
    }

    private static Optional<PriceSql.Asked> asked(
            House house, YearMonth month, YearMonth rolled, LocalDate next, boolean over, PlanBook book) {
        int more = over ? 0 : (int) ChronoUnit.DAYS.between(next, month.atEndOfMonth()) + 1;
        return LineRates.of(book, month)
                .map(rates -> new PriceSql.Asked(
                        house, rolled, rolled.equals(month), Objects.requireNonNull(house.closed()), more, rates));
    }

    private static List<Long> versions(List<PriceSql.Rated> rated) {
        return rated.stream()
                .map(PriceSql.Rated::version)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The version of all days to come, where it is the one of the last closed day; null = it changes. */
    private Uni<@Nullable Long> same(House house, LocalDate next, LocalDate end, PriceSql.Rated last) {
        return fees.version(house, next)
                .chain(first -> fees.version(house, end)
                        .map(until ->
                                Stream.of(until, last.version()).allMatch(first::equals) && first >= 0 ? first : null));
    }
}
