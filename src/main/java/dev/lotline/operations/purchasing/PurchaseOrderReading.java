package dev.lotline.operations.purchasing;

import dev.lotline.kernel.Quantity;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

/** Puts a purchase order together from its rows. */
final class PurchaseOrderReading {
    private PurchaseOrderReading() {}

    /** @param rows one per line, in line order, never empty */
    static PurchaseOrder order(Iterable<Row> rows) {
        List<Row> lines = StreamSupport.stream(rows.spliterator(), false).toList();
        Row heading = lines.get(0);
        return new PurchaseOrder(
                heading.getString("reference"),
                heading.getString("owner"),
                heading.getString("warehouse"),
                heading.getString("supplier"),
                heading.getLocalDate("expected_on"),
                state(heading),
                lines.stream().map(PurchaseOrderReading::line).toList());
    }

    static PurchaseOrder.Heading heading(Row row) {
        return new PurchaseOrder.Heading(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("owner"),
                row.getString("warehouse"),
                row.getString("supplier"),
                row.getLocalDate("expected_on"),
                state(row),
                units(row, "quantity"),
                units(row, "shipped"),
                units(row, "received"),
                units(row, "unshipped"));
    }

    private static PurchaseOrder.Line line(Row row) {
        return new PurchaseOrder.Line(
                row.getInteger("line_no"),
                row.getString("sku"),
                units(row, "quantity"),
                units(row, "shipped"),
                units(row, "received"),
                units(row, "unshipped"));
    }

    private static String state(Row row) {
        return row.getBoolean("closed") ? "CLOSED" : "OPEN";
    }

    private static BigDecimal units(Row row, String column) {
        return Quantity.plain(row.getBigDecimal(column));
    }
}
