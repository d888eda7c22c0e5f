package dev.lotline.operations.shelflife;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Stock by its dates; each answer one statement and so one snapshot. */
@Singleton
public final class ExpirySql {
    /**
     * $1 owner, $2 warehouse or null, $3 warehouses of the scope or null, $4 days, $5 to $7 the key of the last row
     * seen: its date, lot and warehouse, null = from the first; $8 limit; $9 no earlier than so many days from today, or
     * null; $10 band or null; $11 look no further than the day until which so many lots have good stock, as it was counted
     * last: of a million lots, those of a few days are looked at. Lots are looked for item by item, because by date they are
     * those of everybody; or by date, when until that day there are fewer of them than the owner has items.
     */
    private static final String EXPIRING = """
            WITH house AS MATERIALIZED (
              SELECT id, code, business_date(time_zone) AS today FROM warehouse
              WHERE ($2::text IS NULL OR code = $2) AND ($3::text[] IS NULL OR code = ANY ($3))
            ), far AS MATERIALIZED (
              SELECT min(day) AS day, min(so_far) AS lots FROM (
                SELECT d.day, sum(sum(d.lots)) OVER (ORDER BY d.day) AS so_far
                FROM owner o CROSS JOIN house w JOIN shelf_day d ON d.warehouse_id = w.id AND d.owner_id = o.id
                WHERE $11::boolean AND o.code = $1 AND d.day <= w.today + $4::int
                  AND ($9::int IS NULL OR d.day >= w.today + $9::int) AND ($5::date IS NULL OR d.day > $5::date)
                  AND ($10::text IS NULL OR $10 = CASE lot_refusal('NONE', d.day, d.min_days, w.today)
                    WHEN 'LOT_EXPIRED' THEN 'EXPIRED' WHEN 'SHELF_LIFE_TOO_SHORT' THEN 'BELOW_MINIMUM' ELSE 'EXPIRING' END)
                GROUP BY 1) x
              WHERE so_far >= $8
            ), mine AS MATERIALIZED (
              SELECT i.id, i.sku, i.min_shelf_life_days FROM owner o JOIN item i ON i.owner_id = o.id AND i.lot_tracked
              WHERE o.code = $1
            ), way AS MATERIALIZED (
              SELECT coalesce((SELECT lots FROM far) * (SELECT reltuples FROM pg_class WHERE oid = 'item'::regclass)
                < (SELECT count(*) FROM mine) ^ 2, false) AS by_date
            ), near AS (
              SELECT i.*, w.id AS warehouse_id, t.* FROM mine i CROSS JOIN house w
              CROSS JOIN LATERAL (SELECT id AS lot_id, lot_number, expiration_date FROM lot WHERE item_id = i.id
                AND expiration_date <= least(w.today + $4::int, (SELECT day FROM far), w.today + CASE $10
                  WHEN 'EXPIRED' THEN 0 WHEN 'BELOW_MINIMUM' THEN coalesce(i.min_shelf_life_days, 0) END)
                AND expiration_date >= coalesce(greatest(w.today + $9::int, $5::date), '-infinity') OFFSET 0) t
              WHERE NOT (SELECT by_date FROM way)
              UNION ALL
              SELECT i.*, t.warehouse_id, t.lot_id, t.lot_number, t.expiration_date FROM house w
              CROSS JOIN LATERAL (SELECT w.id AS warehouse_id, item_id, id AS lot_id, lot_number, expiration_date FROM lot
                WHERE expiration_date <= (SELECT day FROM far)
                AND expiration_date >= coalesce(greatest(w.today + $9::int, $5::date), '-infinity') OFFSET 0) t
              JOIN mine i ON i.id = t.item_id WHERE (SELECT by_date FROM way)
            )
            SELECT w.code AS warehouse, t.sku, t.lot_id, t.lot_number, t.expiration_date,
              t.expiration_date - w.today AS days_left, b.band, x.*, t.expiration_date || ' ' || t.lot_id || ' ' || w.id AS key, (SELECT day FROM far) AS far
            FROM near t JOIN house w ON w.id = t.warehouse_id
            CROSS JOIN LATERAL (
              SELECT CASE lot_refusal('NONE', t.expiration_date, t.min_shelf_life_days, w.today) WHEN 'LOT_EXPIRED' THEN 'EXPIRED'
                WHEN 'SHELF_LIFE_TOO_SHORT' THEN 'BELOW_MINIMUM' ELSE 'EXPIRING' END AS band) b
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0) AS available,
                coalesce(sum(s.reserved), 0) AS reserved,
                coalesce(sum(s.quantity) FILTER (WHERE s.state = 'PICKED'), 0) AS picked,
                coalesce(sum(s.quantity) FILTER (WHERE s.state IN ('QUARANTINED', 'SHORT_DATED', 'DAMAGED')), 0) AS held,
                coalesce(sum(s.quantity) FILTER (WHERE s.state IN ('RECEIVED', 'STOWED')), 0) AS arriving,
                count(*) AS rows
              FROM stock s
              WHERE s.warehouse_id = w.id AND s.item_id = t.id AND s.lot_key = t.lot_id AND s.quantity > 0) x
            WHERE x.rows > 0 AND ($5::date IS NULL OR (t.expiration_date, t.lot_id, w.id) > ($5::date, $6::bigint, $7::bigint))
              AND ($10::text IS NULL OR $10 = b.band)
            ORDER BY t.expiration_date, t.lot_id, w.id
            LIMIT $8
            """;

