package dev.lotline.operations.devices;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of devices. */
@Singleton
final class DeviceSql {
    private static final String COLUMNS = """
            SELECT d.code, w.code AS warehouse, d.profile, d.settings, d.location, d.active, d.version, d.changed_by,
              d.changed_at
            FROM device d JOIN warehouse w ON w.id = d.warehouse_id
            """;
    private static final String ALL = COLUMNS + " ORDER BY d.code LIMIT $1";
    private static final String ONE = COLUMNS + " WHERE d.code = $1";
    private static final String PAGE = COLUMNS + """
             WHERE d.code > $1 AND ($3::text[] IS NULL OR w.code = ANY ($3::text[])) ORDER BY d.code LIMIT $2
            """;

    private static final String FACTS = """
            SELECT w.id AS warehouse_id,
              (SELECT c.warehouses IS NULL OR $2 = ANY (c.warehouses) FROM credential c
               WHERE c.name = $1 AND c.role = 'DEVICE' AND c.revoked_at IS NULL) AS covered,
              EXISTS (SELECT FROM location l WHERE l.warehouse_id = w.id AND l.code = $3 AND l.code NOT LIKE '@%') AS placed,
              (SELECT count(*) FROM (SELECT FROM device WHERE code <> $1 LIMIT $4) others) AS others
            FROM warehouse w WHERE w.code = $2
            """;

    private static final String PUT = """
            WITH kept AS (INSERT INTO device (code, warehouse_id, profile, settings, location, active, changed_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (code) DO UPDATE SET warehouse_id = excluded.warehouse_id, profile = excluded.profile,
              settings = excluded.settings, location = excluded.location, active = excluded.active,
              changed_by = excluded.changed_by, changed_at = now(), version = device.version + 1
            WHERE (device.warehouse_id, device.profile, device.settings, device.location, device.active)
              IS DISTINCT FROM
              (excluded.warehouse_id, excluded.profile, excluded.settings, excluded.location, excluded.active)
            RETURNING *)
            INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
            SELECT warehouse_id, gen_random_uuid(), 'lotline.device', warehouse_id || ':device:' || code,
              jsonb_build_object('operation', 'DEVICE_REGISTERED', 'device', code, 'profile', profile, 'location', location,
                'active', active, 'version', version, 'actor', changed_by)
            FROM kept
            """;

    /** @param covered null = there is no device credential of this name */
    record Facts(long warehouse, @Nullable Boolean covered, boolean placed, long others) {}

    private final Pool pool;

    DeviceSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Device>> all(int limit) {
        return pool.preparedQuery(ALL).execute(Tuple.of(limit)).map(DeviceSql::devices);
    }

    Uni<@Nullable Device> one(String device) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(device))
                .map(rows -> rows.iterator().hasNext() ? device(rows.iterator().next()) : null);
    }

    Uni<List<Device>> page(String after, int limit, Scope scope) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple().addString(after).addInteger(limit).addArrayOfString(scope.warehouseCodes()))
                .map(DeviceSql::devices);
    }

    /** Null = there is no such warehouse. */
    Uni<@Nullable Facts> facts(String device, String warehouse, @Nullable String location, int mostDevices) {
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(device, warehouse, location, mostDevices))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return null;
                    }
                    Row row = rows.iterator().next();
                    return new Facts(
                            row.getLong("warehouse_id"),
                            row.getBoolean("covered"),
                            row.getBoolean("placed"),
                            row.getLong("others"));
                });
    }

    /** The same as it is leaves it as it is. */
    Uni<Void> put(Registration wanted, String device, long warehouse, String by) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addString(device)
                        .addLong(warehouse)
                        .addString(wanted.profile())
                        .addJsonObject(new JsonObject(wanted.settings()))
                        .addString(wanted.location())
                        .addBoolean(wanted.active())
                        .addString(by))
                .replaceWithVoid();
    }

    private static List<Device> devices(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeviceSql::device)
                .toList();
    }

    private static Device device(Row row) {
        return new Device(
                row.getString("code"),
                row.getString("warehouse"),
                row.getString("profile"),
                row.getJsonObject("settings").getMap(),
                row.getString("location"),
                row.getBoolean("active"),
                row.getInteger("version"),
                row.getString("changed_by"),
                row.getOffsetDateTime("changed_at"));
    }
}
