package dev.lotline.model;

import java.util.List;

/** Ordered, released, picked, short, put back, shipped, cancelled. */
final class Outbound {
    private final House house;
    private final Rules rules;
    private final Claims claims;

    Outbound(House house, Rules rules, Claims claims) {
        this.house = house;
        this.rules = rules;
        this.claims = claims;
    }

    Answer order(Op.Order op) {
        House.CustomerOrder order = new House.CustomerOrder(house.orders.size(), op);
        house.orders.add(order);
        for (House.Line line : order.lines) {
            house.serving(order).forEach(warehouse -> claims.allocate(warehouse, line));
        }
        return Answer.ok("ACCEPTED");
    }

    Answer release(int number) {
        House.CustomerOrder order = house.orders.get(number);
        if (order.over()) {
            return Answer.refused("ORDER_CLOSED");
        }
        for (House.Line line : order.lines) {
            house.byPriority().forEach(warehouse -> claims.reserve(warehouse, line, -1));
        }
        return Answer.ok("RELEASED");
    }

    Answer pick(Op.Pick op) {
        House.Task task = house.tasks.get(op.task());
        int item = task.row.item;
        String no = rules.refusal(item, op.lot(), rules.minLife(task.line));
        if (no.isEmpty()) {
            no = taskRefusal(task, op.units());
        }
        if (!no.isEmpty()) {
            return Answer.refused(no);
        }
        if (op.lot() != task.row.lot) {
            House.Task other = swapped(task, op);
            if (other == null) {
                return Answer.refused("WRONG_LOT");
            }
            task = other;
        }
        task.units -= op.units();
        task.inTote += op.units();
        task.everPicked = true;
        task.state = task.units == 0 ? House.TaskState.PICKED : House.TaskState.OPEN;
        task.row.reserved -= op.units();
        task.row.units -= op.units();
        task.line.reserved -= op.units();
        task.line.picked += op.units();
        tote(task).units += op.units();
        return Answer.ok("PICKED");
    }

    private static String taskRefusal(House.Task task, long units) {
        if (task.state == House.TaskState.PICKED || task.state == House.TaskState.SWAPPED) {
            return "TASK_ALREADY_PICKED";
        }
        if (task.state != House.TaskState.OPEN) {
            return "TASK_STOPPED";
        }
        return units > task.units ? "MORE_THAN_TASK" : "";
    }

    private House.Row tote(House.Task task) {
        return house.row(task.row.warehouse, task.row.item, task.row.lot, Plan.TOTE, State.PICKED);
    }

    /** A nearer or equal expiry of the same item in that place may be taken instead; null when it may not. */
    private House.Task swapped(House.Task task, Op.Pick op) {
        int item = task.row.item;
        House.Row there = house.row(task.row.warehouse, item, op.lot(), task.row.place, State.AVAILABLE);
        if (there.free() < op.units()
                || task.line.asked.singleLot()
                || !task.line.asked.lotNumber().isEmpty()
                || expiry(item, op.lot()) > expiry(item, task.row.lot)) {
            return null;
        }
        task.units -= op.units();
        task.row.reserved -= op.units();
        task.line.reserved -= op.units();
        task.state = task.units == 0 ? House.TaskState.SWAPPED : House.TaskState.OPEN;
        return claims.task(task.line, there, op.units());
    }

    private int expiry(int item, int lot) {
        Integer expires = lot == Op.NO_LOT ? null : rules.lot(item, lot).expires();
        return expires == null ? Integer.MAX_VALUE : expires;
    }

    Answer shortPick(Op.Short op) {
        House.Task task = house.tasks.get(op.task());
        String no = taskRefusal(task, op.units());
        if (!no.isEmpty()) {
            return Answer.refused(no);
        }
        House.Row row = task.row;
        task.units -= op.units();
        if (task.units == 0) {
            task.state = task.everPicked ? House.TaskState.PICKED : House.TaskState.CUT;
        }
        row.reserved -= op.units();
        row.units -= op.units();
        house.row(row.warehouse, row.item, row.lot, row.place, State.QUARANTINED).units += op.units();
        task.line.reserved -= op.units();
        task.line.backordered += op.units();
        claims.drainGrown(row.item);
        claims.reserve(row.warehouse, task.line, row.place);
        return Answer.ok("SHORT");
    }