    /**
     * $1 owner, $2 warehouse, $3 after this sku, $4 limit, $5 lots that expire until this day are enough, or null. A day counts
     * when there was stock as it began or some came; how much there was is counted back from now. Movements recorded in the
     * last weeks cover a window of four; of an item they are few, so the index of all movements by their day (which + 0 does
     * not fit) is not to be read for each. What comes after the last lot that is asked for takes nothing from it: where the
     * nearest to expire goes first, the lots of later days are not looked at.
     */
    private static final String RISK = """
            WITH house AS MATERIALIZED (
              SELECT id, business_date(time_zone) AS today FROM warehouse WHERE code = $2
            ), page AS (
              SELECT i.*, h.id AS warehouse_id, h.today, g.available
              FROM owner o JOIN item i ON i.owner_id = o.id AND i.lot_tracked
              JOIN house h ON true JOIN stock_summary g ON g.warehouse_id = h.id AND g.item_id = i.id AND g.available > 0
              WHERE o.code = $1 AND i.sku > $3 ORDER BY i.sku LIMIT $4
            ), moved AS (
              SELECT p.id AS item_id, m.business_date AS day,
                sum(CASE WHEN m.to_state = 'PICKED' THEN m.quantity WHEN m.from_state = 'PICKED' AND m.to_state IS NOT NULL
                  THEN -m.quantity ELSE 0 END) AS picked,
                sum(CASE WHEN m.to_state = 'AVAILABLE' THEN m.quantity ELSE 0 END
                  - CASE WHEN m.from_state = 'AVAILABLE' THEN m.quantity ELSE 0 END) AS net,
                bool_or(m.to_state = 'AVAILABLE') AS came
              FROM page p JOIN movement m ON m.item_id = p.id AND m.warehouse_id = p.warehouse_id
                AND m.business_date + 0 >= p.today - 28 AND m.recorded_at > now() - interval '40 days'
              GROUP BY 1, 2
            )
            SELECT p.sku, p.today, coalesce(p.min_shelf_life_days, 0) AS min_days, p.decimals, v.picked, v.days,
              EXISTS (SELECT FROM movement m WHERE m.item_id = p.id AND m.warehouse_id = p.warehouse_id
                AND m.business_date + 0 <= p.today - 14) AS known,
              (SELECT json_agg(json_build_object('lotId', x.id, 'lotNumber', x.lot_number, 'expirationDate',
                  x.expiration_date, 'quantity', x.units::text) ORDER BY CASE WHEN p.burn_order = 'FEFO' THEN
                  x.expiration_date END NULLS LAST, x.origination_date NULLS LAST, x.expiration_date NULLS LAST, x.id)
                FROM (
                  SELECT t.id, t.lot_number, t.expiration_date, t.origination_date, s.units
                  FROM (SELECT * FROM lot WHERE item_id = p.id AND expiration_date <= $5) t
                  CROSS JOIN LATERAL (SELECT sum(s.quantity) AS units FROM stock s WHERE s.warehouse_id = p.warehouse_id
                    AND s.item_id = p.id AND s.lot_key = t.id AND s.state = 'AVAILABLE' AND s.quantity > 0) s
                  WHERE $5::date IS NOT NULL AND p.burn_order = 'FEFO' AND s.units > 0
                  UNION ALL
                  SELECT t.id, t.lot_number, t.expiration_date, t.origination_date, sum(s.quantity) AS units
                  FROM stock s LEFT JOIN lot t ON t.id = s.lot_id
                  WHERE s.warehouse_id = p.warehouse_id AND s.item_id = p.id AND s.state = 'AVAILABLE' AND s.quantity > 0
                    AND ($5::date IS NULL OR p.burn_order <> 'FEFO')
                  GROUP BY t.id) x) AS lots
            FROM page p
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(x.picked) FILTER (WHERE x.day < p.today), 0) AS picked,
                count(*) FILTER (WHERE x.day < p.today AND (x.came OR p.available - coalesce(x.since, 0) > 0))::int AS days
              FROM (SELECT d.day, m.picked, m.came, sum(m.net) OVER (ORDER BY d.day DESC) AS since
                FROM (SELECT p.today - n AS day FROM generate_series(0, 28) n) d
                LEFT JOIN moved m ON m.item_id = p.id AND m.day = d.day) x) v
            ORDER BY p.sku
            """;

