package dev.lotline.operations.billing.pages;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.Estimate;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a month, page by page. Where lines are priced one by one the database does it, so that a house of 50,000 lots
 * is answered at once; where they hang together, all of them are read and priced here. Both give the same cents.
 */
@Singleton
public class FeePages {
    private static final int MOST_TOTALS = 2_000;
    private static final int MOST_DAYS = 200;

    /** What a sum depends on; the stamp changes with every close. */
    private record TotalKey(
            long owner, long warehouse, YearMonth rolled, boolean own, int more, long stamp, String prices) {
        static TotalKey of(PriceSql.Asked asked) {
            House house = asked.house();
            return new TotalKey(
                    house.owner(),
                    house.warehouse(),
                    asked.rolled(),
                    asked.own(),
                    asked.more(),
                    house.stamp(),
                    asked.rates().toString());
        }
    }

    private record DaysKey(long owner, long warehouse, YearMonth month, long stamp) {}

    private final PriceSql sql;
    private final HeadSql heads;
    private final StorageFees fees;
    private final FirstMonth first;
    private final Plans plans;
    private final Remembered<TotalKey, PriceSql.Total> totals = new Remembered<>(MOST_TOTALS);
    private final Remembered<DaysKey, List<DayLines.DaySum>> days = new Remembered<>(MOST_DAYS);

    FeePages(PriceSql sql, HeadSql heads, StorageFees fees, FirstMonth first, Plans plans) {
        this.first = first;
        this.sql = sql;
        this.heads = heads;
        this.fees = fees;
        this.plans = plans;
    }

    /** Where a page begins. */
    public record After(String warehouse, FeePage.Key key) {
        /** What an address or a cursor says. Ends with VALIDATION_FAILED of this field. */
        public static After parse(String text, String field) {
            int end = text.indexOf('\n');
            return new After(text.substring(0, Math.max(end, 0)), FeePage.Key.parse(text.substring(end + 1), field));
        }

        public String text() {
            return warehouse + "\n" + key.text();
        }
    }

    /** Which lines of a house are told. */
    private record Told(GroupBy by, FeePage.@Nullable Key after, int limit) {
        /** None of a house that was told, all, or those behind the key. */
        static Told of(House house, GroupBy by, @Nullable After after, int limit) {
            int told = after == null ? -1 : after.warehouse().compareTo(house.warehouseCode());
            return new Told(by, after != null && told == 0 ? after.key() : null, told > 0 ? 0 : limit);
        }
    }

    /**
     * One for each warehouse, each with at most {@code limit} lines behind {@code after}. Ends with UNKNOWN_OWNER,
     * UNKNOWN_WAREHOUSE, VALIDATION_FAILED (a month too far ahead, or by days that are not kept any more).
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
        scope.requireOwner(owner);
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
        return heads.heads(owner, warehouse, scope.warehouseCodes(), month)
                .call(found -> found.isEmpty()
                        ? fees.houses(owner, warehouse, scope)
                        : Uni.createFrom().voidItem())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(head -> page(head, month, Told.of(head.house(), by, after, limit)))
                .collect()
                .asList();
    }

    /**
     * The lots of a house whose days to come cost most in a month, where the database prices them; empty = lines of its plan hang
     * together.
     */
    public Uni<Optional<List<Coming>>> coming(House house, YearMonth month, int limit) {
        return heads.heads(house.ownerCode(), house.warehouseCode(), null, month)
                .chain(found -> asked(found.get(0), month))
                .chain(asked -> asked.isPresent()
                        ? sql.coming(asked.get(), limit).map(Optional::of)
                        : Uni.createFrom().item(Optional.<List<Coming>>empty()));
    }

