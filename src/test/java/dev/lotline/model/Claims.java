package dev.lotline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Promises: soft ones of a warehouse, hard ones on a row; what gives them and what takes them away. */
final class Claims {
    private final House house;
    private final Rules rules;

    Claims(House house, Rules rules) {
        this.house = house;
        this.rules = rules;
    }

    /** What a warehouse could still promise a line: free stock, and of it only what the line may use. */
    private long free(int warehouse, House.Line line) {
        long free = house.free(warehouse, line.asked.item());
        return line.choosy() ? Math.min(free, room(warehouse, line)) : free;
    }

    /** Stock that a choosy line may use, less what it and lines at least as choosy in the same way were promised. */
    private long room(int warehouse, House.Line line) {
        int item = line.asked.item();
        List<Integer> inHand = lotsInHand(line);
        Map<Integer, Long> byLot = new TreeMap<>();
        house.rows(warehouse, item, r -> r.state == State.AVAILABLE && r.free() > 0).stream()
                .filter(r -> rules.usable(item, r.lot, rules.minLife(line)) && rules.named(line, r.lot))
                .filter(r -> !line.asked.singleLot() || inHand.isEmpty() || inHand.contains(r.lot))
                .forEach(r -> byLot.merge(r.lot, r.free(), Long::sum));
        long fitting = line.asked.singleLot()
                ? byLot.values().stream().mapToLong(units -> units).max().orElse(0)
                : byLot.values().stream().mapToLong(units -> units).sum();
        long rivals = house.lines(item).stream()
                .filter(l -> l == line || asChoosy(l, line))
                .mapToLong(l -> l.allocated[warehouse])
                .sum();
        return fitting - rivals;
    }

    private static boolean asChoosy(House.Line other, House.Line line) {
        if (!line.asked.lotNumber().isEmpty()) {
            return other.asked.lotNumber().equals(line.asked.lotNumber());
        }
        return line.asked.minLife() > 0 && other.asked.minLife() >= line.asked.minLife();
    }

    /** Lots a line has reserved, in totes or shipped. */
    List<Integer> lotsInHand(House.Line line) {
        List<Integer> lots = new ArrayList<>();
        house.tasks.stream()
                .filter(t -> t.line == line && (t.units > 0 || t.inTote > 0))
                .forEach(t -> lots.add(t.row.lot));
        lots.addAll(line.shippedLots.keySet());
        return lots;
    }

    void allocate(int warehouse, House.Line line) {
        long take = Math.min(line.backordered, free(warehouse, line));
        if (take <= 0 || line.asked.singleLot() && take < line.backordered) {
            return;
        }
        line.backordered -= take;
        line.allocated[warehouse] += take;
    }

    /** Backorders that a warehouse may serve, oldest order first. */
    void drain(int warehouse, int item) {
        for (House.Line line : house.lines(item)) {
            if (house.free(warehouse, item) <= 0) {
                return;
            }
            if (line.backordered > 0 && !line.order.cancelled && line.order.servedFrom(warehouse)) {
                allocate(warehouse, line);
            }
        }
    }

    void drainEverywhere(int item) {
        for (int warehouse = 0; warehouse < Plan.WAREHOUSES; warehouse++) {
            drain(warehouse, item);
        }
    }

    /** Demand that has just grown is served from wherever the item is free, in the order in which warehouses serve. */
    void drainGrown(int item) {
        house.byPriority().forEach(warehouse -> drain(warehouse, item));
    }

    /** Makes tasks of what a line was promised, in the order of choice. avoid: a place to pass over, or -1. */
    void reserve(int warehouse, House.Line line, int avoid) {
        long need = line.allocated[warehouse];
        if (need == 0) {
            return;
        }
        int item = line.asked.item();
        List<House.Row> chosen = house
                .rows(warehouse, item, r -> r.place != avoid && r.place != Plan.TOTE && rules.candidate(line, r))
                .stream()
                .sorted(rules.choice(item))
                .toList();
        if (line.asked.singleLot()) {
            chosen = oneLot(chosen, need, lotsInHand(line));
        }
        for (House.Row row : chosen) {
            long units = Math.min(need, row.free());
            if (units > 0) {
                task(line, row, units);
                line.allocated[warehouse] -= units;
                need -= units;
            }
        }
    }

    /** The first lot that can fill the whole need; empty when none can. */
    private static List<House.Row> oneLot(List<House.Row> rows, long need, List<Integer> inHand) {
        for (House.Row first : rows) {
            List<House.Row> same = rows.stream().filter(r -> r.lot == first.lot).toList();
            if (same.stream().mapToLong(House.Row::free).sum() >= need
                    && (inHand.isEmpty() || inHand.contains(first.lot))) {
                return same;
            }
        }
        return List.of();
    }

    House.Task task(House.Line line, House.Row row, long units) {
        House.Task made = new House.Task(house.tasks.size(), line, row, units);
        house.tasks.add(made);
        row.reserved += units;
        line.reserved += units;
        return made;
    }

    /** A task falls back to a promise of its warehouse. */
    void unreserve(House.Task task, House.TaskState end) {
        unreserve(task, task.units, end);
    }

    /** Units of it; it stays open while any are left. */
    void unreserve(House.Task task, long units, House.TaskState end) {
        task.row.reserved -= units;
        task.line.reserved -= units;
        task.line.allocated[task.row.warehouse] += units;
        task.units -= units;
        if (task.units == 0) {
            task.state = task.everPicked ? House.TaskState.PICKED : end;
        }
    }

    List<House.Task> openTasks(House.Row row) {
        return house.tasks.stream().filter(t -> t.row == row && t.units > 0).toList();
    }

    /** Promises are taken back, newest order first, until so many units are; each line gives up to its share. */
    long giveUp(int warehouse, int item, long units, ToLongFunction<House.Line> share) {
        long left = units;
        for (House.Line line : house.newestFirst(item)) {
            long cut = Math.min(left, share.applyAsLong(line));
            if (cut > 0) {
                line.allocated[warehouse] -= cut;
                line.backordered += cut;
                left -= cut;
            }
        }
        return left;
    }

    /** Promises are cut, newest order first, while there are more claims than stock. */
    void cutToStock(int warehouse, int item) {
        giveUp(warehouse, item, -house.free(warehouse, item), line -> line.allocated[warehouse]);
    }

    /** Lines that may use only some of the stock keep no more than such stock can give; single-lot lines all or none. */
    void confine(int warehouse, List<Integer> items) {
        List<House.Line> choosy = new ArrayList<>();
        house.orders.forEach(o -> choosy.addAll(
                0,
                o.lines.stream()
                        .filter(l -> items.contains(l.asked.item()) && l.choosy())
                        .sorted((a, b) -> b.number - a.number)
                        .toList()));
        for (House.Line line : choosy) {
            long over = Math.min(line.allocated[warehouse], -room(warehouse, line));
            if (over > 0) {
                long cut = line.asked.singleLot() ? line.allocated[warehouse] : over;
                line.allocated[warehouse] -= cut;
                line.backordered += cut;
            }
        }
    }
}
