package dev.lotline.operations.billing.whatif;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.fees.There;
import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Things that might be done, checked and done on paper. Pure. */
final class Actions {
    private static final int MOST = 50;
    private static final int MOST_LOTS = 1_000;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Actions() {}

    /** Ends with VALIDATION_FAILED naming every wrong field. */
    static void check(List<Action> actions, LocalDate first, LocalDate end) {
        FieldCheck check = new FieldCheck()
                .that(!actions.isEmpty() && actions.size() <= MOST, "actions", "must be 1 to " + MOST + " of them");
        long plans = actions.stream()
                .filter(action -> action.kind() == Action.Kind.PLAN)
                .count();
        check.that(plans <= 1, "actions", "must hold at most one PLAN");
        for (int n = 0; n < actions.size() && n < MOST; n++) {
            check(check, "actions[" + n + "].", actions.get(n), first, end);
        }
        check.done();
    }

    private static void check(FieldCheck check, String where, Action action, LocalDate first, LocalDate end) {
        LocalDate on = action.on();
        BigDecimal units = action.units();
        BigDecimal percent = action.percent();
        Integer lots = action.lots();
        check.that(action.kind() != null, where + "kind", "is required")
                .that(
                        on == null || (!on.isBefore(first) && !on.isAfter(end)),
                        where + "on",
                        "must be from " + first + " to " + end)
                .that(units == null || units.signum() > 0, where + "units", "must be greater than 0")
                .that(
                        percent == null || (percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0),
                        where + "percent",
                        "must be above 0 and at most 100")
                .that(units == null || percent == null, where + "percent", "does not go with units")
                .that(lots == null || (lots > 0 && lots <= MOST_LOTS), where + "lots", "must be 1 to " + MOST_LOTS);
        if (action.kind() == Action.Kind.RECEIVE) {
            check.that(action.sku() != null, where + "sku", "is required")
                    .that(units != null, where + "units", "is required");
        } else if (action.kind() == Action.Kind.PLAN) {
            check.that(action.plan() != null, where + "plan", "is required");
        } else if (action.kind() != null) {
            check.that(action.sku() != null || action.lot() != null, where + "lot", "or sku is required");
        }
        check.that(action.kind() != Action.Kind.MOVE || action.to() != null, where + "to", "is required");
    }

    static void apply(List<Action> actions, Course course, House house, There there) {
        for (int n = 0; n < actions.size(); n++) {
            apply(actions.get(n), n, course, house, there);
        }
    }

    private static void apply(Action action, int n, Course course, House house, There there) {
        LocalDate first = there.known().plusDays(1);
        LocalDate on = action.on() == null || action.on().isBefore(first) ? first : action.on();
        switch (Objects.requireNonNull(action.kind())) {
            case SHIP, DISPOSE -> course.leave(action::about, wanted(action, course, on), on);
            case RECEIVE -> receive(action, n, course, house, on);
            case MOVE ->
                course.move(
                        cell -> action.about(cell) && !cell.location().equals(action.to()),
                        String.valueOf(action.to()),
                        on);
            case CONSOLIDATE -> course.consolidate(action::about, on);
            case PLAN -> {
                // prices, not goods
            }
        }
    }

    private static BigDecimal wanted(Action action, Course course, LocalDate on) {
        BigDecimal there = course.units(action::about, on);
        BigDecimal percent = action.percent();
        if (percent != null) {
            return there.multiply(percent).divide(HUNDRED, 0, RoundingMode.HALF_UP);
        }
        return action.units() == null ? there : action.units();
    }

    /** Lots of the same size; the first takes what is left over. */
    private static void receive(Action action, int n, Course course, House house, LocalDate on) {
        int lots = action.lots() == null ? 1 : action.lots();
        BigDecimal units = Objects.requireNonNull(action.units());
        BigDecimal each = units.divide(BigDecimal.valueOf(lots), 0, RoundingMode.DOWN);
        BigDecimal first = units.subtract(each.multiply(BigDecimal.valueOf(lots - 1L)));
        for (int lot = 0; lot < lots; lot++) {
            Cell cell = new Cell(house.ownerCode(), String.valueOf(action.sku()), "new-" + n + "-" + lot, "");
            course.come(cell.owner(), cell.sku(), cell.lot(), lot == 0 ? first : each, on);
        }
    }
}
