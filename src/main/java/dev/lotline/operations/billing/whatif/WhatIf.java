package dev.lotline.operations.billing.whatif;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plan;
import dev.lotline.operations.billing.PlanRules;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.fees.StorageFees;
import dev.lotline.operations.billing.fees.There;
import dev.lotline.operations.billing.pages.FeePages;
import dev.lotline.operations.billing.pages.GroupBy;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Rating;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the month that runs would cost if something were done. Through the same engine as everything else; writes nothing. */
@Singleton
public class WhatIf {
    private static final int MOST = 500;

    private final StorageFees fees;
    private final FeePages pages;
    private final CourseSql sql;
    private final Plans plans;

    WhatIf(StorageFees fees, FeePages pages, CourseSql sql, Plans plans) {
        this.fees = fees;
        this.pages = pages;
        this.sql = sql;
        this.plans = plans;
    }

    /**
     * What has to be looked at.
     *
     * @param items that are touched, with what stands beside them; null = all
     * @param total of the month if nothing moves; null = of what is looked at
     */
    private record Part(Long @Nullable [] items, @Nullable BigDecimal total) {
        static final Part ALL = new Part(null, null);
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_PLAN, CURRENCY_MIXED. */
    public Uni<Difference> difference(String owner, @Nullable String warehouse, List<Action> actions, Scope scope) {
        new FieldCheck().code("warehouse", warehouse).done();
        return fees.houses(owner, warehouse, scope).map(houses -> houses.get(0)).chain(house -> {
            LocalDate closed = house.closed() == null ? house.today().minusDays(1) : house.closed();
            YearMonth month = YearMonth.from(closed.plusDays(1));
            Actions.check(actions, closed.plusDays(1), month.atEndOfMonth());
            Optional<Action> other = actions.stream()
                    .filter(action -> action.kind() == Action.Kind.PLAN)
                    .findFirst();
            Uni<Optional<PlanBook.Version>> plan = other.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : other(other.get(), closed.plusDays(1), scope).map(Optional::of);
            return plan.chain(changed -> fill(house, closed, changed)
                    .chain(fill -> part(house, month, closed, actions, scope)
                            .chain(part -> fees.ways(
                                            house,
                                            month,
                                            List.of(
                                                    StorageFees.Way.STILL,
                                                    new StorageFees.Way(
                                                            there -> done(actions, house, there, fill),
                                                            changed.orElse(null))),
                                            part.items())
                                    .map(found -> difference(found.get(0), found.get(1), part.total())))));
        });
    }

    /** Where lines are priced by themselves, goods that nobody touches cost what they cost. */
    private Uni<Part> part(House house, YearMonth month, LocalDate closed, List<Action> actions, Scope scope) {
        if (actions.stream().anyMatch(action -> action.kind() == Action.Kind.PLAN)) {
            return Uni.createFrom().item(Part.ALL);
        }
        return fees.alone(house, closed.plusDays(1), month)
                .chain(alone -> alone
                        ? sql.touched(house, actions).map(Optional::ofNullable)
                        : Uni.createFrom().item(Optional.<Long[]>empty()))
                .chain(items -> items.isEmpty()
                        ? Uni.createFrom().item(Part.ALL)
                        : pages.pages(house.ownerCode(), month, house.warehouseCode(), GroupBy.LOT, null, 0, scope)
                                .map(page -> new Part(items.get(), page.get(0).estimate())));
    }

    private static dev.lotline.operations.billing.measuring.Observations done(
            List<Action> actions, House house, There there, RatePlan plan) {
        Course course = new Course(there, plan);
        Actions.apply(actions, course, house, there);
        return course.observations();
    }

    /** The plan whose places goods would come to. Ends with PLAN_NOT_ASSIGNED where there is none. */
    private Uni<RatePlan> fill(House house, LocalDate closed, Optional<PlanBook.Version> other) {
        if (other.isPresent()) {
            return Uni.createFrom().item(other.get().plan());
        }
        return fees.version(house, closed.plusDays(1)).chain(id -> {
            if (id < 0) {
                throw Refusal.of(RefusalCode.PLAN_NOT_ASSIGNED, "owner", house.ownerCode());
            }
            return plans.book(List.of(id)).map(book -> book.version(id).plan());
        });
    }

    private Uni<PlanBook.Version> other(Action action, LocalDate first, Scope scope) {
        String code = requireNonNull(action.plan());
        LocalDate on = action.on() == null ? first : action.on();
        return plans.get(code, scope).map(plan -> {
            Plan.Version version = plan.versions().stream()
                    .filter(each -> action.version() == null || each.version() == action.version())
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(RefusalCode.UNKNOWN_PLAN, "plan", code + " " + action.version()));
            JsonNode definition = version.definition();
            return new PlanBook.Version(-1, version.version(), on, PlanRules.plan(definition));
        });
    }

    /** @param total of the month where the estimates are only of a part; null = they are of all */
    private static Difference difference(Estimate before, Estimate after, @Nullable BigDecimal total) {
        Map<Cell, BigDecimal[]> lots = new TreeMap<>();
        sum(lots, before.estimate(), 0);
        sum(lots, after.estimate(), 1);
        List<Difference.Lot> differing = lots.entrySet().stream()
                .filter(lot -> lot.getValue()[0].compareTo(lot.getValue()[1]) != 0)
                .sorted(Comparator.comparing((Map.Entry<Cell, BigDecimal[]> lot) ->
                                lot.getValue()[1].subtract(lot.getValue()[0]).abs())
                        .reversed())
                .limit(MOST)
                .map(lot -> lot(lot.getKey(), lot.getValue(), before))
                .toList();
        BigDecimal change = after.estimate().total().subtract(before.estimate().total());
        BigDecimal from = total == null ? before.estimate().total() : total;
        return new Difference(
                before.warehouse(),
                before.month().toString(),
                Optional.ofNullable(before.estimate().currency())
                        .orElse(after.estimate().currency()),
                from.toPlainString(),
                from.add(change).toPlainString(),
                change.toPlainString(),
                differing);
    }

    private static void sum(Map<Cell, BigDecimal[]> lots, Rating rating, int which) {
        for (Rating.Line line : rating.lines()) {
            Cell lot =
                    new Cell(line.cell().owner(), line.cell().sku(), line.cell().lot(), "");
            BigDecimal[] sums = lots.computeIfAbsent(lot, none -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sums[which] = sums[which].add(line.amount());
        }
    }

    private static Difference.Lot lot(Cell cell, BigDecimal[] sums, Estimate names) {
        return new Difference.Lot(
                cell.sku().isEmpty() ? null : cell.sku(),
                cell.lot().isEmpty() ? null : cell.lot(),
                names.lots().get(cell.lot()),
                sums[0].toPlainString(),
                sums[1].toPlainString(),
                sums[1].subtract(sums[0]).toPlainString());
    }
}
