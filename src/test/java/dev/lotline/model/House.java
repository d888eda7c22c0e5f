package dev.lotline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What stands where, what orders hold of it and what is on its way: the books of the model. */
final class House {
    final Plan plan;
    final List<Row> rows = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();
    final List<CustomerOrder> orders = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();
    final List<LotHold> holds = new ArrayList<>();
    int today;

    House(Plan plan) {
        this.plan = plan;
    }

    /** Units of one lot in one place and state; {@code byHold} says which of them a hold answers for. */
    static final class Row {
        final int warehouse;
        final int item;
        final int lot;
        final int place;
        final State state;
        final Map<LotHold, Long> byHold = new LinkedHashMap<>();
        long units;
        long reserved;

        Row(int warehouse, int item, int lot, int place, State state) {
            this.warehouse = warehouse;
            this.item = item;
            this.lot = lot;
            this.place = place;
            this.state = state;
        }

        long free() {
            return units - reserved;
        }
    }

    static final class Document {
        final int number;
        final Op.Announce announced;
        final List<Arrival> arrivals = new ArrayList<>();
        boolean closed;
        boolean cancelled;

        Document(int number, Op.Announce announced) {
            this.number = number;
            this.announced = announced;
            announced.rows().forEach(row -> arrivals.add(new Arrival(row)));
        }
    }

    static final class Arrival {
        final Op.Announce.Row announced;
        long received;
        long stowed;
        long committed;

        Arrival(Op.Announce.Row announced) {
            this.announced = announced;
        }

        long open() {
            return Math.max(0, announced.units() - received);
        }
    }

    static final class CustomerOrder {
        final int number;
        final int warehouse;
        final List<Line> lines = new ArrayList<>();
        boolean shipped;
        boolean cancelled;

        CustomerOrder(int number, Op.Order ordered) {
            this.number = number;
            this.warehouse = ordered.warehouse();
            for (Op.Order.Line line : ordered.lines()) {
                lines.add(new Line(this, lines.size() + 1, line));
            }
        }

        boolean over() {
            return shipped || cancelled;
        }

        boolean servedFrom(int house) {
            return warehouse == Op.ANY_WAREHOUSE || warehouse == house;
        }
    }

    static final class Line {
        final CustomerOrder order;
        final int number;
        final Op.Order.Line asked;
        final long[] allocated = new long[Plan.WAREHOUSES];
        /** The lots it has in hand or has shipped; of a single-lot line never more than one. */
        final Map<Integer, Long> shippedLots = new TreeMap<>();

        long reserved;
        long picked;
        long shipped;
        long backordered;
        long cancelled;

        Line(CustomerOrder order, int number, Op.Order.Line asked) {
            this.order = order;
            this.number = number;
            this.asked = asked;
            this.backordered = asked.units();
        }

        long promised() {
            return allocated[0] + allocated[1];
        }

        long open() {
            return promised() + reserved + backordered;
        }

        boolean choosy() {
            return !asked.lotNumber().isEmpty() || asked.singleLot() || asked.minLife() > 0;
        }
    }

    enum TaskState {
        OPEN,
        PICKED,
        CUT,
        RELEASED,
        SWAPPED
    }

    static final class Task {
        final int number;
        final Line line;
        final Row row;
        TaskState state = TaskState.OPEN;
        long units;
        long inTote;
        boolean everPicked;

        Task(int number, Line line, Row row, long units) {
            this.number = number;
            this.line = line;
            this.row = row;
            this.units = units;
        }
    }

    static final class LotHold {
        final int number;
        final int item;
        final int lot;
        boolean released;

        LotHold(int number, int item, int lot) {
            this.number = number;
            this.item = item;
            this.lot = lot;
        }
    }

    /**
     * Which one of the tasks of its line in its warehouse a task is, from 0: lines that are served together get their tasks
     * in any order among warehouses, as long as each warehouse keeps its own.
     */
    long nth(Task task) {
        return tasks.stream()
                .limit(task.number)
                .filter(t -> t.line == task.line && t.row.warehouse == task.row.warehouse)
                .count();
    }

    /** The row of these units, made when it is the first of its kind. */
    Row row(int warehouse, int item, int lot, int place, State state) {
        return rows.stream()
                .filter(r -> r.warehouse == warehouse
                        && r.item == item
                        && r.lot == lot
                        && r.place == place
                        && r.state == state)
                .findFirst()
                .orElseGet(() -> {
                    Row made = new Row(warehouse, item, lot, place, state);
                    rows.add(made);
                    return made;
                });
    }

    List<Row> rows(int warehouse, int item, Predicate<Row> which) {
        return rows.stream()
                .filter(r -> r.warehouse == warehouse && r.item == item && r.units > 0 && which.test(r))
                .toList();
    }

    long sum(int warehouse, int item, State state) {
        return rows(warehouse, item, r -> r.state == state).stream()
                .mapToLong(r -> r.units)
                .sum();
    }

    long reserved(int warehouse, int item) {
        return rows(warehouse, item, r -> true).stream()
                .mapToLong(r -> r.reserved)
                .sum();
    }

    long allocated(int warehouse, int item) {
        return lines(item).stream().mapToLong(l -> l.allocated[warehouse]).sum();
    }

    /** Committed, good and claimed by nobody. */
    long free(int warehouse, int item) {
        return sum(warehouse, item, State.AVAILABLE) - allocated(warehouse, item) - reserved(warehouse, item);
    }

    /** Lines of an item, oldest order first. */
    List<Line> lines(int item) {
        return orders.stream()
                .flatMap(o -> o.lines.stream())
                .filter(l -> l.asked.item() == item)
                .toList();
    }

    List<Line> newestFirst(int item) {
        return lines(item).stream()
                .sorted(Comparator.<Line>comparingInt(l -> -l.order.number).thenComparingInt(l -> -l.number))
                .toList();
    }

    /** Warehouses in the order in which they serve orders that name none. */
    List<Integer> byPriority() {
        return plan.priorities().get(0) < plan.priorities().get(1) ? List.of(0, 1) : List.of(1, 0);
    }

    /** Both warehouses, or the one that is named. */
    List<Integer> serving(CustomerOrder order) {
        return byPriority().stream().filter(order::servedFrom).toList();
    }

    boolean held(int item, int lot) {
        return holdOf(item, lot) != null;
    }

    /** The oldest open hold of a lot, null when there is none. */
    LotHold holdOf(int item, int lot) {
        return holds.stream()
                .filter(h -> !h.released && h.item == item && h.lot == lot)
                .findFirst()
                .orElse(null);
    }
}
