package dev.lotline.edge.console.board;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is due today in each warehouse, and how fast the house picks. */
@Singleton
final class CutOffSql {
    private static final int HOUSES = 12;

    /** Movements that are looked back at; so many say how fast a house is, however short the time they took. */
    private static final int MOVEMENTS = 2_000;

    /** $1 warehouses of the scope or null, $2 houses, $3 orders of a house, $4 movements. Fifteen minutes of picks are enough. */
    private static final String TODAY = """
            SELECT h.id, h.code, h.carrier_cut_off, business_now() AT TIME ZONE h.time_zone AS now, due.lines, due.open,
              pace.picks, pace.seconds, pace.seen = $4 OR pace.seconds >= 900 AS enough
            FROM (SELECT * FROM warehouse w WHERE w.active AND ($1::text[] IS NULL OR w.code = ANY ($1))
              ORDER BY w.priority, w.code LIMIT $2) h
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(o.lines), 0)::bigint AS lines, coalesce(array_agg(o.open ORDER BY o.ship_by, o.id), '{}') AS open
              FROM (
                SELECT c.id, c.ship_by, count(*) AS lines, count(*) FILTER (WHERE l.allocated + l.reserved + l.backordered > 0) AS open
                FROM (SELECT id, ship_by FROM customer_order WHERE warehouse_id = h.id AND shipped_at IS NULL AND cancelled_at IS NULL
                  AND coalesce(ship_by, 'infinity'::date) <= business_date(h.time_zone)
                  ORDER BY coalesce(ship_by, 'infinity'::date), id LIMIT $3) c
                JOIN order_line l ON l.order_id = c.id AND NOT l.untracked GROUP BY 1, 2) o) due
            CROSS JOIN LATERAL (
              SELECT count(*) AS seen, count(*) FILTER (WHERE picked) AS picks,
                coalesce(extract(epoch FROM now() - min(recorded_at) FILTER (WHERE picked)), 0)::bigint AS seconds
              FROM (SELECT m.recorded_at, m.kind = 'PICK' AND m.recorded_at > now() - interval '60 minutes' AS picked
                FROM movement m WHERE m.warehouse_id = h.id ORDER BY m.id DESC LIMIT $4) x) pace
            WHERE due.lines > 0 OR h.carrier_cut_off IS NOT NULL
            ORDER BY h.priority, h.code
            """;

    private final Pool pool;

    CutOffSql(Pool pool) {
        this.pool = pool;
    }

    /** For people of the house: a merchant has no part in its pace. */
    Uni<List<CutOff>> today(Scope scope) {
        return scope.owners() != null
                ? Uni.createFrom().item(List.of())
                : pool.preparedQuery(TODAY)
                        .execute(Tuple.of(scope.warehouseCodes(), HOUSES, BoardSql.MOST, MOVEMENTS))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(CutOffSql::cutOff)
                                .toList());
    }

    private static CutOff cutOff(Row row) {
        return new CutOff(
                row.getLong("id"),
                row.getString("code"),
                row.getLocalTime("carrier_cut_off"),
                row.getLocalDateTime("now"),
                row.getLong("lines"),
                List.of(row.getArrayOfLongs("open")),
                row.getLong("picks"),
                row.getLong("seconds"),
                row.getBoolean("enough"));
    }
}
