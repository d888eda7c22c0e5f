package dev.lotline.operations.counting;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans of counts as they stand. */
@Singleton
final class CountSql {
    private static final String PLANS = """
            SELECT p.id, p.warehouse_id, w.code AS warehouse, p.basis, p.note, p.asked_by, p.asked_at, p.closed_at,
              CASE WHEN p.closed_at IS NOT NULL THEN 'CLOSED' WHEN EXISTS (SELECT FROM count_line l
                WHERE l.warehouse_id = p.warehouse_id AND l.count_id = p.id AND l.state = 'OPEN') THEN 'OPEN'
                ELSE 'WAITING' END AS state
            FROM count_plan p JOIN warehouse w ON w.id = p.warehouse_id
            WHERE ($1::bigint IS NULL OR p.id = $1) AND ($2::text[] IS NULL OR w.code = ANY ($2))
              AND ($3::text IS NULL OR w.code = $3) AND (NOT $4::boolean OR p.closed_at IS NULL)
              AND ($5::bigint = 0 OR p.id < $5)
              AND ($6::text[] IS NULL OR EXISTS (SELECT FROM count_line l LEFT JOIN item i ON i.id = l.item_id
                LEFT JOIN owner o ON o.id = i.owner_id WHERE l.warehouse_id = p.warehouse_id AND l.count_id = p.id
                AND (o.code = ANY ($6) OR l.item_id IS NULL)))
            ORDER BY p.id DESC LIMIT $7
            """;

    /** $4 = the asker may agree to differences. */
    private static final String LINES = """
            SELECT l.id, p.code AS location, o.code AS owner, i.sku, coalesce(t.lot_number, l.lot_number) AS lot_number,
              coalesce(t.expiration_date, l.expiration_date) AS expiration_date, l.state, l.rounds, l.counted,
              CASE WHEN $4 OR l.state = 'POSTED' THEN l.book END AS book,
              CASE WHEN $4 OR l.state = 'POSTED' THEN l.difference END AS difference, l.counted_by, l.counted_at
            FROM count_line l JOIN location p ON p.warehouse_id = l.warehouse_id AND p.id = l.location_id
            LEFT JOIN item i ON i.id = l.item_id LEFT JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = l.lot_id
            WHERE l.warehouse_id = $1 AND l.count_id = $2 AND ($3::text[] IS NULL OR o.code = ANY ($3) OR o.id IS NULL)
            ORDER BY p.pick_sequence, p.code, l.id
            """;

    /** A plan without its lines, and the warehouse whose books it stands in. */
    record Heading(long warehouseId, CountPlan plan) {}

    private final Pool pool;

    CountSql(Pool pool) {
        this.pool = pool;
    }

    /** Newest first, without lines. */
    Uni<List<Heading>> plans(Counting.Filter filter) {
        return plans(pool, filter);
    }

    /** The same within somebody's transaction. */
    Uni<List<Heading>> plans(SqlClient db, Counting.Filter filter) {
        return db.preparedQuery(PLANS)
                .execute(Tuple.tuple()
                        .addLong(filter.id())
                        .addArrayOfString(filter.scope().warehouseCodes())
                        .addString(filter.warehouse())
                        .addBoolean(filter.open())
                        .addLong(filter.before())
                        .addArrayOfString(filter.scope().ownerCodes())
                        .addInteger(filter.rows()))
                .map(rows -> {
                    List<Heading> found = new ArrayList<>();
                    rows.forEach(row -> found.add(new Heading(row.getLong("warehouse_id"), plan(row, List.of()))));
                    return found;
                });
    }

    Uni<List<CountPlan.Line>> lines(Heading heading, Scope scope, boolean mayAgree) {
        return pool.preparedQuery(LINES)
                .execute(Tuple.tuple()
                        .addLong(heading.warehouseId())
                        .addLong(heading.plan().id())
                        .addArrayOfString(scope.ownerCodes())
                        .addBoolean(mayAgree))
                .map(rows -> {
                    List<CountPlan.Line> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                });
    }

    private static CountPlan plan(Row row, List<CountPlan.Line> lines) {
        return new CountPlan(
                row.getLong("id"),
                row.getString("warehouse"),
                row.getString("basis"),
                row.getString("note"),
                row.getString("asked_by"),
                row.getOffsetDateTime("asked_at"),
                row.getString("state"),
                row.getOffsetDateTime("closed_at"),
                null,
                lines);
    }

    private static CountPlan.Line line(Row row) {
        return new CountPlan.Line(
                row.getLong("id"),
                row.getString("location"),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("state"),
                row.getInteger("rounds"),
                plain(row.getBigDecimal("counted")),
                plain(row.getBigDecimal("book")),
                plain(row.getBigDecimal("difference")),
                row.getString("counted_by"),
                row.getOffsetDateTime("counted_at"));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal units) {
        return units == null ? null : Quantity.plain(units);
    }
}
