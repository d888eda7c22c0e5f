package dev.lotline.operations.billing.fees;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Pricing;
import dev.lotline.operations.billing.rating.Rating;
import dev.lotline.operations.billing.rating.Sample;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a month costs an owner: what is accrued, what it will be, and why. */
@Singleton
public class StorageFees {
    private static final int MONTHS_AHEAD = 2;

    private final FeesSql sql;
    private final Plans plans;

    StorageFees(FeesSql sql, Plans plans) {
        this.sql = sql;
        this.plans = plans;
    }

    /** One for each warehouse. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, VALIDATION_FAILED (a month too far ahead). */
    public Uni<List<Estimate>> estimates(String owner, YearMonth month, @Nullable String warehouse, Scope scope) {
        return houses(owner, warehouse, scope)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(house -> estimate(house, month))
                .collect()
                .asList();
    }

    /** Houses of an owner. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    public Uni<List<House>> houses(String owner, @Nullable String warehouse, Scope scope) {
        scope.requireOwner(owner);
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
        return sql.houses(owner, warehouse, scope.warehouseCodes())
                .call(found -> found.isEmpty()
                        ? sql.known(owner, warehouse).invoke(known -> {
                            if (!known) {
                                throw warehouse == null
                                        ? Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner)
                                        : Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
                            }
                        })
                        : Uni.createFrom().voidItem());
    }

    /** The plan version that holds on a day; -1 = none does. */
    public Uni<Long> version(House house, LocalDate day) {
        return sql.version(house, day).onItem().ifNull().continueWith(-1L);
    }

    /** Whether every day to come is rated like the last one, if nothing moves. */
    public static boolean plain(PlanBook.Version version) {
        return Forecast.plain(version);
    }

    /** Ends with VALIDATION_FAILED for a month too far ahead. */
    public void within(House house, YearMonth month) {
        if (month.isAfter(YearMonth.from(house.today()).plusMonths(MONTHS_AHEAD))) {
            throw Refusal.invalid("month", "must be at most " + MONTHS_AHEAD + " months ahead");
        }
    }

    /** Ends with VALIDATION_FAILED for a month too far ahead. */
    public Uni<Estimate> estimate(House house, YearMonth month) {
        within(house, month);
        return accrued(house, month).chain(accrued -> {
            Rating soFar = price(accrued.lines(), accrued.levels(), accrued.book());
            LocalDate end = month.atEndOfMonth();
            LocalDate closed = house.closed() == null ? house.today().minusDays(1) : house.closed();
            Uni<Rating> whole = closed.isBefore(end)
                    ? forecast(
                            accrued,
                            closed.isBefore(month.atDay(1)) ? month.atDay(1).minusDays(1) : closed,
                            closed,
                            end)
                    : Uni.createFrom().item(soFar);
            return whole.chain(rating -> unrated(house, month)
                    .map(gaps -> new Estimate(
                            house.warehouseCode(), month, soFar, rating, accrued.names(), gaps, house.closed())));
        });
    }

    /** Cells that could not be measured in a month. */
    public Uni<List<Estimate.Unrated>> unrated(House house, YearMonth month) {
        return sql.unrated(house, month)
                .map(gaps -> gaps.stream().map(StorageFees::shown).toList());
    }

    /** What the closed days of a month cost; empty = nothing was there. */
    public Uni<Optional<BigDecimal>> accruedTotal(House house, YearMonth month) {
        return accrued(house, month)
                .map(found -> found.lines().isEmpty()
                        ? Optional.empty()
                        : Optional.of(price(found.lines(), found.levels(), found.book())
                                .total()));
    }

    private static Estimate.Unrated shown(FeesSql.Gap gap) {
        var cell = gap.cell().cell();
        return new Estimate.Unrated(
                cell.sku(),
                cell.lot().isEmpty() ? null : cell.lot(),
                cell.location(),
                gap.cell().rule(),
                gap.cell().reason().name(),
                gap.cell().day(),
                gap.days());
    }

    /** What was measured in a month; by day where each day is rounded by itself. */
    Uni<Month> accrued(House house, YearMonth month) {
        return accrued(house, month, FeesSql.Asked.ALL);
    }

    private Uni<Month> accrued(House house, YearMonth month, FeesSql.Asked of) {
        return sql.rolled(house, month, of)
                .chain(rolled -> book(rolled.lines()).chain(book -> {
                    boolean byDay = rolled.lines().stream()
                            .anyMatch(line ->
                                    book.version(line.last().version()).plan().level() == Terms.Level.DAY);
                    Uni<FeesSql.Lines> lines = byDay
                            ? sql.days(house, month, of)
                            : Uni.createFrom().item(rolled);
                    return lines.chain(found -> sql.levels(house, month)
                            .map(levels -> new Month(
                                    house, month, book, found.lines(), levels, new HashMap<>(found.names()), 0)));
                }));
    }

    private Uni<PlanBook> book(List<Measured> lines) {
        return plans.book(lines.stream()
                .flatMap(line -> line.segments().stream())
                .map(Measured.Segment::version)
                .distinct()
                .toList());
    }

    static Rating price(List<Measured> lines, List<Sample.Level> levels, PlanBook book) {
        return lines.isEmpty() ? Rating.NOTHING : Pricing.price(book, lines, levels, List.of());
    }

