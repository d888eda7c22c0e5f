package dev.lotline.edge.console.stock;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which items of an owner a list shows, in which order; their figures are read by {@code PositionSql}. */
@Singleton
final class ItemSql {
    /**
     * $1 owner, $2 warehouse or null, $3 warehouses of the scope or null, $4 items with lots only, $5 with held units
     * only, $6 with units that expire within 30 days only, $7 and $8 what it is sorted by and the sku of the last row
     * seen, $9 limit. Items come in their order, and what else is asked of them is looked at until the page is full.
     */
    private static final String ITEMS = """
            WITH house AS (
              SELECT id, business_date(time_zone) AS today FROM warehouse
              WHERE ($2::text IS NULL OR code = $2) AND ($3::text[] IS NULL OR code = ANY ($3))
            )
            SELECT i.id, i.sku, i.key::text AS sorted_by, i.volume_cubic_feet,
              (SELECT t.expiration_date FROM lot t
                CROSS JOIN LATERAL (SELECT FROM house h JOIN stock s ON s.warehouse_id = h.id AND s.item_id = i.id
                  AND s.lot_key = t.id AND s.state = 'AVAILABLE' AND s.quantity > 0 LIMIT 1) there
                WHERE t.item_id = i.id AND t.expiration_date IS NOT NULL ORDER BY t.expiration_date LIMIT 1) AS nearest
            FROM (
              SELECT i.id, i.sku, i.volume_cubic_feet, %1$s AS key FROM item i%4$s
              WHERE i.owner_id = (SELECT id FROM owner WHERE code = $1) AND i.tracking AND i.visible AND i.archived_at IS NULL
                AND (i.lot_tracked OR NOT $4) AND ($8::text = '' OR %2$s)
              ORDER BY %3$s OFFSET 0) i
            WHERE (NOT $5 OR EXISTS (SELECT FROM stock_summary s WHERE s.item_id = i.id
                AND s.quarantined + s.short_dated + s.damaged > 0 AND s.warehouse_id IN (SELECT id FROM house)))
              AND (NOT $6 OR EXISTS (SELECT FROM house h JOIN lot t ON t.item_id = i.id AND t.expiration_date <= h.today + 30
                AND t.expiration_date >= h.today
                JOIN stock s ON s.warehouse_id = h.id AND s.item_id = i.id AND s.lot_key = t.id AND s.state = 'AVAILABLE'
                  AND s.quantity > 0))
            LIMIT $9
            """;

    /** What it is sorted by. */
    private static final String FIGURE = """

            CROSS JOIN LATERAL (
              SELECT sum(%s) AS units FROM stock_summary s
              WHERE s.item_id = i.id AND s.warehouse_id = ANY (ARRAY(SELECT id FROM house))) f
            """;

    private static final Map<String, String> FIGURES = Map.of(
            "onHand",
            "s.available + s.picked",
            "incoming",
            "s.expected + s.received + s.stowed",
            "held",
            "s.quarantined + s.short_dated + s.damaged");

    private static final Map<String, String> STATEMENTS = Stream.of("sku", "name", "onHand", "incoming", "held")
            .flatMap(by -> Stream.of(by, "-" + by))
            .collect(Collectors.toUnmodifiableMap(order -> order, ItemSql::statement));

    /**
     * An item of the list.
     *
     * @param sortedBy what it was sorted by, behind which the next page begins
     * @param volume cubic feet of a unit; null = not known
     * @param nearest the earliest expiration of good units; null = there is none
     */
    record Listed(
            long id,
            String sku,
            String sortedBy,
            @Nullable BigDecimal volume,
            @Nullable LocalDate nearest) {}

    /** What a list is narrowed to. */
    record Filter(
            String owner, @Nullable String warehouse, boolean lots, boolean held, boolean expiring, String order) {}

    private final Pool pool;

    ItemSql(Pool pool) {
        this.pool = pool;
    }

    private static String statement(String order) {
        boolean down = order.startsWith("-");
        String by = down ? order.substring(1) : order;
        String figure = FIGURES.get(by);
        String key = figure == null ? "i." + by : "coalesce(f.units, 0)";
        String seen = figure == null ? "$7::text" : "$7::text::numeric";
        String behind = by.equals("sku")
                ? "$7::text IS NOT NULL AND i.sku %s $8".formatted(down ? "<" : ">")
                : "(%s, i.sku) %s (%s, $8)".formatted(key, down ? "<" : ">", seen);
        String way = down ? " DESC" : "";
        return ITEMS.formatted(
                key,
                behind,
                by.equals("sku") ? "i.sku" + way : key + way + ", i.sku" + way,
                figure == null ? "" : FIGURE.formatted(figure));
    }

    /** @param after the row that the last page ended with; null = from the first */
    Uni<List<Listed>> list(SqlClient db, Filter filter, Scope scope, @Nullable Listed after, int limit) {
        return db.preparedQuery(STATEMENTS.get(filter.order()))
                .execute(Tuple.from(new @Nullable Object[] {
                    filter.owner(),
                    filter.warehouse(),
                    scope.warehouseCodes(),
                    filter.lots(),
                    filter.held(),
                    filter.expiring(),
                    after == null ? "0" : after.sortedBy(),
                    after == null ? "" : after.sku(),
                    limit
                }))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ItemSql::listed)
                        .toList());
    }

    private static Listed listed(Row row) {
        return new Listed(
                row.getLong("id"),
                row.getString("sku"),
                row.getString("sorted_by"),
                row.getBigDecimal("volume_cubic_feet"),
                row.getLocalDate("nearest"));
    }
}
