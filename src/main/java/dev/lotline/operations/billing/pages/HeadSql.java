package dev.lotline.operations.billing.pages;

import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.House;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All that a page of fees asks of a house before it asks for prices, in one statement. */
@Singleton
final class HeadSql {
    /**
     * $1 owner, $2 warehouse or null, $3 warehouses of the scope or null, $4 the month: where the owner has storage days or
     * stock.
     */
    private static final String HEADS = """
            WITH house AS (
              SELECT o.id AS owner, w.id AS warehouse, w.code, business_date(w.time_zone) AS today, d.closed, d.stamp,
                least(date_trunc('month', d.closed)::date, $4::date) AS rolled
              FROM owner o CROSS JOIN warehouse w
              CROSS JOIN LATERAL (SELECT max(x.day) AS closed, count(*) AS stamp FROM storage_day x
                WHERE x.warehouse_id = w.id AND x.owner_id = o.id) d
              WHERE o.code = $1 AND ($2::text IS NULL OR w.code = $2) AND ($3::text[] IS NULL OR w.code = ANY ($3))
                AND (d.stamp > 0 OR $2 IS NOT NULL OR EXISTS (SELECT FROM item i JOIN stock_summary g ON g.item_id = i.id
                  WHERE i.owner_id = o.id AND g.warehouse_id = w.id))
              ORDER BY w.code LIMIT 100
            ), day AS (
              SELECT h.owner, h.warehouse, d.day, d.plan_version, row_number() OVER (PARTITION BY h.warehouse, d.day
                ORDER BY d.revision DESC) AS nth
              FROM house h JOIN storage_day d ON d.owner_id = h.owner AND d.warehouse_id = h.warehouse
                AND d.day >= least(h.rolled, ($4::date - interval '1 month')::date) AND d.day < $4::date + interval '1 month'
            )
            SELECT h.*, ARRAY(SELECT d.plan_version FROM day d WHERE d.warehouse = h.warehouse AND d.nth = 1
                AND d.day >= h.rolled AND d.day < h.rolled + interval '1 month' ORDER BY d.day) AS rated,
              ARRAY(SELECT d.plan_version FROM day d WHERE d.warehouse = h.warehouse AND d.nth = 1
                AND d.day >= $4::date - interval '1 month' AND d.day < $4::date ORDER BY d.day) AS before,
              (SELECT v.id FROM storage_plan(h.owner, h.warehouse, greatest(h.closed + 1, $4::date)) v) AS next,
              (SELECT v.id FROM storage_plan(h.owner, h.warehouse, ($4::date + interval '1 month - 1 day')::date) v) AS last,
              (SELECT jsonb_agg(to_jsonb(g)) FROM (
                SELECT u.reason, coalesce(i.sku, '') AS sku, u.lot_id AS lot, coalesce(l.code, '') AS location, u.rule,
                  max(u.day) AS day, count(*)::int AS days
                FROM storage_unrated u LEFT JOIN item i ON i.id = u.item_id
                LEFT JOIN location l ON l.warehouse_id = u.warehouse_id AND l.id = u.location_id
                WHERE u.owner_id = h.owner AND u.warehouse_id = h.warehouse AND u.day >= $4::date
                  AND u.day < $4::date + interval '1 month'
                GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 3, 4 LIMIT 500) g) AS gaps
            FROM house h ORDER BY h.code
            """;

    private final Pool pool;

    HeadSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Head>> heads(String owner, @Nullable String warehouse, String @Nullable [] scope, YearMonth month) {
        return pool.preparedQuery(HEADS)
                .execute(Tuple.of(owner, warehouse, scope, month.atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> head(owner, row))
                        .toList());
    }

    private static Head head(String owner, Row row) {
        House house = new House(
                row.getLong("owner"),
                owner,
                row.getLong("warehouse"),
                row.getString("code"),
                row.getLocalDate("today"),
                row.getLocalDate("closed"),
                row.getLong("stamp"));
        JsonArray gaps = row.getJsonArray("gaps");
        return new Head(
                house,
                Arrays.asList(row.getArrayOfLongs("rated")),
                Arrays.asList(row.getArrayOfLongs("before")),
                row.getLong("next"),
                row.getLong("last"),
                gaps == null
                        ? List.of()
                        : gaps.stream()
                                .map(JsonObject.class::cast)
                                .map(HeadSql::gap)
                                .toList());
    }

    private static Estimate.Unrated gap(JsonObject gap) {
        long lot = gap.getLong("lot");
        return new Estimate.Unrated(
                gap.getString("sku"),
                lot == 0 ? null : String.valueOf(lot),
                gap.getString("location"),
                gap.getString("rule"),
                gap.getString("reason"),
                LocalDate.parse(gap.getString("day")),
                gap.getInteger("days"));
    }
}
