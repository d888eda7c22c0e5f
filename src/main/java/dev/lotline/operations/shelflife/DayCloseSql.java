package dev.lotline.operations.shelflife;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements of a day's close. */
@Singleton
final class DayCloseSql {
    /** So many stock rows or tasks that scans, which wait for the same items, don't notice. */
    private static final int ROWS_AT_ONCE = 200;

    private static final String STEP = """
            SELECT next_item, rows, units, tasks FROM day_close_part($1, $2, $3, $4, $5)
            """;

    private static final String WAREHOUSE = """
            SELECT id FROM warehouse WHERE code = $1
            """;

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM scan_event WHERE id = $1) AS known
            """;

    private static final String DUE = """
            SELECT w.id, w.code, business_date(w.time_zone) AS today FROM warehouse w
            WHERE w.active AND NOT EXISTS (SELECT FROM day_close d
              WHERE d.warehouse_id = w.id AND d.business_date = business_date(w.time_zone))
            ORDER BY w.id
            """;

    /** In this order; see the database function. */
    enum Part {
        ROWS,
        TASKS,
        PROMISES,
        CHECKPOINTS
    }

    /** @param nextItem where to go on; null = the part is done */
    record Step(@Nullable Long nextItem, int rows, BigDecimal units, int tasks) {}

    /** A warehouse whose day has begun and is not closed yet. */
    record Due(long id, String code, LocalDate today) {}

    private final Pool pool;

    DayCloseSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Step> step(long warehouseId, Part part, long fromItem, String actor) {
        return pool.preparedQuery(STEP)
                .execute(Tuple.of(warehouseId, part.name(), fromItem, ROWS_AT_ONCE, actor))
                .map(rows -> rows.iterator().next())
                .map(row -> new Step(
                        row.getLong("next_item"),
                        row.getInteger("rows"),
                        row.getBigDecimal("units"),
                        row.getInteger("tasks")));
    }

    Uni<@Nullable Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    Uni<Boolean> known(UUID event) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    Uni<List<Due>> due() {
        return pool.preparedQuery(DUE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Due(row.getLong("id"), row.getString("code"), row.getLocalDate("today")))
                        .toList());
    }
}
