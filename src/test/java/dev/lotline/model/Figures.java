package dev.lotline.model;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Everything that can be read from the books of a house, one figure or row a line, sorted; play.sql says the same. */
final class Figures {
    private final House house;

    private Figures(House house) {
        this.house = house;
    }

    static String of(House house) {
        Figures figures = new Figures(house);
        return Stream.of(
                        figures.totals(),
                        figures.demand(),
                        figures.rows(),
                        figures.held(),
                        figures.orders(),
                        figures.lines(),
                        figures.tasks(),
                        figures.documents())
                .flatMap(each -> each)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The buckets that the five vocabularies are computed from, by item and warehouse. */
    private Stream<String> totals() {
        return warehouses()
                .flatMap(warehouse -> items().map(item -> {
                    long[] states = Stream.of(State.values())
                            .mapToLong(state -> house.sum(warehouse, item, state))
                            .toArray();
                    long[] claims = {
                        house.allocated(warehouse, item), house.reserved(warehouse, item), expected(warehouse, item)
                    };
                    return LongStream.concat(LongStream.of(states), LongStream.of(claims))
                                    .allMatch(n -> n == 0)
                            ? ""
                            : "W" + warehouse + ".I" + item + " received=" + states[0] + " stowed=" + states[1]
                                    + " available=" + states[2] + " picked=" + states[3] + " quarantined=" + states[4]
                                    + " short=" + states[5] + " damaged=" + states[6] + " allocated=" + claims[0]
                                    + " reserved=" + claims[1] + " expected=" + claims[2];
                }))
                .filter(line -> !line.isEmpty());
    }

    private long expected(int warehouse, int item) {
        return house.documents.stream()
                .filter(d -> d.announced.warehouse() == warehouse && !d.closed && !d.cancelled)
                .flatMap(d -> d.arrivals.stream())
                .filter(a -> a.announced.item() == item)
                .mapToLong(House.Arrival::open)
                .sum();
    }

    /** House-wide: demand that nothing covers, and what is promised to orders that lack something. */
    private Stream<String> demand() {
        return items().map(item -> {
            long backordered =
                    house.lines(item).stream().mapToLong(l -> l.backordered).sum();
            long exceptions = house.lines(item).stream()
                    .filter(l -> l.order.lines.stream().anyMatch(x -> x.backordered > 0))
                    .mapToLong(House.Line::promised)
                    .sum();
            return "I" + item + " backordered=" + backordered + " toExceptions=" + exceptions;
        });
    }

    private Stream<String> rows() {
        return house.rows.stream()
                .filter(r -> r.units > 0)
                .map(r -> goods(r) + " " + place(r) + " " + r.state + " " + r.units + "/" + r.reserved);
    }

    private Stream<String> held() {
        return house.rows.stream()
                .flatMap(r -> r.byHold.entrySet().stream()
                        .map(e -> goods(r) + " " + place(r) + " held by H" + e.getKey().number + " " + e.getValue()));
    }

    private Stream<String> orders() {
        return house.orders.stream()
                .map(o -> "O" + o.number + (o.cancelled ? " CANCELLED" : o.shipped ? " SHIPPED" : " OPEN"));
    }

    private Stream<String> lines() {
        return house.orders.stream()
                .flatMap(o -> o.lines.stream())
                .map(l ->
                        "O" + l.order.number + "." + l.number + " allocated=" + l.promised() + " reserved=" + l.reserved
                                + " picked=" + l.picked + " shipped=" + l.shipped + " backordered=" + l.backordered
                                + " cancelled=" + l.cancelled);
    }

    private Stream<String> tasks() {
        return house.tasks.stream()
                .map(t -> "T" + house.nth(t) + " O" + t.line.order.number + "." + t.line.number + " " + goods(t.row)
                        + " " + place(t.row) + " " + t.state + " " + t.units + " " + t.inTote);
    }

    private Stream<String> documents() {
        return house.documents.stream()
                .flatMap(d -> Stream.concat(
                        Stream.of("D" + d.number + (d.cancelled ? " CANCELLED" : d.closed ? " CLOSED" : " OPEN")),
                        d.arrivals.stream()
                                .map(a -> "D" + d.number + "." + d.arrivals.indexOf(a) + " received=" + a.received
                                        + " stowed=" + a.stowed + " committed=" + a.committed)));
    }

    private static String goods(House.Row row) {
        return "W" + row.warehouse + ".I" + row.item + (row.lot == Op.NO_LOT ? "" : ".L" + row.lot);
    }

    private static String place(House.Row row) {
        return row.place == Plan.TOTE ? "@TOTE" : Plan.PLACES.get(row.place).code();
    }

    private static Stream<Integer> warehouses() {
        return Stream.iterate(0, n -> n + 1).limit(Plan.WAREHOUSES);
    }

    private Stream<Integer> items() {
        return Stream.iterate(0, n -> n + 1).limit(house.plan.items().size());
    }
}