    /**
     * What each lot of an item costs in a whole month if nothing moves: the next month, as the last closed day stands; before the
     * first close, as it stands today. Lot 0 = goods without one; a lot that nothing was charged for is not there. Empty = no plan
     * holds, it changes until then, or its lines hang together.
     */
    public Uni<Optional<Map<Long, BigDecimal>>> monthOf(String owner, String sku, String warehouse, LocalDate today) {
        YearMonth next = YearMonth.from(today).plusMonths(1);
        return heads.heads(owner, warehouse, null, next).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Head head = found.get(0);
            return head.house().closed() == null
                    ? first.monthOf(head, sku, next)
                    : asked(head, next)
                            .chain(asked -> asked.isPresent()
                                    ? sql.item(asked.get(), sku).map(Optional::of)
                                    : Uni.createFrom().item(Optional.<Map<Long, BigDecimal>>empty()));
        });
    }

    private Uni<FeePage> page(Head head, YearMonth month, Told told) {
        House house = head.house();
        fees.within(house, month);
        return last(head, month.minusMonths(1))
                .chain(last -> asked(head, month)
                        .chain(asked -> asked.isPresent()
                                ? priced(head, asked.get(), month, last, told)
                                : fees.estimate(house, month)
                                        .chain(estimate -> lines(house, estimate, month, told.by())
                                                .map(lines -> FeePage.of(
                                                        estimate,
                                                        last.orElse(null),
                                                        lines,
                                                        told.after(),
                                                        told.limit())))));
    }

    private Uni<List<FeePage.Line>> lines(House house, Estimate estimate, YearMonth month, GroupBy by) {
        if (by != GroupBy.DAY) {
            return Uni.createFrom().item(FeePage.lines(estimate, by));
        }
        LocalDate closed = closed(house);
        return days(house, month)
                .chain(sums -> plans.book(versions(sums))
                        .map(book -> new DayLines()
                                .add(sums, book)
                                .addComing(estimate.estimate().lines(), closed)
                                .lines(DayLines.Amounts.of(estimate), closed)))
                .invoke(lines -> kept(lines, estimate.accrued().total()));
    }

    private static LocalDate closed(House house) {
        return house.closed() == null ? house.today().minusDays(1) : house.closed();
    }

    private Uni<FeePage> priced(
            Head head, PriceSql.Asked asked, YearMonth month, Optional<BigDecimal> last, Told told) {
        return total(asked)
                .chain(total -> (told.by() == GroupBy.DAY
                                ? byDay(asked, month)
                                        .invoke(lines -> kept(lines, total.accrued()))
                                        .map(lines -> FeePage.behind(lines, told.after(), told.limit()))
                                : sql.page(asked, told.by(), told.after(), told.limit()))
                        .map(lines -> new FeePage(
                                head.house().warehouseCode(),
                                total.lines() == 0
                                        ? null
                                        : asked.rates().currency().getCurrencyCode(),
                                total.accrued(),
                                total.estimate(),
                                last.orElse(null),
                                lines,
                                List.of(),
                                head.gaps(),
                                head.house().closed())));
    }

    /** The days that are closed, and those to come, which are like the last one. */
    private Uni<List<FeePage.Line>> byDay(PriceSql.Asked asked, YearMonth month) {
        return sql.page(asked, GroupBy.CLASS, null, Integer.MAX_VALUE)
                .chain(classes -> days(asked.house(), asked.rolled())
                        .chain(sums -> plans.book(versions(sums)).map(book -> {
                            List<DayLines.DaySum> all = new ArrayList<>(asked.own() ? sums : List.of());
                            for (DayLines.DaySum sum : sums) {
                                for (int n = asked.more(); sum.day().equals(asked.closed()) && n > 0; n--) {
                                    all.add(sum.on(month.atEndOfMonth().minusDays(n - 1L)));
                                }
                            }
                            return new DayLines().add(all, book).lines(DayLines.Amounts.of(classes), asked.closed());
                        })));
    }

    private static void kept(List<FeePage.Line> lines, BigDecimal accrued) {
        if (lines.isEmpty() && accrued.signum() > 0) {
            throw Refusal.invalid("groupBy", "must not be day: the days of this month are not kept any more");
        }
    }

    private Uni<List<DayLines.DaySum>> days(House house, YearMonth month) {
        DaysKey key = new DaysKey(house.owner(), house.warehouse(), month, house.stamp());
        List<DayLines.DaySum> known = days.get(key);
        return known == null
                ? sql.days(house, month).invoke(found -> days.put(key, found))
                : Uni.createFrom().item(known);
    }

    private static List<Long> versions(List<DayLines.DaySum> sums) {
        return sums.stream().map(DayLines.DaySum::version).distinct().toList();
    }

    private Uni<PriceSql.Total> total(PriceSql.Asked asked) {
        TotalKey key = TotalKey.of(asked);
        PriceSql.Total known = totals.get(key);
        return known == null
                ? sql.total(asked).invoke(found -> totals.put(key, found))
                : Uni.createFrom().item(known);
    }

    /** What the month before has cost; empty = nothing was there. */
    private Uni<Optional<BigDecimal>> last(Head head, YearMonth month) {
        House house = head.house();
        if (house.closed() == null || YearMonth.from(house.closed()).isBefore(month)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return rates(head.before(), month)
                .chain(rates -> rates.isPresent()
                        ? total(new PriceSql.Asked(
                                        house, month, true, Objects.requireNonNull(house.closed()), 0, rates.get()))
                                .map(total -> total.lines() == 0
                                        ? Optional.<BigDecimal>empty()
                                        : Optional.of(total.accrued()))
                        : fees.accruedTotal(house, month));
    }

    private Uni<Optional<LineRates>> rates(List<@Nullable Long> days, YearMonth month) {
        return plans.book(Head.versions(days)).map((PlanBook book) -> LineRates.of(book, month));
    }

    /** How a month can be priced in the database; empty = it can't. */
    private Uni<Optional<PriceSql.Asked>> asked(Head head, YearMonth month) {
        LocalDate closed = head.house().closed();
        if (closed == null || (closed.isBefore(month.atEndOfMonth()) && !head.goesOn())) {
            return Uni.createFrom().item(Optional.empty());
        }
        YearMonth rolled = YearMonth.from(closed).isBefore(month) ? YearMonth.from(closed) : month;
        LocalDate next = closed.isBefore(month.atDay(1)) ? month.atDay(1) : closed.plusDays(1);
        int more = Math.max(0, (int) ChronoUnit.DAYS.between(next, month.atEndOfMonth()) + 1);
        return rates(head.rated(), month)
                .map(found -> found.map(
                        rates -> new PriceSql.Asked(head.house(), rolled, rolled.equals(month), closed, more, rates)));
    }
}
