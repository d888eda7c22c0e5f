package dev.lotline.edge.console.audit;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what was recorded. */
@Singleton
final class AuditSql {
    /** No list looks further back; in minutes. */
    static final int FURTHEST = 44_640;

    /** So far it is looked back, until a page is full: a busy house fills one at the first. */
    static final List<Integer> REACH = List.of(2, 120, 2_880, FURTHEST);

    private static final String COLUMNS = """
            SELECT e.id, w.code AS warehouse, e.operation, e.verdict, e.code, e.actor, e.device, e.seq, e.at, e.recorded_at,
              e.undo_of, e.payload, e.movements
            FROM scan_event e JOIN warehouse w ON w.id = e.warehouse_id
            """;

    /** $1 owners and $2 warehouses of the scope or null. Who is bound to owners sees what moved goods of theirs alone. */
    private static final String IN_SCOPE = """
            ($2::text[] IS NULL OR w.code = ANY ($2)) AND ($1::text[] IS NULL OR (
              SELECT bool_and(o.code = ANY ($1)) FROM movement m JOIN owner o ON o.id = m.owner_id
              WHERE m.warehouse_id = e.warehouse_id AND m.id = ANY (e.movements) AND m.recorded_at = e.recorded_at))
            """;

    /** $3 until, $4 the event there or null, $5 minutes, $6 rows, then the filters. */
    private static final String FILTERED = "WHERE " + IN_SCOPE + """
            AND e.recorded_at > coalesce($3::timestamptz, now()) - make_interval(mins => $5)
            AND e.recorded_at <= coalesce($3::timestamptz, now())
            AND ($4::uuid IS NULL OR (e.recorded_at, e.id) < ($3::timestamptz, $4::uuid))
            AND ($7::text IS NULL OR w.code = $7) AND ($8::text IS NULL OR e.device = $8)
            AND ($9::text IS NULL OR e.actor = $9) AND ($10::text IS NULL OR e.operation = $10)
            AND ($11::text IS NULL OR e.verdict = $11) AND ($12::text IS NULL OR e.code = $12)
            """;

    private static final String PAGE = COLUMNS + FILTERED + "ORDER BY e.recorded_at DESC, e.id DESC LIMIT $6";

    private static final String COUNT =
            "SELECT count(*) AS rows FROM (SELECT FROM scan_event e JOIN warehouse w ON w.id = e.warehouse_id "
                    + FILTERED + "LIMIT $6) x";

    private static final String ONE = COLUMNS + "WHERE " + IN_SCOPE + " AND e.id = $3";

    private final Pool pool;

    AuditSql(Pool pool) {
        this.pool = pool;
    }

    /** The newest first, back from where the filter says, so many minutes. */
    Uni<List<Recorded>> page(AuditFilter filter, int minutes, int rows, Scope scope) {
        return page(pool, filter, minutes, rows, scope);
    }

    /** The same within somebody's transaction. */
    Uni<List<Recorded>> page(SqlClient db, AuditFilter filter, int minutes, int rows, Scope scope) {
        return db.preparedQuery(PAGE)
                .execute(arguments(filter, minutes, rows, scope))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(AuditSql::recorded)
                        .toList());
    }

    /** How many there are, counted up to so many. */
    Uni<Long> count(AuditFilter filter, int minutes, int most, Scope scope) {
        return pool.preparedQuery(COUNT)
                .execute(arguments(filter, minutes, most, scope))
                .map(found -> found.iterator().next().getLong("rows"));
    }

    private static Tuple arguments(AuditFilter filter, int minutes, int rows, Scope scope) {
        return Tuple.tuple()
                .addArrayOfString(scope.ownerCodes())
                .addArrayOfString(scope.warehouseCodes())
                .addOffsetDateTime(filter.until())
                .addUUID(filter.before() == null ? null : filter.before().id())
                .addInteger(minutes)
                .addInteger(rows)
                .addString(filter.warehouse())
                .addString(filter.device())
                .addString(filter.actor())
                .addString(filter.operation())
                .addString(filter.verdict())
                .addString(filter.code());
    }

    /** Null = there is none in the scope. */
    Uni<@Nullable Recorded> one(UUID id, Scope scope) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.tuple()
                        .addArrayOfString(scope.ownerCodes())
                        .addArrayOfString(scope.warehouseCodes())
                        .addUUID(id))
                .map(rows -> rows.size() == 0 ? null : recorded(rows.iterator().next()));
    }

    private static Recorded recorded(Row row) {
        String payload = row.getString("payload");
        Long[] movements = row.getArrayOfLongs("movements");
        return new Recorded(
                row.getUUID("id"),
                row.getString("warehouse"),
                row.getString("operation"),
                row.getString("verdict"),
                row.getString("code"),
                row.getString("actor"),
                row.getString("device"),
                row.getLong("seq"),
                row.getOffsetDateTime("at"),
                row.getOffsetDateTime("recorded_at"),
                row.getUUID("undo_of"),
                raw(payload),
                payload,
                movements == null ? List.of() : List.of(movements));
    }

    /** What the barcode said, where the event brought one. */
    private static String raw(String payload) {
        try {
            return new JsonObject(payload).getValue("barcode") instanceof JsonObject barcode
                    ? String.valueOf(barcode.getValue("data", ""))
                    : "";
        } catch (DecodeException notJson) {
            return "";
        }
    }
}