    /** $3 skus, which are all told. */
    private static final String RISK_OF = RISK.replace("i.sku > $3", "i.sku = ANY ($3)");

    /**
     * Which lots.
     *
     * @param from days from today; null = expired ones, too
     * @param band EXPIRED, BELOW_MINIMUM, EXPIRING; null = any
     */
    public record Window(
            @Nullable Integer from, int days, @Nullable String band) {
        /** All that expire within so many days. */
        public static Window within(int days) {
            return new Window(null, days, null);
        }
    }

    /** The last row of a page of expiring lots. */
    public record After(LocalDate date, long lot, long warehouse) {}

    private final Pool pool;

    ExpirySql(@ReactiveDataSource("figures") Pool pool) {
        this.pool = pool;
    }

    public Uni<List<ExpiringLot>> expiring(
            String owner,
            @Nullable String warehouse,
            String @Nullable [] warehouses,
            Window window,
            @Nullable After after,
            int limit) {
        return expiring(pool, owner, warehouse, warehouses, window, after, limit);
    }

    /** The same within somebody's transaction. */
    public Uni<List<ExpiringLot>> expiring(
            SqlClient db,
            String owner,
            @Nullable String warehouse,
            String @Nullable [] warehouses,
            Window window,
            @Nullable After after,
            int limit) {
        Function<Boolean, Tuple> asked = near -> Tuple.from(new @Nullable Object[] {
            owner,
            warehouse,
            warehouses,
            window.days(),
            after == null ? null : after.date(),
            after == null ? null : after.lot(),
            after == null ? null : after.warehouse(),
            limit,
            window.from(),
            window.band(),
            near
        });
        // what the counted days promised in vain is looked for again without them
        return db.preparedQuery(EXPIRING)
                .execute(asked.apply(true))
                .chain(rows -> rows.size() < limit && cut(rows)
                        ? db.preparedQuery(EXPIRING).execute(asked.apply(false))
                        : Uni.createFrom().item(rows))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExpiringLot::of)
                        .toList());
    }

    private static boolean cut(RowSet<Row> rows) {
        return rows.size() == 0 || rows.iterator().next().getLocalDate("far") != null;
    }

    public Uni<List<ExpiryRisk>> risk(String owner, String warehouse, String afterSku, int limit) {
        return pool.preparedQuery(RISK)
                .execute(Tuple.of(owner, warehouse, afterSku, limit, null))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExpirySql::risk)
                        .toList());
    }

    /** Of these items; of a lot that expires later than that, nothing. */
    public Uni<List<ExpiryRisk>> risk(
            SqlClient db, String owner, String warehouse, List<String> skus, LocalDate until) {
        return db.preparedQuery(RISK_OF)
                .execute(Tuple.of(owner, warehouse, skus.toArray(String[]::new), skus.size(), until))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExpirySql::risk)
                        .toList());
    }

    private static ExpiryRisk risk(Row row) {
        JsonArray lots = row.getJsonArray("lots");
        return ExpiryRules.risk(
                row.getString("sku"),
                ExpiryRules.rate(row.getBigDecimal("picked"), row.getInteger("days"), row.getBoolean("known")),
                row.getInteger("min_days"),
                row.getInteger("decimals"),
                row.getLocalDate("today"),
                lots == null
                        ? List.of()
                        : lots.stream()
                                .map(JsonObject.class::cast)
                                .map(ExpirySql::stock)
                                .toList());
    }

    private static ExpiryRules.Stock stock(JsonObject lot) {
        String date = lot.getString("expirationDate");
        return new ExpiryRules.Stock(
                lot.getLong("lotId"),
                lot.getString("lotNumber"),
                date == null ? null : LocalDate.parse(date),
                new BigDecimal(lot.getString("quantity")));
    }
}
