package dev.lotline.operations.returns;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns as they stand. */
@Singleton
final class ReturnSql {
    private static final String CONTEXT = """
            SELECT (SELECT id FROM owner WHERE code = $1) AS owner_id, (SELECT id FROM warehouse WHERE code = $2) AS
              warehouse_id, (SELECT encode(r.body_hash, 'hex') FROM return_order r JOIN owner o ON o.id = r.owner_id
                WHERE o.code = $1 AND r.reference = $3) AS hash
            """;

    private static final String FOUND = """
            SELECT r.id, r.reference, r.kind, o.code AS owner, w.code AS warehouse, c.reference AS order_reference,
              x.lines, x.open
            FROM return_order r JOIN owner o ON o.id = r.owner_id JOIN warehouse w ON w.id = r.warehouse_id
            LEFT JOIN customer_order c ON c.id = r.order_id
            CROSS JOIN LATERAL (
              SELECT bool_or(l.booked < l.quantity) AS open, jsonb_agg(jsonb_build_object('line', l.line_no, 'sku', i.sku,
                'lotNumber', l.lot_number, 'expirationDate', l.expiration_date, 'quantity', l.quantity::text,
                'booked', l.booked::text, 'action', l.action, 'bookings', (SELECT jsonb_agg(jsonb_build_object(
                  'lotNumber', t.lot_number, 'expirationDate', t.expiration_date, 'location', p.code,
                  'quantity', b.quantity::text, 'action', b.action, 'reason', b.reason, 'bookedAt', b.booked_at)
                    ORDER BY b.id)
                  FROM returned b JOIN location p ON p.warehouse_id = b.warehouse_id AND p.id = b.location_id
                  LEFT JOIN lot t ON t.id = b.lot_id
                  WHERE b.return_line_id = l.id AND NOT b.undone)) ORDER BY l.line_no) AS lines
              FROM return_line l JOIN item i ON i.id = l.item_id WHERE l.return_order_id = r.id) x
            WHERE ($1::text IS NULL OR o.code = $1) AND ($2::text IS NULL OR r.reference = $2)
              AND ($3::text[] IS NULL OR o.code = ANY ($3)) AND ($4::text[] IS NULL OR w.code = ANY ($4))
              AND ($5::text IS NULL OR w.code = $5) AND ($6::bigint = 0 OR r.id < $6)
            ORDER BY r.id DESC LIMIT $7
            """;

    /** @param hash of the body that is stored under the reference, hexadecimal; null = none is */
    record Context(
            @Nullable Long ownerId,
            @Nullable Long warehouseId,
            @Nullable String hash) {}

    /** A return and its number in the books. */
    record Stored(long id, ReturnOrder order) {}

    private final Pool pool;

    ReturnSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Context> context(NewReturn asked) {
        return pool.preparedQuery(CONTEXT)
                .execute(Tuple.of(asked.owner(), asked.warehouse(), asked.reference()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Context(row.getLong("owner_id"), row.getLong("warehouse_id"), row.getString("hash")));
    }

    /** Newest first; owners and warehouses outside the scope are not found. */
    Uni<List<Stored>> find(Returning.Filter filter, @Nullable String reference) {
        Scope scope = filter.scope();
        return pool.preparedQuery(FOUND)
                .execute(Tuple.tuple()
                        .addString(filter.owner())
                        .addString(reference)
                        .addArrayOfString(scope.ownerCodes())
                        .addArrayOfString(scope.warehouseCodes())
                        .addString(filter.warehouse())
                        .addLong(filter.before())
                        .addInteger(filter.rows()))
                .map(rows -> {
                    List<Stored> found = new ArrayList<>();
                    rows.forEach(row -> found.add(new Stored(row.getLong("id"), order(row))));
                    return found;
                });
    }

    private static ReturnOrder order(Row row) {
        List<ReturnOrder.Line> lines = new ArrayList<>();
        row.getJsonArray("lines").forEach(line -> lines.add(line((JsonObject) line)));
        return new ReturnOrder(
                row.getString("reference"),
                row.getString("kind"),
                row.getString("owner"),
                row.getString("warehouse"),
                row.getString("order_reference"),
                Boolean.TRUE.equals(row.getBoolean("open")) ? "OPEN" : "CLOSED",
                lines);
    }

    private static ReturnOrder.Line line(JsonObject line) {
        JsonArray booked = line.getJsonArray("bookings", new JsonArray());
        List<ReturnOrder.Booking> bookings = new ArrayList<>();
        if (booked != null) {
            booked.forEach(each -> bookings.add(booking((JsonObject) each)));
        }
        return new ReturnOrder.Line(
                line.getInteger("line"),
                line.getString("sku"),
                line.getString("lotNumber"),
                date(line),
                units(line, "quantity"),
                units(line, "booked"),
                bookings.isEmpty()
                        ? line.getString("action")
                        : bookings.get(bookings.size() - 1).action(),
                bookings);
    }

    private static ReturnOrder.Booking booking(JsonObject each) {
        return new ReturnOrder.Booking(
                each.getString("lotNumber"),
                date(each),
                each.getString("location"),
                units(each, "quantity"),
                each.getString("action"),
                each.getString("reason"),
                OffsetDateTime.parse(each.getString("bookedAt")));
    }

    private static @Nullable LocalDate date(JsonObject of) {
        String text = of.getString("expirationDate");
        return text == null ? null : LocalDate.parse(text);
    }

    private static BigDecimal units(JsonObject of, String field) {
        return Quantity.plain(new BigDecimal(of.getString(field)));
    }
}