    Answer unpick(Op.Unpick op) {
        House.Task task = house.tasks.get(op.task());
        House.Row row = task.row;
        if (task.inTote < op.units()) {
            return Answer.refused("NOT_ENOUGH_STOCK");
        }
        String no = rules.placeRefusal(row.warehouse, row.item, row.lot, op.place());
        if (!no.isEmpty()) {
            return Answer.refused(no);
        }
        State state = rules.freeState(row.item, row.lot);
        tote(task).units -= op.units();
        task.inTote -= op.units();
        task.line.picked -= op.units();
        House.Row back = house.row(row.warehouse, row.item, row.lot, op.place(), state);
        back.units += op.units();
        if (state == State.QUARANTINED) {
            back.byHold.merge(house.holdOf(row.item, row.lot), op.units(), Long::sum);
        }
        claimAgain(task, back, op.units());
        claims.drainGrown(row.item);
        return Answer.ok("UNPICKED");
    }

    /** What came back keeps the strongest claim that it still allows. */
    private void claimAgain(House.Task task, House.Row back, long units) {
        House.Line line = task.line;
        boolean pickable = Plan.PLACES.get(back.place).pickable();
        if (back.state != State.AVAILABLE) {
            line.backordered += units;
        } else if (!pickable || !rules.usable(back.item, back.lot, rules.minLife(line))) {
            line.allocated[back.warehouse] += units;
        } else if (back == task.row) {
            task.units += units;
            task.state = House.TaskState.OPEN;
            back.reserved += units;
            line.reserved += units;
        } else {
            claims.task(line, back, units);
        }
    }

    Answer ship(Op.Ship op) {
        House.CustomerOrder order = house.orders.get(op.order());
        if (order.over()) {
            return Answer.refused("ORDER_CLOSED");
        }
        long open = order.lines.stream().mapToLong(House.Line::open).sum();
        if (op.complete() && open > 0) {
            return Answer.refused("NOT_FULLY_PICKED");
        }
        if (order.lines.stream().allMatch(l -> l.picked == 0)) {
            return Answer.refused("NOTHING_PICKED");
        }
        List<House.Task> inTotes = order.lines.stream()
                .flatMap(l -> house.tasks.stream().filter(t -> t.line == l && t.inTote > 0))
                .toList();
        for (House.Task task : inTotes) {
            String no = rules.refusal(task.row.item, task.row.lot, rules.minLife(task.line));
            if (!no.isEmpty()) {
                return Answer.refused(no);
            }
        }
        for (House.Task task : inTotes) {
            tote(task).units -= task.inTote;
            task.line.picked -= task.inTote;
            task.line.shipped += task.inTote;
            task.line.shippedLots.merge(task.row.lot, task.inTote, Long::sum);
            task.inTote = 0;
        }
        order.shipped = open == 0;
        return Answer.ok("SHIPPED");
    }

    Answer cancel(int number) {
        House.CustomerOrder order = house.orders.get(number);
        if (order.over()) {
            return Answer.refused("ORDER_CLOSED");
        }
        if (order.lines.stream().anyMatch(l -> l.picked > 0)) {
            return Answer.refused("PICKED_UNITS");
        }
        order.cancelled = true;
        house.tasks.stream()
                .filter(t -> t.line.order == order && t.units > 0)
                .forEach(t -> claims.unreserve(t, House.TaskState.RELEASED));
        for (House.Line line : order.lines) {
            line.cancelled += line.promised() + line.backordered;
            line.backordered = 0;
            line.allocated[0] = 0;
            line.allocated[1] = 0;
        }
        order.lines.stream().map(l -> l.asked.item()).distinct().forEach(claims::drainEverywhere);
        return Answer.ok("CANCELLED");
    }
}
