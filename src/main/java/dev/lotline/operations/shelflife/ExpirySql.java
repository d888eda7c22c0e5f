package dev.lotline.operations.shelflife;

import static dev.lotline.kernel.Quantity.plain;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Stock by its dates; each answer one statement and so one snapshot. */
@Singleton
public final class ExpirySql {
    /**
     * $1 owner, $2 warehouse or null, $3 warehouses of the scope or null, $4 days, $5 to $7 the key of the last row
     * seen: its date, lot and warehouse, null = from the first; $8 limit; $9 no earlier than so many days from today, or
     * null; $10 band or null.
     */
    private static final String EXPIRING = """
            SELECT w.code AS warehouse, i.sku, t.id AS lot_id, t.lot_number, t.expiration_date,
              t.expiration_date - w.today AS days_left,
              CASE lot_refusal('NONE', t.expiration_date, i.min_shelf_life_days, w.today) WHEN 'LOT_EXPIRED' THEN 'EXPIRED'
                WHEN 'SHELF_LIFE_TOO_SHORT' THEN 'BELOW_MINIMUM' ELSE 'EXPIRING' END AS band,
              x.*, t.expiration_date || ' ' || t.id || ' ' || w.id AS key
            FROM owner o JOIN item i ON i.owner_id = o.id AND i.lot_tracked
            CROSS JOIN (SELECT id, code, business_date(time_zone) AS today FROM warehouse
              WHERE ($2::text IS NULL OR code = $2) AND ($3::text[] IS NULL OR code = ANY ($3)) OFFSET 0) w
            JOIN lot t ON t.item_id = i.id AND t.expiration_date <= w.today + $4::int
              AND ($9::int IS NULL OR t.expiration_date >= w.today + $9::int)
              AND ($10::text IS NULL OR $10 = CASE lot_refusal('NONE', t.expiration_date, i.min_shelf_life_days, w.today)
                WHEN 'LOT_EXPIRED' THEN 'EXPIRED' WHEN 'SHELF_LIFE_TOO_SHORT' THEN 'BELOW_MINIMUM' ELSE 'EXPIRING' END)
              AND ($5::date IS NULL OR (t.expiration_date, t.id, w.id) > ($5::date, $6::bigint, $7::bigint))
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0) AS available,
                coalesce(sum(s.reserved), 0) AS reserved,
                coalesce(sum(s.quantity) FILTER (WHERE s.state = 'PICKED'), 0) AS picked,
                coalesce(sum(s.quantity) FILTER (WHERE s.state IN ('QUARANTINED', 'SHORT_DATED', 'DAMAGED')), 0) AS held,
                coalesce(sum(s.quantity) FILTER (WHERE s.state IN ('RECEIVED', 'STOWED')), 0) AS arriving,
                count(*) AS rows
              FROM stock s
              WHERE s.warehouse_id = w.id AND s.item_id = i.id AND s.lot_key = t.id AND s.quantity > 0) x
            WHERE o.code = $1 AND x.rows > 0
            ORDER BY t.expiration_date, t.id, w.id
            LIMIT $8
            """;

    /**
     * $1 owner, $2 warehouse, $3 after this sku, $4 limit. A day counts when there was stock as it began or some came;
     * how much there was is counted back from now. Movements recorded in the last weeks cover a window of four; of an item they
     * are few, so the index of all movements by their day (which + 0 does not fit) is not to be read for each.
     */
    private static final String RISK = """
            WITH house AS (
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
                FROM (SELECT t.id, t.lot_number, t.expiration_date, t.origination_date, sum(s.quantity) AS units
                  FROM stock s LEFT JOIN lot t ON t.id = s.lot_id
                  WHERE s.warehouse_id = p.warehouse_id AND s.item_id = p.id AND s.state = 'AVAILABLE' AND s.quantity > 0
                  GROUP BY t.id) x) AS lots
            FROM page p
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(m.picked), 0) AS picked, count(*) FILTER (WHERE m.came OR p.available - coalesce(
                (SELECT sum(n.net) FROM moved n WHERE n.item_id = p.id AND n.day >= d.day), 0) > 0)::int AS days
              FROM (SELECT p.today - n AS day FROM generate_series(1, 28) n) d
              LEFT JOIN moved m ON m.item_id = p.id AND m.day = d.day) v
            ORDER BY p.sku
            """;

    /** $3 skus, which are all told. */
    private static final String RISK_OF = RISK.replace("i.sku > $3", "i.sku = ANY ($3)");

