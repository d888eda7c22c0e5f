package dev.lotline.operations.printing;

import dev.lotline.operations.printing.SubjectSql.Subject;
import dev.lotline.operations.printing.printers.PrintRules.Rule;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** From requests in the outbox to jobs and labels, in one transaction each. */
@Singleton
final class RequestSql {
    private static final String TAKE = """
            SELECT id, warehouse_id, event_id, payload FROM outbox
            WHERE topic = 'lotline.label' AND labelled_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String TAKEN = "UPDATE outbox SET labelled_at = now() WHERE warehouse_id = $1 AND id = $2";
    private static final String ASK = """
            INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
            SELECT w.id, $2, 'lotline.label', w.id || ':label', $3 FROM warehouse w WHERE w.code = $1
            RETURNING id, warehouse_id
            """;
    private static final String HAS_PRINTER = "SELECT EXISTS (SELECT FROM printer WHERE warehouse_id = $1) AS found";
    private static final String PRINTER = "SELECT id FROM printer WHERE warehouse_id = $1 AND code = $2";
    private static final String NAMED_BY = """
            SELECT p.id FROM device d JOIN printer p ON p.id = d.printer_id WHERE d.code = $2 AND p.warehouse_id = $1
            """;
    private static final String FIRST_OF_GROUP = """
            SELECT g.id AS group_id, (SELECT m.printer_id FROM printer_group_member m JOIN printer p ON p.id = m.printer_id
              WHERE m.group_id = g.id ORDER BY m.position LIMIT 1) AS id
            FROM printer_group g WHERE g.warehouse_id = $1 AND g.code = $2
            """;
    private static final String RULES = """
            SELECT r.kind, r.owner, r.dock, r.zone, r.device, g.code AS group_code FROM print_rule r
            JOIN printer_group g ON g.id = r.group_id WHERE r.warehouse_id = $1 ORDER BY r.position
            """;
    private static final String JOB = """
            INSERT INTO print_job (id, warehouse_id, outbox_id, ordinal, event_id, printer_id, group_id, priority, kind,
              payload, language, labels, state, code, message, actor, device, changed_by)
            VALUES (print_job_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15)
            ON CONFLICT (outbox_id, ordinal) DO NOTHING RETURNING id
            """;
    private static final String LABELS = """
            INSERT INTO label (serial, job_id, position, warehouse_id, kind, identity, reprint_of, reprint, reason, extra)
            SELECT s.serial, $2, s.ord, $3, $4, $5, $6, $7, $8, $9 FROM unnest($1::text[]) WITH ORDINALITY s (serial, ord)
            """;
    private static final String SERIALS = "SELECT nextval('label_serial') AS number FROM generate_series(1, $1)";
    /** A printer that was well when it was last asked is looked at now; another keeps its pace. */
    private static final String WAKE = """
            UPDATE printer SET look_at = CASE WHEN health IN ('READY', 'PRINTING', 'UNASKED') THEN '-infinity'
              ELSE least(look_at, now() + interval '2 seconds') END WHERE id = $1
            """;

    /**
     * Where labels of a kind go.
     *
     * @param state QUEUED, or HELD where no printer takes them
     */
    record Route(
            @Nullable Long printer,
            @Nullable Long group,
            String state,
            @Nullable String code,
            @Nullable String message) {}

    /**
     * A label that takes the place of another.
     *
     * @param number how many came before it
     */
    record Replacement(String serial, int number, String reason, boolean extra) {}

    private final Pool pool;

    RequestSql(@ReactiveDataSource("printing") Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> inTransaction(Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(work::apply);
    }

    /** The next request that nobody has taken; null when there is none. Locked to the end of the transaction. */
    Uni<@Nullable LabelRequest> take(SqlClient connection) {
        return connection.preparedQuery(TAKE).execute().map(rows -> {
            if (!rows.iterator().hasNext()) {
                return null;
            }
            Row row = rows.iterator().next();
            return LabelRequest.of(
                    row.getLong("id"),
                    row.getUUID("event_id"),
                    row.getLong("warehouse_id"),
                    row.getJsonObject("payload"));
        });
    }

    Uni<Void> taken(SqlClient connection, LabelRequest request) {
        return connection
                .preparedQuery(TAKEN)
                .execute(Tuple.of(request.warehouseId(), request.outboxId()))
                .replaceWithVoid();
    }

    /** Leaves a request as an operation would; null if there is no such warehouse. */
    Uni<@Nullable LabelRequest> ask(SqlClient connection, String warehouse, UUID event, JsonObject payload) {
        return connection
                .preparedQuery(ASK)
                .execute(Tuple.of(warehouse, event, payload))
                .map(rows -> rows.iterator().hasNext()
                        ? LabelRequest.of(
                                rows.iterator().next().getLong("id"),
                                event,
                                rows.iterator().next().getLong("warehouse_id"),
                                payload)
                        : null);
    }

    Uni<Boolean> hasPrinter(SqlClient connection, long warehouse) {
        return connection
                .preparedQuery(HAS_PRINTER)
                .execute(Tuple.of(warehouse))
                .map(rows -> rows.iterator().next().getBoolean("found"));
    }

    Uni<@Nullable Long> printer(SqlClient connection, long warehouse, String code) {
        return connection
                .preparedQuery(PRINTER)
                .execute(Tuple.of(warehouse, code))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong("id") : null);
    }

    /** The printer whose label was scanned on this device; null if none was. */
    Uni<@Nullable Long> namedBy(SqlClient connection, long warehouse, String device) {
        return connection
                .preparedQuery(NAMED_BY)
                .execute(Tuple.of(warehouse, device))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong("id") : null);
    }

    Uni<Route> group(SqlClient connection, long warehouse, String code) {
        return connection
                .preparedQuery(FIRST_OF_GROUP)
                .execute(Tuple.of(warehouse, code))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    Long printer = row.getLong("id");
                    return printer == null
                            ? new Route(
                                    null, row.getLong("group_id"), "HELD", "NO_PRINTER", "group " + code + " is empty")
                            : new Route(printer, row.getLong("group_id"), "QUEUED", null, null);
                });
    }

    Uni<List<Rule>> rules(SqlClient connection, long warehouse) {
        return connection
                .preparedQuery(RULES)
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

    /** One job with its labels; null if it was made before. */
    Uni<@Nullable UUID> job(
            SqlClient connection,
            LabelRequest request,
            int ordinal,
            Subject subject,
            int labels,
            Route route,
            @Nullable Replacement replaced) {
        Tuple job = Tuple.tuple()
                .addLong(request.warehouseId())
                .addLong(request.outboxId())
                .addInteger(ordinal)
                .addUUID(request.eventId())
                .addLong(route.printer())
                .addLong(route.group())
                .addInteger(request.automatic() ? 1 : 0)
                .addString(request.kind())
                .addJsonObject(subject.payload())
                .addString(request.language())
                .addInteger(labels)
                .addString(route.state())
                .addString(route.code())
                .addString(route.message())
                .addString(request.actor())
                .addString(request.device());
        return connection.preparedQuery(JOB).execute(job).chain(rows -> {
            if (!rows.iterator().hasNext()) {
                return Uni.createFrom().nullItem();
            }
            UUID id = rows.iterator().next().getUUID("id");
            return labels(connection, request, id, subject, labels, replaced)
                    .chain(() -> connection.preparedQuery(WAKE).execute(Tuple.of(route.printer())))
                    .replaceWith(id);
        });
    }

    private static Uni<Void> labels(
            SqlClient connection,
            LabelRequest request,
            UUID job,
            Subject subject,
            int count,
            @Nullable Replacement replaced) {
        return connection.preparedQuery(SERIALS).execute(Tuple.of(count)).chain(rows -> {
            List<String> serials = new ArrayList<>();
            rows.forEach(row -> serials.add(LabelSerial.of(row.getLong("number"))));
            return connection
                    .preparedQuery(LABELS)
                    .execute(Tuple.tuple()
                            .addArrayOfString(serials.toArray(String[]::new))
                            .addUUID(job)
                            .addLong(request.warehouseId())
                            .addString(request.kind())
                            .addString(subject.identity())
                            .addString(replaced == null ? null : replaced.serial())
                            .addInteger(replaced == null ? 0 : replaced.number())
                            .addString(replaced == null ? null : replaced.reason())
                            .addBoolean(replaced != null && replaced.extra()))
                    .replaceWithVoid();
        });
    }
}
