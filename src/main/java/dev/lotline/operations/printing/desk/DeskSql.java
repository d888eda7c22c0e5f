package dev.lotline.operations.printing.desk;

import dev.lotline.kernel.Scope;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Jobs and labels as people look at them and decide about them. */
@Singleton
final class DeskSql {
    private static final String COLUMNS = """
            SELECT j.id, jsonb_build_object('id', j.id, 'warehouse', w.code, 'kind', j.kind, 'printer', p.code,
              'state', j.state, 'evidence', j.evidence, 'code', j.code, 'message', j.message, 'attempt', j.attempt,
              'language', j.language, 'template', j.template, 'createdAt', j.created_at, 'changedAt', j.changed_at,
              'actor', j.actor, 'payload', j.payload, 'labels', (
                SELECT jsonb_agg(jsonb_build_object('serial', l.serial, 'state', l.state, 'identity', l.identity,
                  'reprint', l.reprint, 'reprintOf', l.reprint_of) ORDER BY l.position)
                FROM label l WHERE l.job_id = j.id)) AS job
            FROM print_job j JOIN warehouse w ON w.id = j.warehouse_id LEFT JOIN printer p ON p.id = j.printer_id
            """;
    /** Backwards from $1, null = from now, among the 5,000 before it: what is done is looked for while it is new. */
    private static final String LATEST = COLUMNS + """
             WHERE j.id IN (SELECT x.id FROM print_job x WHERE $1::uuid IS NULL OR x.id < $1 ORDER BY x.id DESC LIMIT 5000)
               AND ($3::text[] IS NULL OR w.code = ANY ($3)) AND ($4::text IS NULL OR p.code = $4)
               AND ($5::text IS NULL OR j.state = $5) ORDER BY j.id DESC LIMIT $2
            """;

    private static final String PAGE = COLUMNS + """
             WHERE j.id > $1 AND ($3::text[] IS NULL OR w.code = ANY ($3::text[])) AND ($4::text IS NULL OR w.code = $4)
               AND ($5::text IS NULL OR p.code = $5) AND ($6::text IS NULL OR j.state = $6) ORDER BY j.id LIMIT $2
            """;
    private static final String SOME = COLUMNS + " WHERE j.id = ANY ($1) ORDER BY j.id";
    private static final String ONE = COLUMNS + """
             WHERE j.id = $1 AND ($2::text[] IS NULL OR w.code = ANY ($2::text[]))
            """;
    private static final String HISTORY = """
            SELECT coalesce(jsonb_agg(jsonb_build_object('serial', serial, 'from', from_state, 'to', to_state, 'code', code,
              'evidence', evidence, 'actor', actor, 'at', at) ORDER BY id), '[]') AS history
            FROM print_event WHERE job_id = $1
            """;
    private static final String CHANGE = """
            UPDATE print_job SET state = $3, code = $4, message = NULL, evidence = $5, changed_by = $6,
              next_try_at = '-infinity', printer_id = coalesce($7::bigint, printer_id)
            WHERE id = $1 AND state = ANY ($2) AND (state <> $3 OR $7::bigint IS NOT NULL)
              AND ($3 <> 'QUEUED' OR coalesce($7::bigint, printer_id) IS NOT NULL)
            """;
    private static final String WAKE = """
            UPDATE printer SET look_at = '-infinity'
            WHERE id = (SELECT printer_id FROM print_job WHERE id = $1 AND state = 'QUEUED')
            """;
    private static final String PRINTER_OF_JOB = """
            SELECT p.id FROM printer p JOIN print_job j ON j.warehouse_id = p.warehouse_id WHERE j.id = $1 AND p.code = $2
            """;
    private static final String LABEL = """
            SELECT l.serial, l.state, l.kind, l.identity, l.reprint, l.job_id, w.code AS warehouse, j.payload, j.language
            FROM label l JOIN print_job j ON j.id = l.job_id JOIN warehouse w ON w.id = l.warehouse_id
            """;
    private static final String LABEL_BY_SERIAL = LABEL + """
             WHERE l.serial = $1 AND ($2::text[] IS NULL OR w.code = ANY ($2::text[])) FOR UPDATE OF l
            """;
    private static final String LABELS_OF_JOB = LABEL + """
             WHERE l.job_id = $1 AND l.state NOT IN ('CONFIRMED', 'VOIDED') ORDER BY l.position FOR UPDATE OF l
            """;
    private static final String VOID = """
            UPDATE label SET state = 'VOIDED', voided_at = now(), voided_by = $2 WHERE serial = $1 AND state <> 'VOIDED'
            """;
    /** A job without a label that lives has nothing left to do; one that is with its printer is left to it. */
    private static final String ALL_VOID = """
            UPDATE print_job j SET state = CASE WHEN state IN ('UNKNOWN', 'ASSUMED') THEN 'VOIDED' ELSE 'CANCELLED' END,
              code = 'LABEL_VOIDED', message = NULL, changed_by = $2
            WHERE id = (SELECT job_id FROM label WHERE serial = $1)
              AND state IN ('QUEUED', 'HELD', 'FAILED', 'UNKNOWN', 'ASSUMED')
              AND NOT EXISTS (SELECT FROM label l WHERE l.job_id = j.id AND l.state <> 'VOIDED')
            """;