    /**
     * $1 owner, $2 warehouse. Units that are good or held as short-dated: of items that have some, the lots whose date is near,
     * one after the other, because the database takes the largest owner for one like all others and looks at all lots.
     */
    private static final String BANDS = """
            SELECT coalesce(sum(x.units) FILTER (WHERE x.days < 0), 0) AS expired,
              coalesce(sum(x.units) FILTER (WHERE x.days >= 0 AND x.days < x.minimum), 0) AS below,
              coalesce(sum(x.units) FILTER (WHERE x.days BETWEEN 0 AND 30), 0) AS soon,
              coalesce(sum(x.units) FILTER (WHERE x.days BETWEEN 0 AND 90), 0) AS later
            FROM (
              SELECT t.expiration_date - i.today AS days, i.minimum, s.quantity AS units
              FROM (
                SELECT i.id, w.id AS warehouse_id, w.today, coalesce(i.min_shelf_life_days, 0) AS minimum
                FROM (SELECT id, business_date(time_zone) AS today FROM warehouse WHERE code = $2) w
                JOIN stock_summary g ON g.warehouse_id = w.id AND g.available + g.short_dated > 0
                JOIN item i ON i.id = g.item_id AND i.lot_tracked
                JOIN owner o ON o.id = i.owner_id AND o.code = $1 OFFSET 0) i
              CROSS JOIN LATERAL (SELECT t.id, t.expiration_date FROM lot t
                WHERE t.item_id = i.id AND t.expiration_date <= i.today + greatest(90, i.minimum) OFFSET 0) t
              CROSS JOIN LATERAL (SELECT s.quantity FROM stock s
                WHERE s.warehouse_id = i.warehouse_id AND s.item_id = i.id AND s.lot_key = t.id AND s.quantity > 0
                  AND s.state IN ('AVAILABLE', 'SHORT_DATED') OFFSET 0) s) x
            """;

    /** $1 owner, $2 warehouse. Good units by the day on which they expire, for 52 weeks. */
    private static final String DAYS = """
            SELECT t.expiration_date AS day, sum(s.quantity) AS units, count(DISTINCT t.id) AS lots
            FROM owner o JOIN item i ON i.owner_id = o.id AND i.lot_tracked
            CROSS JOIN (SELECT id, business_date(time_zone) AS today FROM warehouse WHERE code = $2 OFFSET 0) w
            JOIN lot t ON t.item_id = i.id AND t.expiration_date BETWEEN w.today AND w.today + 370
            JOIN stock s ON s.warehouse_id = w.id AND s.item_id = i.id AND s.lot_key = t.id AND s.state = 'AVAILABLE'
              AND s.quantity > 0
            WHERE o.code = $1 GROUP BY 1 ORDER BY 1
            """;

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

    /** Units that are expired, below the item's minimum, and expire within 30 and 90 days. */
    public record Bands(BigDecimal expired, BigDecimal below, BigDecimal soon, BigDecimal later) {}

    /** Good units that expire on a day, of so many lots. */
    public record Day(LocalDate day, BigDecimal units, long lots) {}

    /** The last row of a page of expiring lots. */
    public record After(LocalDate date, long lot, long warehouse) {}

    private final Pool pool;

    ExpirySql(Pool pool) {
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
        return db.preparedQuery(EXPIRING)
                .execute(Tuple.from(new @Nullable Object[] {
                    owner,
                    warehouse,
                    warehouses,
                    window.days(),
                    after == null ? null : after.date(),
                    after == null ? null : after.lot(),
                    after == null ? null : after.warehouse(),
                    limit,
                    window.from(),
                    window.band()
                }))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExpiringLot::of)
                        .toList());
    }

    public Uni<List<ExpiryRisk>> risk(String owner, String warehouse, String afterSku, int limit) {
        return pool.preparedQuery(RISK)
                .execute(Tuple.of(owner, warehouse, afterSku, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExpirySql::risk)
                        .toList());
    }

    /** Of these items. */
    public Uni<List<ExpiryRisk>> risk(SqlClient db, String owner, String warehouse, List<String> skus) {
        return db.preparedQuery(RISK_OF)
                .execute(Tuple.of(owner, warehouse, skus.toArray(String[]::new), skus.size()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ExpirySql::risk)
                        .toList());
    }

    public Uni<Bands> bands(String owner, String warehouse) {
        return pool.preparedQuery(BANDS)
                .execute(Tuple.of(owner, warehouse))
                .map(rows -> rows.iterator().next())
                .map(row -> new Bands(
                        plain(row.getBigDecimal("expired")),
                        plain(row.getBigDecimal("below")),
                        plain(row.getBigDecimal("soon")),
                        plain(row.getBigDecimal("later"))));
    }

    public Uni<List<Day>> days(String owner, String warehouse) {
        return pool.preparedQuery(DAYS)
                .execute(Tuple.of(owner, warehouse))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Day(
                                row.getLocalDate("day"), plain(row.getBigDecimal("units")), row.getLong("lots")))
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
