package dev.lotline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Draws operations that make sense in a house, and now and then one that must be refused. */
final class Dice {
    private final Random random;
    private final House house;

    Dice(Random random, House house) {
        this.random = random;
        this.house = house;
    }

    /** Now and then anything, else something that there is a reason for. */
    Op next() {
        boolean wild = random.nextInt(8) == 0;
        Op op = null;
        while (op == null) {
            op = draw(random.nextInt(100), wild);
        }
        return op;
    }

    private Op draw(int roll, boolean wild) {
        if (house.documents.isEmpty() || roll < 5) {
            return announce();
        } else if (roll < 17) {
            return receive(document(wild, d -> !d.closed && d.arrivals.stream().anyMatch(a -> a.open() > 0)));
        } else if (roll < 32) {
            return stow(document(wild, d -> d.arrivals.stream().anyMatch(a -> a.received > a.stowed)));
        } else if (roll < 36) {
            House.Document document = document(wild, d -> d.arrivals.stream().anyMatch(a -> a.stowed > a.committed));
            return document == null ? null : new Op.Commit(document.number);
        } else if (roll < 38) {
            int document = random.nextInt(house.documents.size());
            return random.nextInt(3) == 0 ? new Op.CancelReceiving(document) : new Op.Close(document);
        } else if (roll < 43) {
            return move();
        } else if (house.orders.isEmpty() || roll < 51) {
            return order();
        }
        return outbound(roll, wild);
    }

    private Op outbound(int roll, boolean wild) {
        if (roll < 62) {
            House.CustomerOrder order = order(wild, o -> o.lines.stream().anyMatch(l -> l.promised() > 0));
            return order == null ? null : new Op.Release(order.number);
        } else if (roll < 78) {
            return pick(task(wild, t -> t.units > 0));
        } else if (roll < 83) {
            House.CustomerOrder order = order(wild, o -> o.lines.stream().anyMatch(l -> l.picked > 0));
            return order == null ? null : new Op.Ship(order.number, random.nextInt(4) == 0);
        } else if (roll < 85) {
            House.CustomerOrder order = order(wild, o -> !o.over());
            return order == null ? null : new Op.CancelOrder(order.number);
        } else if (roll < 89) {
            House.Task task = task(wild, t -> t.units > 0);
            return task == null ? null : new Op.Short(task.number, units(3));
        } else if (roll < 94) {
            return unpick(task(wild, t -> t.inTote > 0));
        }
        return roll < 97 ? hold() : roll < 98 ? new Op.NextDay() : adjust();
    }

    private Op announce() {
        List<Op.Announce.Row> rows = new ArrayList<>();
        int first = random.nextInt(house.plan.items().size());
        int count = 1 + random.nextInt(2);
        for (int n = 0; n < count; n++) {
            int item = n == 0 || random.nextBoolean() ? first : 1 - first;
            int lot = lot(item);
            if (rows.stream().noneMatch(r -> r.item() == item && r.lot() == lot)) {
                rows.add(new Op.Announce.Row(item, lot, 4 + random.nextInt(25)));
            }
        }
        return new Op.Announce(warehouse(), random.nextInt(4) > 0, random.nextInt(3) == 0, rows);
    }

    private Op receive(House.Document document) {
        if (document == null) {
            return null;
        }
        House.Arrival arrival = one(document.arrivals, random.nextInt(6) == 0, a -> a.open() > 0);
        int row = arrival == null ? 0 : document.arrivals.indexOf(arrival);
        long open = document.arrivals.get(row).open();
        return new Op.Receive(document.number, row, open > 0 && random.nextInt(6) > 0 ? some(open) : units(6));
    }

    private Op stow(House.Document document) {
        if (document == null) {
            return null;
        }
        House.Arrival arrival = one(document.arrivals, random.nextInt(6) == 0, a -> a.received > a.stowed);
        int row = arrival == null ? 0 : document.arrivals.indexOf(arrival);
        long waiting = document.arrivals.get(row).received - document.arrivals.get(row).stowed;
        long units = waiting > 0 && random.nextInt(9) > 0 ? some(waiting) : units(3);
        return new Op.Stow(document.number, row, place(), units);
    }

