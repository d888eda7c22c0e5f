package dev.lotline.operations.billing.whatif;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.fees.StorageFees;
import dev.lotline.operations.billing.fees.There;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.rating.PlanBook;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a month will come to, as far as one can know. */
@Singleton
public class Outlooks {
    private static final int MOST = 50;

    private final StorageFees fees;
    private final CourseSql sql;
    private final Plans plans;

    Outlooks(StorageFees fees, CourseSql sql, Plans plans) {
        this.fees = fees;
        this.sql = sql;
        this.plans = plans;
    }

    /** What is known of the days to come. */
    private record Known(
            Map<String, BigDecimal> daily,
            List<CourseSql.Coming> announced,
            List<CourseSql.Coming> released,
            List<CourseSql.Version> versions) {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    public Uni<Outlook> of(String owner, @Nullable String warehouse, YearMonth month, Scope scope) {
        new FieldCheck().code("warehouse", warehouse).done();
        return fees.houses(owner, warehouse, scope).map(houses -> houses.get(0)).chain(house -> {
            fees.within(house, month);
            LocalDate closed = house.closed() == null ? house.today().minusDays(1) : house.closed();
            return fees.version(house, closed.plusDays(1))
                    .chain(id -> plans.book(id < 0 ? List.of() : List.of(id)))
                    .chain(book -> known(house, closed, month)
                            .chain(known -> outlook(
                                    house,
                                    month,
                                    known,
                                    book.versions().stream().findFirst())));
        });
    }

    private Uni<Known> known(House house, LocalDate closed, YearMonth month) {
        return Uni.combine()
                .all()
                .unis(
                        sql.picked(house, closed),
                        sql.announced(house, closed, month.atEndOfMonth()),
                        sql.released(house),
                        sql.versions(house, closed, closed.plusDays(Changes.AHEAD + 1L)))
                .asTuple()
                .map(all -> new Known(all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4()));
    }

    private Uni<Outlook> outlook(House house, YearMonth month, Known known, Optional<PlanBook.Version> version) {
        List<There> seen = new ArrayList<>();
        List<StorageFees.Way> ways = List.of(
                new StorageFees.Way(
                        there -> {
                            seen.add(there);
                            return there.observed();
                        },
                        null),
                new StorageFees.Way(there -> run(there, known, version), null),
                new StorageFees.Way(there -> scheduled(house, there, known, version), null));
        return fees.ways(house, month, ways, null)
                .chain(estimates -> fees.accruedTotal(house, month.minusMonths(1))
                        .map(last -> outlook(estimates, last, changes(known, seen, version))));
    }

    private static Observations run(There there, Known known, Optional<PlanBook.Version> version) {
        if (version.isEmpty()) {
            return there.observed();
        }
        Course course = new Course(there, version.get().plan());
        course.run(known.daily());
        return course.observations();
    }

    private static Observations scheduled(House house, There there, Known known, Optional<PlanBook.Version> version) {
        if (version.isEmpty()) {
            return there.observed();
        }
        Course course = new Course(there, version.get().plan());
        LocalDate first = there.known().plusDays(1);
        known.released()
                .forEach(each -> course.leave(
                        cell -> cell.sku().equals(each.sku())
                                && cell.lot().equals(each.lot())
                                && cell.location().equals(each.location()),
                        each.units(),
                        first));
        known.announced()
                .forEach(each -> course.come(
                        house.ownerCode(),
                        each.sku(),
                        each.lot(),
                        each.units(),
                        each.on() == null || each.on().isBefore(first) ? first : each.on()));
        return course.observations();
    }

    private static List<Outlook.Change> changes(Known known, List<There> seen, Optional<PlanBook.Version> version) {
        Stream<Outlook.Change> versions = seen.isEmpty()
                ? Stream.empty()
                : known.versions().stream()
                        .map(each -> new Outlook.Change(
                                Outlook.Kind.PLAN_VERSION,
                                each.on(),
                                ChronoUnit.DAYS.between(seen.get(0).known().plusDays(1), each.on()),
                                each.plan(),
                                each.n(),
                                null,
                                null,
                                null,
                                null,
                                null));
        Stream<Outlook.Change> goods = seen.isEmpty() || version.isEmpty()
                ? Stream.empty()
                : new Changes(version.get(), seen.get(0)).all().stream();
        return Stream.concat(versions, goods)
                .sorted(Comparator.comparing(Outlook.Change::on))
                .limit(MOST)
                .toList();
    }

    private static Outlook outlook(List<Estimate> estimates, Optional<BigDecimal> last, List<Outlook.Change> changes) {
        List<Outlook.Forecasted> forecasts = List.of(
                forecasted(Outlook.Forecast.NO_MOVEMENT, estimates.get(0)),
                forecasted(Outlook.Forecast.RUN_RATE, estimates.get(1)),
                forecasted(Outlook.Forecast.SCHEDULED, estimates.get(2)));
        Estimate still = estimates.get(0);
        List<BigDecimal> sorted =
                estimates.stream().map(each -> each.estimate().total()).sorted().toList();
        return new Outlook(
                still.warehouse(),
                still.month().toString(),
                still.estimate().currency(),
                still.accrued().total().toPlainString(),
                forecasts,
                sorted.get(0).toPlainString(),
                sorted.get(sorted.size() - 1).toPlainString(),
                last.map(BigDecimal::toPlainString).orElse(null),
                changes);
    }

    private static Outlook.Forecasted forecasted(Outlook.Forecast forecast, Estimate estimate) {
        return new Outlook.Forecasted(forecast, estimate.estimate().total().toPlainString());
    }
}
