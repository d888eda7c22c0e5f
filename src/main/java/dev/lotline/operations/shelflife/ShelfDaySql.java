package dev.lotline.operations.shelflife;

import static dev.lotline.kernel.Quantity.plain;

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

/**
 * Sums of stock by the day on which it expires. No scan writes them: whoever looks has first counted what changed since
 * somebody looked, and then adds up days instead of lots.
 */
@Singleton
public final class ShelfDaySql {
    /** Items that are counted in a statement: a fifth of a second when each has a hundred lots. */
    private static final int ITEMS = 500;

    private static final long FIRST = 0;

    private static final Bands NOTHING = new Bands(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** $1 warehouse, $2 owner or null, $3 after this item, $4 items. */
    private static final String COUNT = """
            SELECT shelf_count(w.id, o.id, $3, $4) AS last
            FROM warehouse w LEFT JOIN owner o ON o.code = $2::text
            WHERE w.code = $1 AND ($2::text IS NULL OR o.id IS NOT NULL)
            """;

    private static final String WAREHOUSES = """
            SELECT code FROM warehouse WHERE active ORDER BY id
            """;

    /** $1 owner, $2 warehouse, $3 items that are counted with it. No row where one of the two is not there. */
    private static final String NOW = """
            FROM (SELECT w.id AS warehouse, o.id AS owner, business_date(w.time_zone) AS today FROM warehouse w, owner o
              WHERE w.code = $2 AND o.code = $1 OFFSET 0) h
            CROSS JOIN LATERAL shelf_now(h.warehouse, h.owner, $3) n
            """;

    /** Units that are good or held as short-dated. */
    private static final String BANDS = """
            SELECT n.more, b.*
            """ + NOW + """
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(x.units) FILTER (WHERE x.days < 0), 0) AS expired,
                coalesce(sum(x.units) FILTER (WHERE x.days >= 0 AND x.days < x.min_days), 0) AS below,
                coalesce(sum(x.units) FILTER (WHERE x.days BETWEEN 0 AND 30), 0) AS soon,
                coalesce(sum(x.units) FILTER (WHERE x.days BETWEEN 0 AND 90), 0) AS later
              FROM (SELECT d.day - h.today AS days, d.min_days, d.available + d.short_dated AS units FROM unnest(n.days) d) x) b
            """;

    /** Good units by the day on which they expire, for 52 weeks; the first row tells no day. */
    private static final String DAYS = """
            SELECT n.more, d.day, sum(d.available) AS units, sum(d.lots) AS lots
            """ + NOW + """
            LEFT JOIN LATERAL unnest(n.days) d ON d.day BETWEEN h.today AND h.today + 370 AND d.lots > 0
            GROUP BY GROUPING SETS ((n.more), (n.more, d.day)) ORDER BY 2 NULLS FIRST
            """;

    /** Units that are expired, below the item's minimum, and expire within 30 and 90 days. */
    public record Bands(BigDecimal expired, BigDecimal below, BigDecimal soon, BigDecimal later) {}

    /** Good units that expire on a day, of so many lots. */
    public record Day(LocalDate day, BigDecimal units, long lots) {}

    private final Pool pool;

    ShelfDaySql(Pool pool) {
        this.pool = pool;
    }

    /** Counts what was written until now, item by item. Nothing is done for a warehouse or an owner that is not there. */
    Uni<Void> count(String warehouse, @Nullable String owner) {
        return count(warehouse, owner, FIRST);
    }

    private Uni<Void> count(String warehouse, @Nullable String owner, long after) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(warehouse, owner, after, ITEMS))
                .chain(rows -> {
                    Long last = rows.size() == 0 ? null : rows.iterator().next().getLong("last");
                    return last == null ? Uni.createFrom().voidItem() : count(warehouse, owner, last);
                });
    }

    /** Codes of those that are in use. */
    Uni<List<String>> warehouses() {
        return pool.preparedQuery(WAREHOUSES)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("code"))
                        .toList());
    }

    /** All 0 for a warehouse or an owner that is not there. */
    public Uni<Bands> bands(String owner, String warehouse) {
        return now(BANDS, owner, warehouse)
                .map(rows -> rows.isEmpty()
                        ? NOTHING
                        : new Bands(
                                plain(rows.get(0).getBigDecimal("expired")),
                                plain(rows.get(0).getBigDecimal("below")),
                                plain(rows.get(0).getBigDecimal("soon")),
                                plain(rows.get(0).getBigDecimal("later"))));
    }

    public Uni<List<Day>> days(String owner, String warehouse) {
        return now(DAYS, owner, warehouse)
                .map(rows -> rows.stream()
                        .filter(row -> row.getLocalDate("day") != null)
                        .map(ShelfDaySql::day)
                        .toList());
    }

    /** Where more is to be counted than one statement does, the rest is counted, and it is asked once more. */
    private Uni<List<Row>> now(String sql, String owner, String warehouse) {
        return rows(sql, owner, warehouse).chain(rows -> {
            Long more = rows.isEmpty() ? null : rows.get(0).getLong("more");
            return more == null
                    ? Uni.createFrom().item(rows)
                    : count(warehouse, owner, more).chain(() -> rows(sql, owner, warehouse));
        });
    }

    private Uni<List<Row>> rows(String sql, String owner, String warehouse) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(owner, warehouse, ITEMS))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    private static Day day(Row row) {
        return new Day(row.getLocalDate("day"), plain(row.getBigDecimal("units")), row.getLong("lots"));
    }
}
