package dev.lotline.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What takes good stock away and gives it back: holds, and the day that makes it too old. */
final class Holding {
    private final House house;
    private final Rules rules;
    private final Claims claims;

    Holding(House house, Rules rules, Claims claims) {
        this.house = house;
        this.rules = rules;
        this.claims = claims;
    }

    /** Every free, claimed or short-dated unit of the lot, in every warehouse, at once. */
    Answer hold(Op.Hold op) {
        House.LotHold hold = new House.LotHold(house.holds.size(), op.item(), op.lot());
        house.holds.add(hold);
        List<Integer> hit = IntStream.range(0, Plan.WAREHOUSES)
                .filter(warehouse -> take(warehouse, hold))
                .boxed()
                .toList();
        if (!hit.isEmpty()) {
            claims.drainGrown(op.item());
        }
        return Answer.ok("HELD");
    }

    /** True when good units were taken. */
    private boolean take(int warehouse, House.LotHold hold) {
        List<House.Row> rows = house.rows(
                warehouse,
                hold.item,
                r -> r.lot == hold.lot && (r.state == State.AVAILABLE || r.state == State.SHORT_DATED));
        boolean good = rows.stream().anyMatch(r -> r.state == State.AVAILABLE);
        for (House.Row row : rows) {
            claims.openTasks(row).forEach(t -> claims.unreserve(t, House.TaskState.CUT));
            House.Row held = house.row(warehouse, row.item, row.lot, row.place, State.QUARANTINED);
            held.units += row.units;
            held.byHold.merge(hold, row.units, Long::sum);
            row.units = 0;
        }
        if (good) {
            cutNamed(warehouse, hold);
            claims.cutToStock(warehouse, hold.item);
        }
        return good;
    }

    /** Tasks on the row give up what is gone, newest order first, then promises; what can be is served from elsewhere. */
    Answer adjust(Op.Adjust op) {
        House.Row row = house.row(op.warehouse(), op.item(), op.lot(), op.place(), State.AVAILABLE);
        if (row.units < op.units()) {
            return Answer.refused("NOT_ENOUGH_STOCK");
        }
        long over = op.units() - row.free();
        List<House.Task> newestFirst = new ArrayList<>(claims.openTasks(row));
        newestFirst.sort(
                Comparator.<House.Task>comparingInt(t -> -t.line.order.number).thenComparingInt(t -> -t.number));
        for (House.Task task : newestFirst) {
            long cut = Math.min(over, task.units);
            if (cut > 0) {
                over -= cut;
                claims.unreserve(task, cut, House.TaskState.CUT);
            }
        }
        row.units -= op.units();
        claims.cutToStock(op.warehouse(), op.item());
        claims.drainGrown(op.item());
        return Answer.ok("ADJUSTED");
    }

    /** Lines that named this lot keep no more than what is left of its number. */
    private void cutNamed(int warehouse, House.LotHold hold) {
        String number = rules.lot(hold.item, hold.lot).number();
        long left = house
                .rows(
                        warehouse,
                        hold.item,
                        r -> r.state == State.AVAILABLE
                                && rules.lot(hold.item, r.lot).number().equals(number))
                .stream()
                .mapToLong(House.Row::free)
                .sum();
        long promised = house.lines(hold.item).stream()
                .filter(l -> l.asked.lotNumber().equals(number))
                .mapToLong(l -> l.allocated[warehouse])
                .sum();
        claims.giveUp(
                warehouse,
                hold.item,
                promised - left,
                line -> line.asked.lotNumber().equals(number) ? line.allocated[warehouse] : 0);
    }

    /** Frees what the hold took or caught; what another open hold covers passes to that one. */
    Answer unhold(int number) {
        House.LotHold hold = house.holds.get(number);
        if (hold.released) {
            return Answer.refused("ALREADY_RESOLVED");
        }
        hold.released = true;
        House.LotHold heir = house.holdOf(hold.item, hold.lot);
        TreeSet<Integer> freed = new TreeSet<>();
        for (House.Row row : List.copyOf(house.rows)) {
            Long units = row.byHold.remove(hold);
            if (units == null) {
                continue;
            }
            if (heir != null) {
                row.byHold.merge(heir, units, Long::sum);
            } else {
                row.units -= units;
                State state = rules.freeState(row.item, row.lot);
                house.row(row.warehouse, row.item, row.lot, row.place, state).units += units;
                if (state == State.AVAILABLE) {
                    freed.add(row.warehouse);
                }
            }
        }
        freed.forEach(warehouse -> claims.drain(warehouse, hold.item));
        return Answer.ok("RELEASED_FROM_HOLD");
    }

    /** Quarantined units that are moved take their hold along, the newest first. */
    static void along(House.Row from, House.Row to, long units) {
        long left = units;
        List<House.LotHold> newestFirst = new ArrayList<>(from.byHold.keySet());
        newestFirst.sort(Comparator.comparingInt(h -> -h.number));
        for (House.LotHold hold : newestFirst) {
            long take = Math.min(left, from.byHold.get(hold));
            if (take > 0) {
                left -= take;
                to.byHold.merge(hold, take, Long::sum);
                from.byHold.computeIfPresent(hold, (h, had) -> had == take ? null : had - take);
            }
        }
    }

    Answer nextDay() {
        house.today++;
        for (int warehouse = 0; warehouse < Plan.WAREHOUSES; warehouse++) {
            closeDay(warehouse);
        }
        return Answer.ok("DAY_CLOSED");
    }

    private void closeDay(int warehouse) {
        List<House.Row> old = house.rows.stream()
                .filter(r -> r.warehouse == warehouse && r.state == State.AVAILABLE && r.units > 0)
                .filter(r -> rules.freeState(r.item, r.lot) == State.SHORT_DATED)
                .toList();
        List<House.Line> stopped = new ArrayList<>();
        for (House.Row row : old) {
            stopped.addAll(stop(claims.openTasks(row)));
            house.row(warehouse, row.item, row.lot, row.place, State.SHORT_DATED).units += row.units;
            row.units = 0;
        }
        List<Integer> items = old.stream().map(r -> r.item).distinct().sorted().toList();
        items.forEach(item -> claims.cutToStock(warehouse, item));
        planAgain(warehouse, items, stopped);

        List<House.Task> tooOld = house.tasks.stream()
                .filter(t -> t.units > 0 && t.row.warehouse == warehouse)
                .filter(t -> !rules.usable(t.row.item, t.row.lot, rules.minLife(t.line)))
                .toList();
        items = tooOld.stream().map(t -> t.row.item).distinct().sorted().toList();
        planAgain(warehouse, items, stop(tooOld));

        items = IntStream.range(0, house.plan.items().size())
                .filter(item ->
                        house.lines(item).stream().anyMatch(l -> l.asked.minLife() > 0 && l.allocated[warehouse] > 0))
                .boxed()
                .toList();
        planAgain(warehouse, items, List.of());
    }

    private List<House.Line> stop(List<House.Task> tasks) {
        tasks.forEach(t -> claims.unreserve(t, House.TaskState.CUT));
        return tasks.stream().map(t -> t.line).toList();
    }

    private void planAgain(int warehouse, List<Integer> items, List<House.Line> stopped) {
        if (items.isEmpty()) {
            return;
        }
        claims.confine(warehouse, items);
        items.forEach(claims::drainEverywhere);
        List<House.Line> lines = new ArrayList<>(new LinkedHashSet<>(stopped));
        Collections.sort(
                lines, Comparator.<House.Line>comparingInt(l -> l.order.number).thenComparingInt(l -> l.number));
        lines.forEach(line -> claims.reserve(warehouse, line, -1));
    }
}
