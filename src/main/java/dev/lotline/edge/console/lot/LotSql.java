package dev.lotline.edge.console.lot;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lot: what it is, where it stands, and what happened to it last. */
@Singleton
final class LotSql {
    static final int MOVES = 100;

    /** Movements that are drawn, the newest of them; the trace tells all. */
    static final int DRAWN = 10_000;

    /** $1 lot, $2 owners, $3 warehouses of the scope or null, $4 movements to tell, $5 to draw. */
    private static final String LOT = """
            WITH house AS (
              SELECT id, code FROM warehouse WHERE $3::text[] IS NULL OR code = ANY ($3)
            )
            SELECT t.id, t.lot_number, t.expiration_date, t.origination_date, coalesce(t.hold, 'NONE') AS hold, t.active,
              o.code AS owner, i.sku, i.name, i.min_shelf_life_days,
              (SELECT min(b.code) FROM item_barcode b WHERE b.item_id = i.id AND b.code ~ '^[0-9]{14}$') AS gtin,
              (SELECT json_agg(json_build_object('kind', x.kind, 'day', x.day, 'count', x.count, 'units', x.units::text)
                  ORDER BY x.day, x.kind)
                FROM (SELECT m.kind, m.business_date AS day, count(*) AS count, sum(m.quantity) AS units
                  FROM (SELECT m.kind, m.business_date, m.quantity FROM movement m
                    WHERE m.item_id = i.id AND m.lot_id = t.id AND m.warehouse_id IN (SELECT id FROM house)
                    ORDER BY m.id DESC LIMIT $5) m GROUP BY 1, 2) x) AS days,
              (SELECT json_agg(json_build_object('warehouse', h.code, 'location', l.code, 'state', s.state,
                  'quantity', s.quantity::text, 'reserved', s.reserved::text) ORDER BY h.code, l.code, s.state)
                FROM house h JOIN stock s ON s.warehouse_id = h.id AND s.item_id = i.id AND s.lot_key = t.id AND s.quantity > 0
                JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id) AS places,
              (SELECT json_agg(x ORDER BY x.id DESC) FROM (
                SELECT m.id, m.kind, m.quantity::text, m.recorded_at AS at, m.actor, m.device, f.code AS source, g.code AS target,
                  m.to_state AS state, c.reference AS "order", r.reference AS receipt
                FROM movement m JOIN house h ON h.id = m.warehouse_id
                LEFT JOIN location f ON f.warehouse_id = m.warehouse_id AND f.id = m.from_location
                LEFT JOIN location g ON g.warehouse_id = m.warehouse_id AND g.id = m.to_location
                LEFT JOIN order_line n ON n.id = m.order_line_id LEFT JOIN customer_order c ON c.id = n.order_id
                LEFT JOIN receiving_lot v ON v.id = m.receiving_lot_id LEFT JOIN receiving_order r ON r.id = v.receiving_order_id
                WHERE m.item_id = i.id AND m.lot_id = t.id ORDER BY m.id DESC LIMIT $4) x) AS moves
            FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
            WHERE t.id = $1 AND ($2::text[] IS NULL OR o.code = ANY ($2))
            """;

    private final Pool pool;

    LotSql(Pool pool) {
        this.pool = pool;
    }

    /** Null when there is none such in the scope. */
    Uni<@Nullable Lot> lot(long id, Scope scope) {
        return pool.preparedQuery(LOT)
                .execute(Tuple.of(id, scope.ownerCodes(), scope.warehouseCodes(), MOVES, DRAWN))
                .map(rows -> rows.iterator().hasNext() ? lot(rows.iterator().next()) : null);
    }

    private static Lot lot(Row row) {
        return new Lot(
                row.getLong("id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getLocalDate("origination_date"),
                row.getString("hold"),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("gtin"),
                objects(row.getJsonArray("places"))
                        .map(place -> new Lot.Place(
                                place.getString("warehouse"),
                                place.getString("location"),
                                place.getString("state"),
                                units(place, "quantity"),
                                units(place, "reserved")))
                        .toList(),
                objects(row.getJsonArray("moves")).map(LotSql::move).toList(),
                objects(row.getJsonArray("days"))
                        .map(day -> new Lot.Day(
                                day.getString("kind"),
                                LocalDate.parse(day.getString("day")),
                                day.getLong("count"),
                                units(day, "units")))
                        .toList());
    }

    private static Lot.Move move(JsonObject move) {
        String order = move.getString("order");
        return new Lot.Move(
                move.getString("kind"),
                units(move, "quantity"),
                OffsetDateTime.parse(move.getString("at")).withOffsetSameInstant(ZoneOffset.UTC),
                move.getString("actor"),
                move.getString("device"),
                move.getString("source"),
                move.getString("target"),
                move.getString("state"),
                order == null ? move.getString("receipt") : order);
    }

    private static BigDecimal units(JsonObject from, String name) {
        return Quantity.plain(new BigDecimal(from.getString(name)));
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray list) {
        return list == null ? Stream.empty() : list.stream().map(JsonObject.class::cast);
    }
}
