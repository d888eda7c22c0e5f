package dev.lotline.operations.printing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands on a label: read from the books when it is asked for, and kept with the job from then on. */
@Singleton
final class SubjectSql {
    private static final String GOODS = """
              o.code AS owner, jsonb_strip_nulls(jsonb_build_object('sku', i.sku, 'name', i.name, 'unit', i.unit,
                'lot', t.lot_number, 'expires', t.expiration_date, 'lotId', t.id::text, 'gtin', (
                  SELECT b.code FROM item_barcode b WHERE b.item_id = i.id AND b.code ~ '^[0-9]{14}$'
                  ORDER BY b.quantity, b.code LIMIT 1))) AS payload
            """;
    private static final String MOVED =
            "SELECT i.receiving_labels AS policy, m.quantity, l.code AS dock, l.zone," + GOODS + """
            FROM movement m JOIN item i ON i.id = m.item_id JOIN owner o ON o.id = i.owner_id
            JOIN location l ON l.warehouse_id = m.warehouse_id AND l.id = m.to_location LEFT JOIN lot t ON t.id = m.lot_id
            WHERE m.warehouse_id = $1 AND m.id = ANY ($2) AND m.kind = 'RECEIVE' AND i.receiving_labels <> 'NEVER'
            ORDER BY m.id
            """;
    private static final String NAMED = "SELECT" + GOODS + """
            FROM item i JOIN owner o ON o.id = i.owner_id
            LEFT JOIN lot t ON t.item_id = i.id AND t.lot_number IS NOT DISTINCT FROM $3
              AND ($4::date IS NULL OR t.expiration_date = $4) AND $3::text IS NOT NULL
            WHERE o.code = $1 AND i.sku = $2 AND ($3::text IS NULL OR t.id IS NOT NULL)
            ORDER BY t.id DESC LIMIT 1
            """;
    private static final String PLATE = """
            SELECT p.code, p.kind, l.code AS dock, l.zone, EXISTS (SELECT FROM label x WHERE x.warehouse_id = p.warehouse_id
                AND x.identity = p.code AND x.state <> 'VOIDED' AND NOT x.extra) AS labelled, (
              SELECT jsonb_build_object('owner', o.code, 'name', i.name, 'sku', i.sku, 'unit', i.unit, 'lot', t.lot_number,
                'expires', t.expiration_date, 'units', sum(c.quantity) OVER (), 'kinds', count(*) OVER (), 'gtin', (
                  SELECT b.code FROM item_barcode b WHERE b.item_id = i.id AND b.code ~ '^[0-9]{14}$' AND b.quantity = 1
                  ORDER BY b.code LIMIT 1), 'from', o.name)
              FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
              JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = s.lot_id
              WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = p.id ORDER BY c.quantity DESC LIMIT 1) AS held
            FROM plate p JOIN location l ON l.warehouse_id = p.warehouse_id AND l.id = p.location_id
            WHERE p.warehouse_id = $1 AND p.code = $2
            """;
    private static final String RETURNED = """
            SELECT r.action, r.quantity, o.code AS owner, i.sku, t.id AS lot_id, l.code AS dock, l.zone,
              coalesce(d.reference, c.reference, r.kind) AS document, coalesce(c.customer_name, c.customer_code, '') AS customer,
              business_date(w.time_zone) AS today
            FROM returned r JOIN item i ON i.id = r.item_id JOIN owner o ON o.id = i.owner_id
            JOIN warehouse w ON w.id = r.warehouse_id
            JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id LEFT JOIN lot t ON t.id = r.lot_id
            LEFT JOIN return_line n ON n.id = r.return_line_id LEFT JOIN return_order d ON d.id = n.return_order_id
            LEFT JOIN customer_order c ON c.id = r.order_id
            WHERE r.warehouse_id = $1 AND r.event_id = $2 AND NOT r.undone ORDER BY r.id LIMIT 500
            """;
    private static final String PLACE = """
            SELECT code, zone, type FROM location WHERE warehouse_id = $1 AND code = $2 AND code NOT LIKE '@%'
            """;
    private static final String HELD = """
            SELECT h.id, h.reason, h.note, h.placed_by, business_date(w.time_zone) AS today, o.code AS owner, i.sku,
              t.id AS lot_id, t.lot_number, NULL AS plate, NULL AS place
            FROM hold h JOIN warehouse w ON w.id = $1 JOIN owner o ON o.id = h.owner_id
            JOIN hold_lot x ON x.hold_id = h.id JOIN lot t ON t.id = x.lot_id JOIN item i ON i.id = t.item_id
            WHERE h.id = $2 AND h.scope = 'LOT'
            UNION ALL
            SELECT h.id, h.reason, h.note, h.placed_by, business_date(w.time_zone), o.code, i.sku, NULL, NULL, NULL, l.code
            FROM hold h JOIN warehouse w ON w.id = h.warehouse_id JOIN owner o ON o.id = h.owner_id
            JOIN hold_place k ON k.hold_id = h.id JOIN location l ON l.warehouse_id = k.warehouse_id AND l.id = k.location_id
            LEFT JOIN item i ON i.id = h.item_id
            WHERE h.id = $2 AND h.warehouse_id = $1
            UNION ALL
            SELECT h.id, h.reason, h.note, h.placed_by, business_date(w.time_zone), o.code, i.sku, NULL, NULL, p.code, NULL
            FROM hold h JOIN warehouse w ON w.id = h.warehouse_id JOIN owner o ON o.id = h.owner_id
            JOIN hold_plate k ON k.hold_id = h.id JOIN plate p ON p.warehouse_id = k.warehouse_id AND p.id = k.plate_id
            LEFT JOIN item i ON i.id = h.item_id
            WHERE h.id = $2 AND h.warehouse_id = $1
            LIMIT 50
            """;

