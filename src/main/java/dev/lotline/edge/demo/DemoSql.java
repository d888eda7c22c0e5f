package dev.lotline.edge.demo;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Whether the demo warehouse was loaded, and its nouns, a statement for all of a kind. */
@Singleton
final class DemoSql {
    // without a load that was begun, any owner or warehouse is somebody else's
    private static final String LOOK = """
            SELECT d.business_date, d.finished_at IS NOT NULL AS finished, business_date($1) AS today,
              (SELECT id FROM warehouse WHERE code = $2) AS warehouse_id,
              EXISTS (SELECT FROM owner) OR EXISTS (SELECT FROM warehouse) AS occupied
            FROM (SELECT) one LEFT JOIN demo_load d ON true
            """;

    private static final String BEGIN = """
            INSERT INTO demo_load (business_date) VALUES ($1)
            """;

    private static final String FINISH = """
            WITH labelled AS (UPDATE item SET receiving_labels = 'CASE' WHERE lot_tracked)
            UPDATE demo_load SET finished_at = now()
            """;

    private static final String WAREHOUSE = """
            INSERT INTO warehouse (code, name, time_zone, priority) VALUES ($1, $2, $3, 10)
            """;

    private static final String PLACES = """
            INSERT INTO location (warehouse_id, code, type, zone, aisle, bay, level, pickable, pick_sequence,
              storage_class, capacity_volume)
            SELECT w.id, x.code, x.type, x.zone, x.aisle, x.bay, x.level, x.pickable, x.pick_sequence, x.storage_class,
              x.capacity_volume
            FROM warehouse w, jsonb_populate_recordset(NULL::location, $2) x
            WHERE w.code = $1
            """;

    private static final String OWNERS = """
            INSERT INTO owner (code, name, kind)
            SELECT code, name, 'CUSTOMER' FROM jsonb_populate_recordset(NULL::owner, $1)
            """;

    private static final String ITEMS = """
            INSERT INTO item (owner_id, sku, name, tracking, lot_tracked, type, unit, decimals, length, width, height,
              dimension_unit, volume_cubic_feet, weight, burn_order, allow_mixing_locations, min_shelf_life_days,
              low_supply_threshold, reorder_point)
            SELECT o.id, x.sku, x.name, x.tracking, x.lot_tracked, CASE WHEN x.tracking THEN 'FINISHED_GOOD' END, x.unit,
              x.decimals, x.length, x.width, x.height, CASE WHEN x.tracking THEN 'in' END, x.volume_cubic_feet, x.weight,
              x.burn_order, x.allow_mixing_locations, x.min_shelf_life_days, x.low_supply_threshold, x.reorder_point
            FROM jsonb_array_elements($1) WITH ORDINALITY AS given (e, n)
            CROSS JOIN LATERAL jsonb_populate_record(NULL::item, e) x
            JOIN owner o ON o.code = e ->> 'owner'
            ORDER BY n
            """;

    private static final String BARCODES = """
            INSERT INTO item_barcode (item_id, code, quantity)
            SELECT i.id, b.code, b.quantity
            FROM jsonb_array_elements($1) e
            JOIN owner o ON o.code = e ->> 'owner'
            JOIN item i ON i.owner_id = o.id AND i.sku = e ->> 'sku'
            CROSS JOIN LATERAL jsonb_to_recordset(e -> 'barcodes') AS b (code text, quantity numeric)
            """;

    private final Pool pool;

    DemoSql(Pool pool) {
        this.pool = pool;
    }

    /** One row: is there a load, how far, and may one begin? */
    Uni<Row> look() {
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(DemoHouse.TIME_ZONE, DemoHouse.WAREHOUSE))
                .map(rows -> rows.iterator().next());
    }

    /** All nouns and the mark that the load of this day has begun, or nothing. */
    Uni<Void> begin(DemoPlan plan, LocalDate today) {
        JsonArray items = DemoJson.items(plan.catalogue);
        return pool.withTransaction(db -> run(db, BEGIN, Tuple.of(today))
                .chain(() -> run(db, WAREHOUSE, Tuple.of(DemoHouse.WAREHOUSE, DemoHouse.NAME, DemoHouse.TIME_ZONE)))
                .chain(() -> run(db, PLACES, Tuple.of(DemoHouse.WAREHOUSE, DemoJson.places(plan.house))))
                .chain(() -> run(db, OWNERS, Tuple.of(DemoJson.owners(plan.catalogue))))
                .chain(() -> run(db, ITEMS, Tuple.of(items)))
                .chain(() -> run(db, BARCODES, Tuple.of(items))));
    }

    Uni<Void> finish() {
        return pool.preparedQuery(FINISH).execute().replaceWithVoid();
    }

    private static Uni<Void> run(SqlConnection db, String statement, Tuple parameters) {
        return db.preparedQuery(statement).execute(parameters).replaceWithVoid();
    }
}
