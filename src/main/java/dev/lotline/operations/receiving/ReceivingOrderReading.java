package dev.lotline.operations.receiving;

import dev.lotline.kernel.Quantity;
import dev.lotline.operations.receiving.ReceivingOrder.Discrepancy;
import dev.lotline.operations.receiving.ReceivingOrderRules.Figures;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a receiving order together from its rows. */
final class ReceivingOrderReading {
    private ReceivingOrderReading() {}

    /**
     * @param rows one per lot, in line order, never empty
     * @param cartonRows one per content, those of a carton together
     */
    static ReceivingOrder order(Iterable<Row> rows, Iterable<Row> exceptionRows, Iterable<Row> cartonRows) {
        Map<Long, List<Row>> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(row.getLong("line_id"), id -> new ArrayList<>())
                .add(row));
        Map<Long, List<Discrepancy>> exceptions = new LinkedHashMap<>();
        for (Row row : exceptionRows) {
            Long line = row.getLong("line_id");
            exceptions
                    .computeIfAbsent(line == null ? 0 : line, id -> new ArrayList<>())
                    .add(discrepancy(row));
        }
        Row heading = lines.values().iterator().next().get(0);
        List<Row> all = lines.values().stream().flatMap(List::stream).toList();
        return new ReceivingOrder(
                heading.getString("reference"),
                heading.getString("kind"),
                heading.getString("owner"),
                heading.getString("warehouse"),
                ReceivingOrderRules.state(figures(heading, all)),
                heading.getLocalDate("expected_on"),
                heading.getBoolean("auto_commit"),
                heading.getBoolean("auto_close"),
                lines.entrySet().stream()
                        .map(line -> line(line.getValue(), exceptions.getOrDefault(line.getKey(), List.of())))
                        .toList(),
                exceptions.getOrDefault(0L, List.of()),
                cartons(cartonRows));
    }

    private static List<ReceivingOrder.Carton> cartons(Iterable<Row> rows) {
        Map<String, ReceivingOrder.Carton> cartons = new LinkedHashMap<>();
        for (Row row : rows) {
            cartons.computeIfAbsent(
                            row.getString("sscc"),
                            sscc -> new ReceivingOrder.Carton(sscc, row.getBoolean("received"), new ArrayList<>()))
                    .contents()
                    .add(new ReceivingOrder.Content(
                            row.getString("sku"),
                            row.getString("lot_number"),
                            row.getLocalDate("expiration_date"),
                            units(row, "quantity")));
        }
        return List.copyOf(cartons.values());
    }

    static ReceivingOrder.Heading heading(Row row) {
        Figures figures = new Figures(
                row.getBoolean("cancelled"),
                row.getBoolean("closed"),
                row.getBoolean("open"),
                row.getBigDecimal("expected"),
                row.getBigDecimal("received"),
                row.getBigDecimal("stowed"),
                row.getBigDecimal("committed"));
        return new ReceivingOrder.Heading(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("kind"),
                row.getString("owner"),
                row.getString("warehouse"),
                ReceivingOrderRules.state(figures),
                row.getLocalDate("expected_on"),
                Quantity.plain(figures.uncounted()),
                Quantity.plain(figures.received()),
                Quantity.plain(figures.stowed()),
                Quantity.plain(figures.committed()));
    }

    private static Figures figures(Row heading, List<Row> lots) {
        return new Figures(
                heading.getBoolean("cancelled"),
                heading.getBoolean("closed"),
                heading.getBoolean("open"),
                sum(lots, ReceivingOrderReading::uncounted),
                sum(lots, row -> row.getBigDecimal("received")),
                sum(lots, row -> row.getBigDecimal("stowed")),
                sum(lots, row -> row.getBigDecimal("committed")));
    }

    private static ReceivingOrder.Line line(List<Row> lots, List<Discrepancy> exceptions) {
        Row line = lots.get(0);
        // an item that nobody announced may have been accepted under this line; its units are none of the line's
        List<Row> own = lots.stream()
                .filter(row -> row.getString("sku").equals(line.getString("line_sku")))
                .toList();
        List<Discrepancy> shown = new ArrayList<>(exceptions);
        lots.stream().map(ReceivingOrderReading::pending).forEach(pending -> {
            if (pending != null) {
                shown.add(pending);
            }
        });
        return new ReceivingOrder.Line(
                line.getInteger("line_no"),
                line.getString("line_sku"),
                units(line, "quantity"),
                line.getString("purchase_order"),
                sum(own, ReceivingOrderReading::uncounted),
                sum(own, row -> row.getBigDecimal("received")),
                sum(own, row -> row.getBigDecimal("stowed")),
                sum(own, row -> row.getBigDecimal("committed")),
                lots.stream().map(ReceivingOrderReading::lot).toList(),
                shown);
    }

    private static ReceivingOrder.Lot lot(Row row) {
        return new ReceivingOrder.Lot(
                row.getString("sku"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getLocalDate("origination_date"),
                units(row, "announced"),
                Quantity.plain(uncounted(row)),
                units(row, "received"),
                units(row, "stowed"),
                units(row, "committed"));
    }

    /** A lot that was counted in part is missing the rest, unless more of it is counted before the order is closed. */
    private static @Nullable Discrepancy pending(Row row) {
        BigDecimal missing = uncounted(row);
        if (missing.signum() == 0 || row.getBigDecimal("received").signum() == 0) {
            return null;
        }
        return new Discrepancy(
                null,
                "SHORTAGE_MISSING",
                row.getString("sku"),
                Quantity.plain(missing),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                "PENDING",
                null);
    }

    private static Discrepancy discrepancy(Row row) {
        return new Discrepancy(
                row.getLong("id"),
                row.getString("code"),
                row.getString("sku"),
                units(row, "quantity"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("state"),
                row.getString("note"));
    }

    /** What may still be counted: nothing once the order was closed or cancelled, for then the rest is missing. */
    private static BigDecimal uncounted(Row row) {
        return row.getBigDecimal("announced")
                .subtract(row.getBigDecimal("missing"))
                .subtract(row.getBigDecimal("received"))
                .max(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Row> rows, Function<Row, BigDecimal> figure) {
        return Quantity.plain(rows.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal units(Row row, String column) {
        return Quantity.plain(row.getBigDecimal(column));
    }
}
