package dev.lotline.operations.printing.printers;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.PrintRules.Rule;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tables of printers, groups and rules. */
@Singleton
final class PrinterSql {
    private static final String NAME = """
            UPDATE device d SET printer_id = p.id FROM printer p
            WHERE d.code = $1 AND p.code = $2 AND p.warehouse_id = d.warehouse_id
            """;
    private static final String COLUMNS = """
            SELECT p.*, w.code AS warehouse, coalesce(p.link = 'RELAY' AND p.health_at < now() - interval '90 seconds', false) AS stale,
              (SELECT count(*) FROM print_job j WHERE j.printer_id = p.id AND j.state = 'QUEUED') AS queued,
              (SELECT min(j.created_at) FROM print_job j WHERE j.printer_id = p.id AND j.state = 'QUEUED') AS oldest,
              (SELECT count(*) FROM print_job j WHERE j.warehouse_id = p.warehouse_id AND j.printer_id = p.id
                AND j.state = 'UNKNOWN') AS unknown
            FROM printer p JOIN warehouse w ON w.id = p.warehouse_id
            """;
    private static final String ONE = COLUMNS + " WHERE p.code = $1";
    private static final String PAGE = COLUMNS + """
             WHERE p.code > $1 AND ($3::text[] IS NULL OR w.code = ANY ($3::text[]))
               AND ($4::text IS NULL OR w.code = $4) ORDER BY p.code LIMIT $2
            """;
    private static final String PUT = """
            INSERT INTO printer (warehouse_id, code, link, host, port, dpi, width_mm, height_mm, stock, language, confirm,
              enabled, changed_by, relay)
            SELECT w.id, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 FROM warehouse w WHERE w.code = $2
            ON CONFLICT (code) DO UPDATE SET link = excluded.link, host = excluded.host, port = excluded.port, relay = excluded.relay,
              dpi = excluded.dpi, width_mm = excluded.width_mm, height_mm = excluded.height_mm, stock = excluded.stock,
              language = excluded.language, confirm = excluded.confirm, enabled = excluded.enabled,
              changed_by = excluded.changed_by, changed_at = now(), look_at = '-infinity'
            WHERE printer.warehouse_id = excluded.warehouse_id
            """;
    private static final String PAUSE = """
            UPDATE printer SET paused_by = $2, changed_by = $3, changed_at = now(), look_at = '-infinity',
              health = CASE WHEN $2::text IS NULL THEN 'UNASKED' ELSE 'OFF' END, health_at = now()
            WHERE code = $1 AND (paused_by IS NULL) <> ($2::text IS NULL)
            """;
    private static final String PUT_GROUP = """
            INSERT INTO printer_group (warehouse_id, code) SELECT id, $1 FROM warehouse WHERE code = $2
            ON CONFLICT (code) DO UPDATE SET code = excluded.code WHERE printer_group.warehouse_id = excluded.warehouse_id
            RETURNING id
            """;
    private static final String CLEAR_GROUP = "DELETE FROM printer_group_member WHERE group_id = $1";
    private static final String FILL_GROUP = """
            INSERT INTO printer_group_member (group_id, position, printer_id)
            SELECT $1, n.ord, p.id FROM unnest($2::text[]) WITH ORDINALITY n (code, ord)
            JOIN printer p ON p.code = n.code JOIN printer_group g ON g.id = $1 AND g.warehouse_id = p.warehouse_id
            """;
    private static final String MEMBERS = """
            SELECT p.code FROM printer_group g JOIN printer_group_member m ON m.group_id = g.id
            JOIN printer p ON p.id = m.printer_id WHERE g.code = $1 ORDER BY m.position
            """;
    private static final String CLEAR_RULES = """
            DELETE FROM print_rule WHERE warehouse_id = (SELECT id FROM warehouse WHERE code = $1)
            """;
    private static final String FILL_RULE = """
            INSERT INTO print_rule (warehouse_id, position, kind, owner, dock, zone, device, group_id)
            SELECT w.id, $2, $3, $4, $5, $6, $7, g.id FROM warehouse w
            JOIN printer_group g ON g.warehouse_id = w.id AND g.code = $8 WHERE w.code = $1
            """;
    private static final String RULES = """
            SELECT r.*, g.code AS group_code FROM print_rule r JOIN printer_group g ON g.id = r.group_id
            JOIN warehouse w ON w.id = r.warehouse_id WHERE w.code = $1 ORDER BY r.position
            """;
    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    private final Pool pool;

