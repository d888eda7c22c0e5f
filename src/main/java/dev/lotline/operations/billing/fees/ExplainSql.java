package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.FeeWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where a figure comes from: the movements, the goods beside, the plan and the close. */
@Singleton
final class ExplainSql {
    /**
     * $1 owner, $2 warehouse, $3 [{n, sku, lot, location, from, to, version}]. A place that is read back to a day is its rows
     * of now without what moved since.
     */
    private static final String ORIGINS = """
            WITH asked AS (
              SELECT a.*, i.id AS item_id, l.id AS location_id FROM jsonb_to_recordset($3)
                AS a (n integer, sku text, lot bigint, location text, first date, last date, version bigint)
              LEFT JOIN item i ON i.owner_id = $1 AND i.sku = a.sku
              LEFT JOIN location l ON l.warehouse_id = $2 AND l.code = a.location
            )
            SELECT a.n, g.business_date AS received, came.*, gone.*, shared.beside, p.code AS plan, v.n AS version, v.sha256,
              d.closed_at, d.revision
            FROM asked a
            JOIN rate_plan_version v ON v.id = a.version
            JOIN rate_plan p ON p.id = v.plan_id
            LEFT JOIN LATERAL (SELECT x.* FROM storage_day x WHERE x.warehouse_id = $2 AND x.owner_id = $1 AND x.day = a.last
              ORDER BY x.revision DESC LIMIT 1) d ON true
            LEFT JOIN LATERAL (SELECT min(m.business_date) AS business_date FROM movement m WHERE m.warehouse_id = $2
              AND m.item_id = a.item_id AND coalesce(m.lot_id, 0) = a.lot AND m.to_state IS NOT NULL AND m.from_state IS NULL) g
              ON true
            LEFT JOIN LATERAL (
              SELECT m.id AS in_id, m.kind AS in_kind, m.device AS in_device, m.actor AS in_actor, m.occurred_at AS in_at
              FROM movement m WHERE m.warehouse_id = $2 AND m.item_id = a.item_id AND coalesce(m.lot_id, 0) = a.lot
                AND m.to_location = a.location_id AND m.from_location <> m.to_location AND m.to_state IS NOT NULL
                AND m.business_date <= a.first ORDER BY m.id DESC LIMIT 1) came ON true
            LEFT JOIN LATERAL (
              SELECT m.id AS out_id, m.kind AS out_kind, m.device AS out_device, m.actor AS out_actor, m.occurred_at AS out_at
              FROM movement m WHERE m.warehouse_id = $2 AND m.item_id = a.item_id AND coalesce(m.lot_id, 0) = a.lot
                AND m.from_location = a.location_id AND m.from_location <> m.to_location AND m.from_state IS NOT NULL
                AND m.business_date = a.last + 1 ORDER BY m.id DESC LIMIT 1) gone ON true
            LEFT JOIN LATERAL (
              SELECT jsonb_agg(jsonb_build_object('own', i.owner_id = $1, 'sku', i.sku, 'lotId', nullif(b.lot_key, 0), 'lot',
                coalesce(t.lot_number, t.expiration_date::text), 'units', trim_scale(b.units)) ORDER BY i.owner_id, i.sku,
                b.lot_key) AS beside
              FROM (
                SELECT s.item_id, s.lot_key, sum(s.quantity - coalesce((
                  SELECT sum(CASE WHEN m.to_location = s.location_id AND m.to_state = s.state THEN m.quantity ELSE 0 END
                    - CASE WHEN m.from_location = s.location_id AND m.from_state = s.state THEN m.quantity ELSE 0 END)
                  FROM movement m WHERE m.warehouse_id = $2 AND m.item_id = s.item_id AND coalesce(m.lot_id, 0) = s.lot_key
                    AND m.business_date > a.last AND s.location_id IN (m.to_location, m.from_location)), 0)) AS units
                FROM stock s WHERE s.warehouse_id = $2 AND s.location_id = a.location_id
                  AND (s.item_id, s.lot_key) <> (a.item_id, a.lot) GROUP BY 1, 2) b
              JOIN item i ON i.id = b.item_id LEFT JOIN lot t ON t.id = b.lot_key
              WHERE b.units > 0) shared ON true
            ORDER BY a.n
            """;

    /** Days of a cell under a version. */
    record Asked(String sku, String lot, String location, LocalDate first, LocalDate last, long version) {
        JsonObject json(int n) {
            return new JsonObject()
                    .put("n", n)
                    .put("sku", sku)
                    .put("lot", lot.isEmpty() ? 0L : Long.parseLong(lot))
                    .put("location", location)
                    .put("first", first.toString())
                    .put("last", last.toString())
                    .put("version", version);
        }
    }

    private final Pool pool;
    private final FeeWork work;

    ExplainSql(Pool pool, FeeWork work) {
        this.pool = pool;
        this.work = work;
    }

    /** One for each, in their order. */
    Uni<List<Explained.Origin>> origins(House house, List<Asked> asked) {
        JsonArray rows = new JsonArray();
        for (int n = 0; n < asked.size(); n++) {
            rows.add(asked.get(n).json(n));
        }
        return work.after(pool.preparedQuery(ORIGINS).execute(Tuple.of(house.owner(), house.warehouse(), rows)))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(ExplainSql::origin)
                        .toList());
    }

    private static Explained.Origin origin(Row row) {
        JsonArray beside = row.getJsonArray("beside");
        return new Explained.Origin(
                row.getLocalDate("received"),
                moved(row, "in"),
                moved(row, "out"),
                beside == null
                        ? List.of()
                        : beside.stream()
                                .map(JsonObject.class::cast)
                                .map(ExplainSql::sharer)
                                .toList(),
                row.getString("plan"),
                row.getInteger("version"),
                row.getString("sha256"),
                row.getOffsetDateTime("closed_at"),
                row.getInteger("revision"));
    }

    private static Explained.@Nullable Moved moved(Row row, String which) {
        Long id = row.getLong(which + "_id");
        return id == null
                ? null
                : new Explained.Moved(
                        id,
                        row.getString(which + "_kind"),
                        row.getString(which + "_device"),
                        row.getString(which + "_actor"),
                        row.getOffsetDateTime(which + "_at"));
    }

    /** Of another owner no more is told than that it is there. */
    private static Explained.Sharer sharer(JsonObject beside) {
        boolean own = beside.getBoolean("own");
        Long lot = beside.getLong("lotId");
        return new Explained.Sharer(
                own,
                own ? beside.getString("sku") : null,
                own && lot != null ? String.valueOf(lot) : null,
                own ? beside.getString("lot") : null,
                own ? String.valueOf(beside.getValue("units")) : null);
    }
}
