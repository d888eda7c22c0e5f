package dev.lotline.edge.console.search;

import dev.lotline.kernel.Quantity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What stands in a place or on a plate. */
@Singleton
final class PlaceSql {
    /** A page is made of so many rows. */
    static final int MOST = 5_000;

    /** $1 warehouse, $2 place, $3 limit. */
    private static final String PLACE = """
            SELECT s.id, o.code AS owner, i.sku, i.name, t.id AS lot_id, t.lot_number, t.expiration_date, s.state, s.quantity
            FROM warehouse w JOIN location l ON l.warehouse_id = w.id AND l.code = $2
            LEFT JOIN stock s ON s.warehouse_id = w.id AND s.location_id = l.id AND s.quantity > 0
            LEFT JOIN item i ON i.id = s.item_id LEFT JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = s.lot_id
            WHERE w.code = $1 ORDER BY i.sku, t.expiration_date, s.id LIMIT $3
            """;

    /** $1 warehouse, $2 plate, $3 limit. */
    private static final String PLATE = """
            SELECT s.id, o.code AS owner, i.sku, i.name, t.id AS lot_id, t.lot_number, t.expiration_date, s.state, c.quantity
            FROM warehouse w JOIN plate p ON p.warehouse_id = w.id AND p.code = $2
            LEFT JOIN plate_content c ON c.warehouse_id = w.id AND c.plate_id = p.id
            LEFT JOIN stock s ON s.warehouse_id = w.id AND s.id = c.stock_id
            LEFT JOIN item i ON i.id = s.item_id LEFT JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = s.lot_id
            WHERE w.code = $1 ORDER BY i.sku, t.expiration_date, s.id LIMIT $3
            """;

    /** Units of a lot, or of an item without lots, in one state. */
    record Content(
            long id,
            String owner,
            String sku,
            String name,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expiration,
            String state,
            BigDecimal quantity) {}

    private final Pool pool;

    PlaceSql(Pool pool) {
        this.pool = pool;
    }

    /** Null when there is no such place, or plate. */
    Uni<@Nullable List<Content>> content(boolean plate, String warehouse, String code, int most) {
        return pool.preparedQuery(plate ? PLATE : PLACE)
                .execute(Tuple.of(warehouse, code, most))
                .map(rows -> rows.size() == 0
                        ? null
                        : StreamSupport.stream(rows.spliterator(), false)
                                .filter(row -> row.getLong("id") != null)
                                .map(PlaceSql::content)
                                .toList());
    }

    private static Content content(Row row) {
        return new Content(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("name"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("state"),
                Quantity.plain(row.getBigDecimal("quantity")));
    }
}