    private static final String SCANNED = """
            UPDATE label SET state = 'CONFIRMED', evidence = 'SCAN', confirmed_at = now(), confirmed_by = $2
            WHERE serial = $1 AND state IN ('SENT', 'ASSUMED', 'UNKNOWN')
            """;
    private static final String ALL_SCANNED = """
            UPDATE print_job j SET state = 'CONFIRMED', evidence = 'SCAN', code = NULL, message = NULL, changed_by = $2
            WHERE id = $1 AND state IN ('SENT', 'ASSUMED', 'UNKNOWN')
              AND NOT EXISTS (SELECT FROM label l WHERE l.job_id = j.id AND l.state NOT IN ('CONFIRMED', 'VOIDED'))
            """;
    private static final String COMMAND = "SELECT payload_hash, reply FROM print_command WHERE id = $1";
    private static final String REMEMBER = """
            INSERT INTO print_command (id, payload_hash, reply) VALUES ($1, $2, $3)
            """;
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended($1, 7))";

    /** A label with what is needed to make another like it. */
    record Found(
            String serial,
            String state,
            String kind,
            String warehouse,
            @Nullable String identity,
            int reprint,
            UUID job,
            JsonObject payload,
            String language) {}

    private final Pool pool;

    DeskSql(@ReactiveDataSource("printing") Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> inTransaction(Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(work::apply);
    }

    /** From here to the end of the transaction nobody else carries out this command. Null = it is new. */
    Uni<@Nullable JsonObject> known(SqlClient connection, UUID command) {
        return connection
                .preparedQuery(ALONE)
                .execute(Tuple.of(command.toString()))
                .chain(() -> connection.preparedQuery(COMMAND).execute(Tuple.of(command)))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return null;
                    }
                    Row row = rows.iterator().next();
                    return new JsonObject()
                            .put("hash", row.getString("payload_hash"))
                            .put("reply", row.getJsonObject("reply"));
                });
    }

    Uni<Void> remember(SqlClient connection, UUID command, String hash, JsonObject reply) {
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(command, hash, reply))
                .replaceWithVoid();
    }

    Uni<List<JobView>> page(
            UUID after,
            int limit,
            Scope scope,
            @Nullable String warehouse,
            @Nullable String printer,
            @Nullable String state) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addUUID(after)
                        .addInteger(limit)
                        .addArrayOfString(scope.warehouseCodes())
                        .addString(warehouse)
                        .addString(printer)
                        .addString(state))
                .map(DeskSql::views);
    }

    Uni<List<JobView>> latest(
            @Nullable UUID before, int limit, Scope scope, @Nullable String printer, @Nullable String state) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.tuple()
                        .addUUID(before)
                        .addInteger(limit)
                        .addArrayOfString(scope.warehouseCodes())
                        .addString(printer)
                        .addString(state))
                .map(DeskSql::views);
    }

    Uni<JsonObject> some(SqlClient connection, List<UUID> jobs) {
        return connection
                .preparedQuery(SOME)
                .execute(Tuple.tuple().addArrayOfUUID(jobs.toArray(UUID[]::new)))
                .map(rows -> {
                    JsonArray list = new JsonArray();
                    rows.forEach(row -> list.add(row.getJsonObject("job")));
                    return new JsonObject().put("jobs", list);
                });
    }

    /** Null if there is none in scope. */
    Uni<@Nullable JobView> one(UUID job, Scope scope) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.tuple().addUUID(job).addArrayOfString(scope.warehouseCodes()))
                .chain(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return Uni.createFrom().nullItem();
                    }
                    JsonObject found = rows.iterator().next().getJsonObject("job");
                    return pool.preparedQuery(HISTORY)
                            .execute(Tuple.of(job))
                            .map(history -> JobView.of(found.put(
                                    "history", history.iterator().next().getJsonArray("history"))));
                });
    }

    /** 0 if it was in none of these states. */
    Uni<Integer> change(
            SqlClient connection,
            UUID job,
            List<String> from,
            String to,
            @Nullable String code,
            @Nullable String evidence,
            @Nullable Long printer,
            String by) {
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.tuple()
                        .addUUID(job)
                        .addArrayOfString(from.toArray(String[]::new))
                        .addString(to)
                        .addString(code)
                        .addString(evidence)
                        .addString(by)
                        .addLong(printer))
                .map(RowSet::rowCount)
                .call(() -> connection.preparedQuery(WAKE).execute(Tuple.of(job)));
    }

    Uni<@Nullable Long> printerOfJob(SqlClient connection, UUID job, String printer) {
        return connection
                .preparedQuery(PRINTER_OF_JOB)
                .execute(Tuple.of(job, printer))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong("id") : null);
    }

    /** Locked to the end of the transaction; null if there is none in scope. */
    Uni<@Nullable Found> label(SqlClient connection, String serial, Scope scope) {
        return connection
                .preparedQuery(LABEL_BY_SERIAL)
                .execute(Tuple.tuple().addString(serial).addArrayOfString(scope.warehouseCodes()))
                .map(rows -> rows.iterator().hasNext() ? found(rows.iterator().next()) : null);
    }

    /** Those of which nobody knows yet that they came out. */
    Uni<List<Found>> open(SqlClient connection, UUID job) {
        return connection
                .preparedQuery(LABELS_OF_JOB)
                .execute(Tuple.of(job))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeskSql::found)
                        .toList());
    }

    Uni<Integer> cancelLabel(SqlClient connection, String serial, String by) {
        return connection
                .preparedQuery(VOID)
                .execute(Tuple.of(serial, by))
                .map(RowSet::rowCount)
                .call(() -> connection.preparedQuery(ALL_VOID).execute(Tuple.of(serial, by)));
    }

    /** The label was seen by a scanner; with its last one the job is confirmed. */
    Uni<Void> scanned(SqlClient connection, Found label, String by) {
        return connection
                .preparedQuery(SCANNED)
                .execute(Tuple.of(label.serial(), by))
                .chain(() -> connection.preparedQuery(ALL_SCANNED).execute(Tuple.of(label.job(), by)))
                .replaceWithVoid();
    }

    private static List<JobView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> JobView.of(row.getJsonObject("job")))
                .toList();
    }

    private static Found found(Row row) {
        return new Found(
                row.getString("serial"),
                row.getString("state"),
                row.getString("kind"),
                row.getString("warehouse"),
                row.getString("identity"),
                row.getInteger("reprint"),
                row.getUUID("job_id"),
                row.getJsonObject("payload"),
                row.getString("language"));
    }
}
