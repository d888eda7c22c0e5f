package dev.lotline.operations.ordering;

import dev.lotline.kernel.Quantity;
import dev.lotline.operations.ordering.OrderRules.Figures;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Puts an order together from its rows. */
final class OrderReading {
    private OrderReading() {}

    /** @param rows one per line, in line order, never empty */
    static CustomerOrder order(Iterable<Row> rows, Iterable<Row> claims, Iterable<Row> shipments) {
        List<Row> lines = list(rows);
        Map<Integer, List<Row>> held =
                list(claims).stream().collect(Collectors.groupingBy(claim -> claim.getInteger("line_no")));
        Row heading = lines.get(0);
        return new CustomerOrder(
                heading.getString("reference"),
                heading.getString("owner"),
                heading.getString("warehouse"),
                OrderRules.state(new Figures(
                        heading.getBoolean("closed"),
                        heading.getBoolean("sent"),
                        sum(lines, "allocated"),
                        sum(lines, "reserved"),
                        sum(lines, "picked"),
                        sum(lines, "shipped"),
                        sum(lines, "backordered"))),
                heading.getLocalDate("ship_by"),
                new NewOrder.Customer(
                        heading.getString("customer_code"),
                        heading.getString("customer_name"),
                        heading.getString("customer_country"),
                        heading.getInteger("customer_min_shelf_life_days")),
                heading.getInteger("priority"),
                lines.stream()
                        .map(line -> line(line, held.getOrDefault(line.getInteger("line_no"), List.of())))
                        .toList(),
                shipments(shipments));
    }

    static CustomerOrder.Heading heading(Row row) {
        Figures figures = new Figures(
                row.getBoolean("closed"),
                row.getBoolean("sent"),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("picked"),
                row.getBigDecimal("shipped"),
                row.getBigDecimal("backordered"));
        return new CustomerOrder.Heading(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("owner"),
                row.getString("warehouse"),
                OrderRules.state(figures),
                row.getLocalDate("ship_by"),
                row.getInteger("priority"),
                Quantity.plain(figures.allocated()),
                Quantity.plain(figures.reserved()),
                Quantity.plain(figures.picked()),
                Quantity.plain(figures.shipped()),
                Quantity.plain(figures.backordered()));
    }

    private static CustomerOrder.Line line(Row line, List<Row> held) {
        return new CustomerOrder.Line(
                line.getInteger("line_no"),
                line.getString("sku"),
                units(line, "quantity"),
                units(line, "allocated"),
                units(line, "reserved"),
                units(line, "picked"),
                units(line, "shipped"),
                units(line, "backordered"),
                units(line, "cancelled"),
                line.getString("lot_number"),
                line.getBoolean("single_lot"),
                line.getInteger("min_shelf_life_days"),
                held.stream()
                        .filter(row -> row.getString("kind").equals("ALLOCATED"))
                        .map(row -> new CustomerOrder.Promise(row.getString("warehouse"), units(row, "quantity")))
                        .toList(),
                claims(held, "RESERVED"),
                claims(held, "PICKED"));
    }

    private static List<CustomerOrder.Claim> claims(List<Row> held, String kind) {
        return held.stream()
                .filter(row -> row.getString("kind").equals(kind))
                .map(row -> new CustomerOrder.Claim(
                        row.getString("warehouse"),
                        row.getString("lot_number"),
                        row.getLocalDate("expiration_date"),
                        row.getString("location"),
                        units(row, "quantity")))
                .toList();
    }

    private static List<CustomerOrder.Sent> shipments(Iterable<Row> rows) {
        Map<Long, List<Row>> byShipment = new LinkedHashMap<>();
        rows.forEach(row -> byShipment
                .computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                .add(row));
        return byShipment.values().stream()
                .map(lots -> new CustomerOrder.Sent(
                        lots.get(0).getString("carrier"),
                        lots.get(0).getString("tracking_number"),
                        lots.get(0).getInteger("packages"),
                        lots.get(0).getLocalDateTime("shipped_at").atOffset(ZoneOffset.UTC),
                        lots.stream()
                                // a shipment of services alone has no units
                                .filter(lot -> lot.getInteger("line_no") != null)
                                .map(OrderReading::lotData)
                                .toList()))
                .toList();
    }

    private static CustomerOrder.LotData lotData(Row row) {
        return new CustomerOrder.LotData(
                row.getInteger("line_no"),
                row.getString("sku"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getLocalDate("origination_date"),
                units(row, "quantity"));
    }

    static PickPlan.Task task(Row row) {
        return new PickPlan.Task(
                row.getLong("id"),
                row.getInteger("line_no"),
                row.getString("warehouse"),
                row.getString("sku"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("location"),
                units(row, "quantity"),
                row.getInteger("sequence"));
    }

    static PickPlan.Unreserved unreserved(Row row) {
        return new PickPlan.Unreserved(row.getInteger("line_no"), units(row, "quantity"), row.getString("reason"));
    }

    static PickPlan.Candidate candidate(Row row) {
        return new PickPlan.Candidate(
                row.getInteger("sequence"),
                row.getString("warehouse"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("location"),
                units(row, "free"),
                units(row, "reserved"),
                row.getBoolean("chosen"),
                row.getString("reason"));
    }

    static List<Row> list(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream().map(row -> row.getBigDecimal(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal units(Row row, String column) {
        return Quantity.plain(row.getBigDecimal(column));
    }
}