    PrinterSql(@ReactiveDataSource("printing") Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Printer> one(String code) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(code))
                .map(rows -> rows.iterator().hasNext() ? printer(rows.iterator().next()) : null);
    }

    Uni<List<Printer>> page(String after, int limit, Scope scope, @Nullable String warehouse) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addString(after)
                        .addInteger(limit)
                        .addArrayOfString(scope.warehouseCodes())
                        .addString(warehouse))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PrinterSql::printer)
                        .toList());
    }

    Uni<Boolean> isWarehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows -> rows.iterator().hasNext());
    }

    /** False if there is no such warehouse, or the printer is in another one. */
    Uni<Boolean> put(String code, PrinterSpec spec, String by) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addString(code)
                        .addString(spec.warehouse())
                        .addString(spec.link())
                        .addString(spec.host())
                        .addInteger(spec.port())
                        .addInteger(spec.dpi())
                        .addBigDecimal(spec.width())
                        .addBigDecimal(spec.height())
                        .addString(spec.stock())
                        .addString(spec.language())
                        .addString(spec.confirm())
                        .addBoolean(spec.enabled())
                        .addString(by)
                        .addString(spec.relay()))
                .map(rows -> rows.rowCount() > 0);
    }

    /** @param pausedBy null = it goes on */
    Uni<Void> pause(String code, @Nullable String pausedBy, String by) {
        return pool.preparedQuery(PAUSE)
                .execute(Tuple.tuple().addString(code).addString(pausedBy).addString(by))
                .replaceWithVoid();
    }

    /** Ends with VALIDATION_FAILED when one of them is not of this warehouse, or the group is another one's. */
    Uni<Void> putGroup(String code, String warehouse, List<String> printers) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(PUT_GROUP)
                .execute(Tuple.of(code, warehouse))
                .chain(rows -> {
                    if (!rows.iterator().hasNext()) {
                        throw Refusal.invalid("warehouse", "must be that of the group");
                    }
                    long group = rows.iterator().next().getLong("id");
                    return connection
                            .preparedQuery(CLEAR_GROUP)
                            .execute(Tuple.of(group))
                            .chain(() -> connection
                                    .preparedQuery(FILL_GROUP)
                                    .execute(Tuple.of(group, printers.toArray(String[]::new))))
                            .invoke(filled -> require(filled.rowCount() == printers.size(), "printers"))
                            .replaceWithVoid();
                }));
    }

    Uni<List<String>> members(String group) {
        return pool.preparedQuery(MEMBERS)
                .execute(Tuple.of(group))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("code"))
                        .toList());
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw Refusal.invalid(field, "must all be of the warehouse");
        }
    }

    /** Ends with VALIDATION_FAILED when one leads to a group of another warehouse. */
    Uni<Void> putRules(String warehouse, List<Rule> rules) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(CLEAR_RULES)
                .execute(Tuple.of(warehouse))
                .chain(() -> {
                    Uni<Integer> filled = Uni.createFrom().item(0);
                    for (int n = 0; n < rules.size(); n++) {
                        Tuple rule = tuple(warehouse, n + 1, rules.get(n));
                        filled = filled.chain(count -> fill(connection, rule).map(one -> count + one));
                    }
                    return filled.invoke(count -> require(count == rules.size(), "rules"))
                            .replaceWithVoid();
                }));
    }

    private static Uni<Integer> fill(SqlClient connection, Tuple rule) {
        return connection.preparedQuery(FILL_RULE).execute(rule).map(RowSet::rowCount);
    }

    private static Tuple tuple(String warehouse, int position, Rule rule) {
        return Tuple.tuple()
                .addString(warehouse)
                .addInteger(position)
                .addString(rule.kind())
                .addString(rule.owner())
                .addString(rule.dock())
                .addString(rule.zone())
                .addString(rule.device())
                .addString(rule.group());
    }

    Uni<List<Rule>> rules(String warehouse) {
        return pool.preparedQuery(RULES)
                .execute(Tuple.of(warehouse))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Rule(
                                row.getString("kind"),
                                row.getString("owner"),
                                row.getString("dock"),
                                row.getString("zone"),
                                row.getString("device"),
                                row.getString("group_code")))
                        .toList());
    }

    private static Printer printer(Row row) {
        boolean off = !row.getBoolean("enabled") || row.getString("paused_by") != null;
        return new Printer(
                row.getLong("id"),
                row.getString("code"),
                row.getString("warehouse"),
                row.getString("link"),
                row.getString("host"),
                row.getInteger("port"),
                row.getString("relay"),
                row.getInteger("dpi"),
                row.getBigDecimal("width_mm"),
                row.getBigDecimal("height_mm"),
                row.getString("stock"),
                row.getString("language"),
                row.getString("confirm"),
                row.getBoolean("enabled"),
                row.getString("paused_by"),
                off ? "OFF" : row.getBoolean("stale") ? "STALE" : row.getString("health"),
                row.getOffsetDateTime("health_at"),
                row.getLong("queued"),
                row.getOffsetDateTime("oldest"),
                row.getLong("unknown"));
    }

    /** False when the warehouse of the device has no such printer. */
    Uni<Boolean> name(String device, String printer) {
        return pool.preparedQuery(NAME).execute(Tuple.of(device, printer)).map(rows -> rows.rowCount() == 1);
    }
}