    private Op move() {
        List<House.Row> rows = house.rows.stream()
                .filter(r -> r.units > 0 && r.place != Plan.TOTE && r.place != Plan.DOCK)
                .toList();
        if (rows.isEmpty()) {
            return announce();
        }
        House.Row row = rows.get(random.nextInt(rows.size()));
        int to = place();
        to = to == row.place ? (to + 1) % Plan.PLACES.size() : to;
        long units = random.nextInt(6) > 0 ? some(Math.max(1, row.free())) : row.units + 1;
        return new Op.Move(row.warehouse, row.item, row.lot, row.place, to, row.state, units);
    }

    private Op adjust() {
        List<House.Row> rows = house.rows.stream()
                .filter(r -> r.units > 0 && r.state == State.AVAILABLE)
                .toList();
        if (rows.isEmpty()) {
            return null;
        }
        House.Row row = rows.get(random.nextInt(rows.size()));
        long units = random.nextInt(6) > 0 ? some(Math.min(row.units, 9)) : row.units + 1;
        return units > 20 ? null : new Op.Adjust(row.warehouse, row.item, row.lot, row.place, units);
    }

    private Op order() {
        List<Op.Order.Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int n = 0; n < count; n++) {
            int item = random.nextInt(house.plan.items().size());
            boolean lots = house.plan.items().get(item).lotTracked();
            String number = lots && random.nextInt(5) == 0 ? "L" + (1 + random.nextInt(2)) : "";
            int minLife = random.nextInt(5) == 0 ? 1 + random.nextInt(8) : 0;
            lines.add(new Op.Order.Line(item, 1 + random.nextInt(9), number, random.nextInt(6) == 0, minLife));
        }
        return new Op.Order(random.nextInt(3) == 0 ? warehouse() : Op.ANY_WAREHOUSE, lines);
    }

    private Op pick(House.Task task) {
        if (task == null) {
            return null;
        }
        int lot = random.nextInt(5) > 0 ? task.row.lot : lot(task.row.item);
        long units = random.nextInt(8) > 0 ? some(Math.max(1, task.units)) : task.units + 1;
        return new Op.Pick(task.number, lot, units);
    }

    private Op unpick(House.Task task) {
        if (task == null) {
            return null;
        }
        int place = random.nextBoolean() ? task.row.place : place();
        return new Op.Unpick(task.number, place, some(Math.max(1, task.inTote)));
    }

    private Op hold() {
        if (!house.holds.isEmpty() && random.nextInt(5) < 2) {
            return new Op.Unhold(random.nextInt(house.holds.size()));
        }
        int item = random.nextInt(house.plan.items().size());
        int lot = lot(item);
        return lot == Op.NO_LOT ? null : new Op.Hold(item, lot);
    }

    private House.Task task(boolean wild, Predicate<House.Task> wanted) {
        return one(house.tasks, wild, wanted);
    }

    private House.Document document(boolean wild, Predicate<House.Document> wanted) {
        return one(house.documents, wild, wanted);
    }

    private House.CustomerOrder order(boolean wild, Predicate<House.CustomerOrder> wanted) {
        return one(house.orders, wild, wanted);
    }

    private <T> T one(List<T> all, boolean wild, Predicate<T> wanted) {
        List<T> some = wild ? all : all.stream().filter(wanted).toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private int place() {
        int roll = random.nextInt(10);
        return roll == 0 ? random.nextInt(Plan.PLACES.size()) : roll == 1 ? 3 : roll < 4 ? 5 : 1 + random.nextInt(2);
    }

    private int warehouse() {
        return random.nextInt(3) == 0 ? 1 : 0;
    }

    private int lot(int item) {
        int lots = house.plan.items().get(item).lots().size();
        return lots == 0 ? Op.NO_LOT : random.nextInt(lots);
    }

    private long some(long most) {
        return random.nextInt(2) == 0 ? most : 1 + random.nextInt((int) most);
    }

    private long units(int most) {
        return 1 + random.nextInt(most);
    }
}