    /**
     * @param payload text by name, as the templates take it
     * @param identity code of a plate that has one label that counts; null = the thing has any number of labels
     * @param copies how many labels of it
     */
    record Subject(
            JsonObject payload,
            @Nullable String identity,
            @Nullable String owner,
            @Nullable String dock,
            @Nullable String zone,
            int copies) {}

    /** What a receipt counted of items whose policy asks for labels. */
    Uni<List<Subject>> moved(SqlClient connection, long warehouse, JsonArray movements) {
        Long[] ids = movements.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new);
        return connection
                .preparedQuery(MOVED)
                .execute(Tuple.tuple().addLong(warehouse).addArrayOfLong(ids))
                .map(rows -> all(rows, row -> {
                    String quantity =
                            row.getBigDecimal("quantity").stripTrailingZeros().toPlainString();
                    boolean each = row.getString("policy").equals("EACH");
                    JsonObject payload = coded(row.getJsonObject("payload"));
                    if (!each) {
                        payload.put("quantity", quantity);
                        payload.put("count", quantity.matches("[0-9]{1,8}") ? quantity : null);
                    }
                    int copies = each ? (int) Math.min(LabelRequest.MOST, Math.ceil(Double.parseDouble(quantity))) : 1;
                    return new Subject(
                            payload,
                            null,
                            row.getString("owner"),
                            row.getString("dock"),
                            row.getString("zone"),
                            copies);
                }));
    }

    /** An item, or a lot of it; empty when there is none. */
    Uni<List<Subject>> named(SqlClient connection, JsonObject subject, int copies) {
        String expires = subject.getString("expirationDate");
        return connection
                .preparedQuery(NAMED)
                .execute(Tuple.tuple()
                        .addString(subject.getString("owner"))
                        .addString(subject.getString("sku"))
                        .addString(subject.getString("lotNumber"))
                        .addLocalDate(expires == null ? null : LocalDate.parse(expires)))
                .map(rows -> all(
                        rows,
                        row -> new Subject(
                                coded(row.getJsonObject("payload")),
                                null,
                                row.getString("owner"),
                                null,
                                null,
                                copies)));
    }

    /** A plate has one label that counts: nothing for one that has it when nobody asked, else LABEL_EXISTS. */
    Uni<List<Subject>> plate(SqlClient connection, long warehouse, String code, boolean automatic) {
        return connection
                .preparedQuery(PLATE)
                .execute(Tuple.of(warehouse, code))
                .map(rows -> all(rows, row -> {
                    boolean labelled = row.getBoolean("labelled");
                    if (labelled && !automatic) {
                        throw Refusal.of(RefusalCode.LABEL_EXISTS, "lpn", code);
                    }
                    JsonObject held = row.getJsonObject("held");
                    JsonObject payload = held == null ? new JsonObject() : PlatePayload.of(held);
                    boolean sscc = row.getString("kind").equals("SSCC");
                    payload.put(sscc ? "sscc" : "code", sscc ? code : plateCode(code));
                    return new Subject(
                            payload,
                            code,
                            held == null ? null : held.getString("owner"),
                            row.getString("dock"),
                            row.getString("zone"),
                            labelled ? 0 : 1);
                }));
    }

    /** What came back: one label for what of a lot has come, whatever becomes of it. */
    Uni<List<Subject>> returned(SqlClient connection, long warehouse, UUID event) {
        return connection
                .preparedQuery(RETURNED)
                .execute(Tuple.of(warehouse, event))
                .map(rows -> all(rows, row -> {
                    Long lot = row.getLong("lot_id");
                    JsonObject payload = new JsonObject()
                            .put("code", lot != null ? lotCode(lot) : row.getString("sku"))
                            .put("action", row.getString("action"))
                            .put("document", row.getString("document"))
                            .put("customer", row.getString("customer"))
                            .put("sku", row.getString("sku"))
                            .put("date", row.getLocalDate("today").toString());
                    return new Subject(
                            payload, null, row.getString("owner"), row.getString("dock"), row.getString("zone"), 1);
                }));
    }

    Uni<List<Subject>> place(SqlClient connection, long warehouse, String code, int copies) {
        return connection
                .preparedQuery(PLACE)
                .execute(Tuple.of(warehouse, code))
                .map(rows -> all(rows, row -> {
                    JsonObject payload = new JsonObject().put("place", code).put("zone", row.getString("zone"));
                    return new Subject(payload, null, null, code, row.getString("zone"), copies);
                }));
    }

    Uni<List<Subject>> held(SqlClient connection, long warehouse, long hold) {
        return connection
                .preparedQuery(HELD)
                .execute(Tuple.of(warehouse, hold))
                .map(rows -> all(rows, row -> {
                    Long lot = row.getLong("lot_id");
                    String plate = row.getString("plate");
                    String place = row.getString("place");
                    JsonObject payload = new JsonObject()
                            .put("code", plate != null ? plateCode(plate) : lot != null ? lotCode(lot) : "LOC-" + place)
                            .put("reason", row.getString("reason"))
                            .put("note", row.getString("note"))
                            .put("who", row.getString("placed_by"))
                            .put("date", row.getLocalDate("today").toString())
                            .put("case", Long.toString(row.getLong("id")))
                            .put("sku", row.getString("sku"))
                            .put("lot", row.getString("lot_number"))
                            .put("place", plate == null ? place : plate);
                    return new Subject(payload, null, row.getString("owner"), place, null, 1);
                }));
    }

    private static JsonObject coded(JsonObject payload) {
        Object lot = payload.remove("lotId");
        return lot == null ? payload : payload.put("code", lotCode(Long.parseLong(lot.toString())));
    }

    /** As scanners know it: an SSCC as it is, a number of ours behind its prefix. */
    static String plateCode(String code) {
        return LabelRequest.SSCC.matcher(code).matches() ? code : "LPN-" + code;
    }

    private static String lotCode(long lot) {
        return "LOT-" + LabelSerial.of(lot);
    }

    private static List<Subject> all(RowSet<Row> rows, Function<Row, Subject> each) {
        List<Subject> subjects = new ArrayList<>();
        rows.forEach(row -> subjects.add(each.apply(row)));
        return subjects;
    }
}
