package dev.lotline.edge.jsonrpc.inventory;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.figures.Booked;
import dev.lotline.stock.figures.Position;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import dev.lotline.stock.figures.Units;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlResult;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The levels of any number of items in one statement and so one snapshot. */
@Singleton
final class LevelSql {
    /**
     * $1 owners and $2 warehouses of the scope or null, $3 one warehouse or null, $4 skus or null, $5 written by this
     * transaction or a later one, or null, $6 limit of items or null, $7 every warehouse by itself, too. Place 0 = all of
     * them together. ORDER BY and OFFSET 0: an owner's items are
     * found by its index, however many others have.
     */
    private static final String LEVELS = """
            WITH house AS (
              SELECT id FROM warehouse
              WHERE ($2::text[] IS NULL OR code = ANY ($2)) AND ($3::bigint IS NULL OR id = $3)
            ), seen AS (
              SELECT id, code FROM owner WHERE $1::text[] IS NULL OR code = ANY ($1)
            ), mine AS (
              SELECT i.*, o.code FROM seen o CROSS JOIN LATERAL (
                SELECT id, sku, virtual_inventory = 'OPTIMISTIC' AS optimistic FROM item
                WHERE $4::text[] IS NULL AND owner_id = o.id AND tracking AND visible AND status = 'ACTIVE' AND archived_at IS NULL
                ORDER BY owner_id, sku OFFSET 0) i
              UNION ALL
              SELECT i.id, i.sku, i.virtual_inventory = 'OPTIMISTIC', o.code
              FROM seen o CROSS JOIN (SELECT DISTINCT unnest($4::text[]) AS sku) asked JOIN item i ON i.owner_id = o.id AND i.sku = asked.sku
                AND i.tracking AND i.visible AND i.status = 'ACTIVE' AND i.archived_at IS NULL
            ), listed AS (
              SELECT * FROM mine WHERE $5::bigint IS NULL OR id IN (SELECT stock_changed($5)) ORDER BY sku, code LIMIT $6
            ), place AS (
              SELECT 0::bigint AS id, ARRAY(SELECT id FROM house) AS warehouses
              UNION ALL SELECT id, ARRAY[id] FROM house WHERE $7
            )
            SELECT l.id, l.sku, p.id AS place, concat_ws(' ', v.counts, demand.backordered) AS counts, parts.list AS parts
            FROM listed l CROSS JOIN place p
            CROSS JOIN LATERAL (
              SELECT concat_ws(' ', coalesce(sum(expected), 0), coalesce(sum(received), 0), coalesce(sum(stowed), 0),
                coalesce(sum(available), 0), coalesce(sum(allocated), 0), coalesce(sum(reserved), 0), coalesce(sum(picked), 0))
                AS counts
              FROM stock_summary WHERE warehouse_id = ANY (p.warehouses) AND item_id = l.id) v
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(backordered), 0) AS backordered FROM order_line
              WHERE p.id = 0 AND item_id = l.id AND backordered > 0) demand
            CROSS JOIN LATERAL (
              SELECT json_agg(json_build_object('sku', i.sku, 'perUnit', c.quantity::text, 'free', coalesce((
                SELECT sum(g.available - g.allocated - g.reserved) FROM stock_summary g
                WHERE g.warehouse_id = ANY (p.warehouses) AND g.item_id = c.component_id), 0)::text)) AS list
              FROM component c JOIN item i ON i.id = c.component_id AND i.tracking WHERE l.optimistic AND c.item_id = l.id) parts
            ORDER BY l.sku, l.code, p.id
            """;

    private static final String WAREHOUSE = """
            SELECT code FROM warehouse WHERE id = $1
            """;

    /** In the order of the numbers in {@link #COUNTS}. */
    private static final List<Booked> COUNTED = List.of(
            Booked.EXPECTED,
            Booked.RECEIVED,
            Booked.STOWED,
            Booked.AVAILABLE,
            Booked.ALLOCATED,
            Booked.RESERVED,
            Booked.PICKED,
            Booked.BACKORDERED);

    private static final int ID = 0;
    private static final int SKU = 1;
    private static final int PLACE = 2;
    private static final int COUNTS = 3;
    private static final int PARTS = 4;

    /**
     * @param warehouseId null = all that may be seen
     * @param skus null = all
     * @param since the first transaction whose writing counts as a change; null = changed or not
     */
    record Asked(
            @Nullable Long warehouseId,
            @Nullable List<String> skus,
            @Nullable Long since,
            boolean detailed) {}