    /**
     * How the days to come may go.
     *
     * @param course from what stands there to what will
     * @param plan that holds from its day on; null = the plan that does
     */
    public record Way(Function<There, Observations> course, PlanBook.@Nullable Version plan) {
        /** Nothing moves. */
        public static final Way STILL = new Way(There::observed, null);
    }

    /**
     * What a month costs if the days to come go these ways, one estimate for each.
     *
     * @param items that are looked at, with what stands beside them; null = all
     */
    public Uni<List<Estimate>> ways(House house, YearMonth month, List<Way> ways, Long @Nullable [] items) {
        within(house, month);
        LocalDate closed = house.closed() == null ? house.today().minusDays(1) : house.closed();
        LocalDate end = month.atEndOfMonth();
        LocalDate from = closed.isBefore(month.atDay(1)) ? month.atDay(1).minusDays(1) : closed;
        return accrued(house, month, new FeesSql.Asked(null, null, null, null, items))
                .chain(accrued -> coming(accrued, from, end)
                        .chain(book -> sql.standing(house, closed, asking(book, ways), end, items)
                                .map(standing -> {
                                    accrued.names().putAll(standing.names);
                                    There there = standing.there(from);
                                    return ways.stream()
                                            .map(way -> estimate(accrued, book, way, there, closed.isBefore(end)))
                                            .toList();
                                })));
    }

    /** All plans that will look at what stands there. */
    private static List<PlanBook> asking(PlanBook book, List<Way> ways) {
        return Stream.concat(
                        Stream.of(book),
                        ways.stream().map(Way::plan).filter(Objects::nonNull).map(book::with))
                .toList();
    }

    private static Estimate estimate(Month accrued, PlanBook known, Way way, There there, boolean more) {
        PlanBook book = way.plan() == null ? known : known.with(way.plan());
        Forecast.Whole whole = more
                ? Forecast.measured(accrued, book, way.course().apply(there), there.known(), there.end())
                : new Forecast.Whole(accrued.lines(), accrued.levels());
        return new Estimate(
                accrued.house().warehouseCode(),
                accrued.month(),
                price(accrued.lines(), accrued.levels(), book),
                price(whole.lines(), whole.levels(), book),
                accrued.names(),
                List.of(),
                accrued.house().closed());
    }

    /** Whether each line of the days to come is priced by itself, whatever becomes of the others. */
    public Uni<Boolean> alone(House house, LocalDate first, YearMonth month) {
        return version(house, first)
                .chain(next -> version(house, month.atEndOfMonth())
                        .chain(last -> next < 0 || last < 0
                                ? Uni.createFrom().item(false)
                                : plans.book(List.of(next, last))
                                        .map(book -> book.versions().stream()
                                                .allMatch(version ->
                                                        version.plan().linesAlone()))));
    }

    /** Versions that a month was rated by, and those of the days to come. */
    private Uni<PlanBook> coming(Month accrued, LocalDate from, LocalDate end) {
        return Uni.combine()
                .all()
                .unis(version(accrued.house(), from.plusDays(1)), version(accrued.house(), end))
                .asTuple()
                .chain(ids -> plans.book(versions(accrued, ids.getItem1(), ids.getItem2())));
    }

    private static List<Long> versions(Month accrued, long first, long last) {
        return Stream.concat(
                        Stream.of(first, last),
                        accrued.lines().stream()
                                .flatMap(line -> line.segments().stream())
                                .map(Measured.Segment::version))
                .filter(id -> id >= 0)
                .distinct()
                .toList();
    }

    private Uni<Rating> forecast(Month accrued, LocalDate from, LocalDate standing, LocalDate end) {
        House house = accrued.house();
        return Uni.combine()
                .all()
                .unis(version(house, from.plusDays(1)), version(house, end))
                .asTuple()
                .chain(ids -> plans.book(versions(accrued, ids.getItem1(), ids.getItem2()))
                        .chain(book -> forecast(accrued, book, ids.getItem1(), ids.getItem2(), from, standing, end)));
    }

    private Uni<Rating> forecast(
            Month accrued, PlanBook book, long first, long last, LocalDate from, LocalDate standing, LocalDate end) {
        boolean sameVersion = first == last
                && first >= 0
                && accrued.lines().stream()
                        .allMatch(line -> line.last().version() == first
                                || line.last().to().isBefore(from));
        if (from.equals(standing)
                && sameVersion
                && Forecast.plain(book.version(first))
                && accrued.house().closed() != null
                && !from.isBefore(accrued.month().atDay(1))) {
            Forecast.Whole whole = Forecast.extended(accrued, from, end);
            return Uni.createFrom().item(price(whole.lines(), whole.levels(), book));
        }
        if (first < 0 || last < 0) {
            return Uni.createFrom().item(price(accrued.lines(), accrued.levels(), accrued.book()));
        }
        return sql.standing(accrued.house(), standing, List.of(book), end, null).map(there -> {
            accrued.names().putAll(there.names);
            Forecast.Whole whole = Forecast.measured(accrued, book, there.observations(), from, end);
            return price(whole.lines(), whole.levels(), book);
        });
    }
}