    /** One item in one place; {@code place} 0 = in all of them together. */
    record ItemLevel(long itemId, String sku, long place, ShipStreamVocabulary told) {}

    /** Rows in a part. */
    static final int PART = 1_000;

    /** Half of the connections that figures have. */
    static final int MOST_AT_ONCE = 4;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Pool pool;

    LevelSql(@ReactiveDataSource("figures") Pool pool) {
        this.pool = pool;
    }

    /** By sku; of each item first the sum, then warehouse by warehouse. Told row by row while the database still counts. */
    Uni<List<ItemLevel>> levels(Asked asked, Scope scope, int mostItems) {
        boolean house = house(asked, scope);
        Tuple given = tuple(asked, scope, mostItems);
        return UniHelper.toUni(pool.getDelegate()
                        .preparedQuery(LEVELS)
                        .collecting(Collectors.mapping((Row row) -> level(row, house), Collectors.toList()))
                        .execute(given.getDelegate()))
                .map(SqlResult::value);
    }

    private static boolean house(Asked asked, Scope scope) {
        return asked.warehouseId() == null && scope.warehouses() == null;
    }

    /**
     * The same for all items, part by part from one snapshot; the next is read when the last one is taken. Holds a
     * connection meanwhile, so only four are on their way at once. Ends with OVERLOADED before the first part.
     */
    Uni<Void> each(Asked asked, Scope scope, Function<List<ItemLevel>, Uni<Void>> part) {
        return Uni.createFrom().deferred(() -> {
            if (!free.tryAcquire()) {
                throw Refusal.of(RefusalCode.OVERLOADED);
            }
            return pool.withTransaction(db -> db.prepare(LEVELS).chain(statement -> {
                        Cursor cursor = statement.cursor(tuple(asked, scope, null));
                        return next(cursor, rows -> part.apply(levels(rows, asked, scope)));
                    }))
                    .onTermination()
                    .invoke(free::release);
        });
    }

    private static Uni<Void> next(Cursor cursor, Function<RowSet<io.vertx.mutiny.sqlclient.Row>, Uni<Void>> part) {
        return cursor.read(PART).chain(part::apply).chain(() -> cursor.hasMore() ? next(cursor, part) : cursor.close());
    }

    private static Tuple tuple(Asked asked, Scope scope, @Nullable Integer mostItems) {
        List<String> skus = asked.skus();
        return Tuple.tuple()
                .addArrayOfString(scope.ownerCodes())
                .addArrayOfString(scope.warehouseCodes())
                .addLong(asked.warehouseId())
                .addArrayOfString(skus == null ? null : skus.toArray(String[]::new))
                .addLong(asked.since())
                .addInteger(mostItems)
                .addBoolean(asked.detailed());
    }

    private static List<ItemLevel> levels(RowSet<io.vertx.mutiny.sqlclient.Row> rows, Asked asked, Scope scope) {
        boolean house = house(asked, scope);
        List<ItemLevel> levels = new ArrayList<>(rows.size());
        rows.forEach(row -> levels.add(level(row.getDelegate(), house)));
        return levels;
    }

    /** The code of a warehouse, or null when there is none of this id. */
    Uni<@Nullable String> warehouse(long id) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getString(0) : null);
    }

    /** @param house may tell what only the house has: the sum of it all does, a warehouse does not */
    private static ItemLevel level(Row row, boolean house) {
        long place = row.getLong(PLACE);
        Position position = new Position(
                house && place == 0,
                Units.of(COUNTED, Quantity.list(row.getString(COUNTS))),
                new Position.Kit(true, parts(row.getJsonArray(PARTS))),
                null);
        return new ItemLevel(row.getLong(ID), row.getString(SKU), place, ShipStreamVocabulary.of(position));
    }

    /**
     * Those whose makeable kits are advertised. Quantities inside JSON come as text, so that none passes through a floating
     * point number.
     */
    private static List<Position.Component> parts(@Nullable JsonArray list) {
        return list == null
                ? List.of()
                : list.stream()
                        .map(JsonObject.class::cast)
                        .map(part -> new Position.Component(
                                part.getString("sku"),
                                new BigDecimal(part.getString("perUnit")),
                                new BigDecimal(part.getString("free"))))
                        .toList();
    }
}
