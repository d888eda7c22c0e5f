package dev.lotline.operations.printing;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The queue as those see it who work it off. Every change of state names the state it leaves and the node that may make
 * it; where that is no longer so, nothing happens and 0 is answered.
 */
@Singleton
final class QueueSql {
    private static final String HOLD = """
            UPDATE printer SET holder = $1, held_until = now() + interval '30 seconds', look_at = 'infinity'
            WHERE id IN (SELECT id FROM printer WHERE link IN ('TCP', 'FILE') AND held_until < now()
              AND (look_at <= now() OR holder IS NOT NULL)
              ORDER BY look_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING id, code, link, host, port, dpi, width_mm, height_mm, confirm, NOT enabled OR paused_by IS NOT NULL AS off,
              health
            """;
    private static final String LET_GO = """
            UPDATE printer SET holder = NULL, held_until = '-infinity',
              look_at = least(look_at, now() + $3 * interval '1 millisecond')
            WHERE id = $1 AND holder = $2
            """;
    private static final String RENEW = """
            WITH held AS (UPDATE printer SET held_until = now() + interval '30 seconds' WHERE holder = $1)
            UPDATE print_job SET lease_until = now() + interval '30 seconds' WHERE lease_owner = $1
            """;
    private static final String HEALTH = """
            UPDATE printer SET health = $2, health_at = now(),
              not_ready_since = CASE WHEN $2 NOT IN ('READY', 'PRINTING') THEN coalesce(not_ready_since, now()) END
            WHERE id = $1
            """;
    private static final String WAITING = """
            SELECT EXISTS (SELECT FROM print_job WHERE printer_id = $1 AND state = 'QUEUED') AS waiting
            """;
    /** The first one or none: a job that is to be tried later keeps its place, so that labels come out in order. */
    private static final String LEASE = """
            UPDATE print_job SET state = 'SENDING', lease_owner = $2, lease_until = now() + interval '30 seconds',
              attempt = attempt + 1, first_byte_at = NULL, bytes_written = 0, code = NULL, message = NULL,
              changed_by = 'printing'
            WHERE id = (SELECT id FROM print_job WHERE printer_id = $1 AND state = 'QUEUED'
              ORDER BY priority, id LIMIT 1 FOR UPDATE SKIP LOCKED)
              AND next_try_at <= now() AND NOT EXISTS (SELECT FROM print_job WHERE printer_id = $1 AND state IN ('SENDING', 'SENT'))
            RETURNING id, kind, payload, language, attempt
            """;

    private static final String PIECES = """
            SELECT serial, identity, reprint FROM label WHERE job_id = $1 AND state <> 'VOIDED' ORDER BY position
            """;
    private static final String BEGIN = """
            UPDATE print_job SET first_byte_at = now(), template = $3, template_version = $4, zpl_sha256 = $5, odometer = $6,
              code = CASE WHEN $7::text IS NOT NULL THEN 'GLYPH_MISSING' END, message = left($7, 500)
            WHERE id = $1 AND lease_owner = $2 AND state = 'SENDING'
            """;
    private static final String END = """
            UPDATE print_job SET state = $3, bytes_written = $4, evidence = $5, code = coalesce($6, code),
              message = CASE WHEN $6::text IS NULL THEN message ELSE left($7, 500) END,
              changed_by = 'printing'
            WHERE id = $1 AND lease_owner = $2 AND state IN ('SENDING', 'SENT') AND first_byte_at IS NOT NULL
            """;
    /** The last job of a printer, if nobody knows of it because who sent it died, and the printer counts. */
    private static final String INTERRUPTED = """
            SELECT id, labels, odometer FROM (SELECT id, labels, odometer, state, code FROM print_job
              WHERE printer_id = $1 AND first_byte_at IS NOT NULL ORDER BY first_byte_at DESC LIMIT 1) last
            WHERE state = 'UNKNOWN' AND code = 'INTERRUPTED' AND odometer IS NOT NULL
            """;

    private static final String COUNTED = """
            UPDATE print_job SET state = 'CONFIRMED', evidence = 'ODOMETER', code = NULL, message = NULL,
              changed_by = 'printing'
            WHERE id = $1 AND state = 'UNKNOWN'
            """;
    private static final String BACK = """
            UPDATE print_job SET state = $3, bytes_written = 0, first_byte_at = NULL, code = $4, message = left($5, 500),
              next_try_at = now() + least(30, 2 ^ (attempt - 1)) * interval '1 second', changed_by = 'printing'
            WHERE id = $1 AND lease_owner = $2 AND state = 'SENDING'
            """;
    /** A node that died: what has not begun is queued again, what has may be on the floor of the dock. */
    private static final String SWEEP = """
            UPDATE print_job SET state = CASE WHEN first_byte_at IS NULL THEN 'QUEUED' ELSE 'UNKNOWN' END,
              code = 'INTERRUPTED', message = 'who sent it was not heard of again', changed_by = 'printing'
            WHERE state IN ('SENDING', 'SENT') AND lease_until < now()
            """;
    /** Jobs of a printer that has not been ready for 15 seconds go to the next of its group with the same labels. */
    private static final String FALL_BACK = """
            UPDATE print_job j SET printer_id = n.id, code = 'FALLBACK', message = 'moved from ' || p.code || ' to ' || n.code,
              changed_by = 'printing'
            FROM printer p, printer_group_member m, LATERAL (
              SELECT o.id, o.code FROM printer_group_member x JOIN printer o ON o.id = x.printer_id
              WHERE x.group_id = m.group_id AND x.position > m.position AND o.enabled AND o.paused_by IS NULL
                AND o.health IN ('READY', 'PRINTING')
                AND (o.dpi, o.width_mm, o.height_mm) = (p.dpi, p.width_mm, p.height_mm)
              ORDER BY x.position LIMIT 1) n
            WHERE p.id = $1 AND p.not_ready_since < now() - $2 * interval '1 millisecond' AND m.printer_id = p.id
              AND m.group_id = j.group_id AND j.printer_id = p.id AND j.state = 'QUEUED'
            """;

    private final Pool pool;

    QueueSql(@ReactiveDataSource("printing") Pool pool) {
        this.pool = pool;
    }

    /** Printers that are to be looked at and that no other node holds. */
    Uni<List<Machine>> hold(UUID node, int most) {
        return pool.preparedQuery(HOLD)
                .execute(Tuple.of(node, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(QueueSql::machine)
                        .toList());
    }

    /** Looked at again after so long, or at once when something was asked for meanwhile. */
    Uni<Integer> letGo(long printer, UUID node, int nextMillis) {
        return count(LET_GO, Tuple.of(printer, node, nextMillis));
    }

    Uni<Integer> renew(UUID node) {
        return count(RENEW, Tuple.of(node));
    }

    Uni<Integer> health(long printer, String health) {
        return count(HEALTH, Tuple.of(printer, health));
    }

    Uni<Boolean> isWaiting(long printer) {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.of(printer))
                .map(rows -> rows.iterator().next().getBoolean("waiting"));
    }

    /** The next job of this printer; null if none is due or one is in flight. */
    Uni<@Nullable PrintJob> lease(long printer, UUID node) {
        return pool.preparedQuery(LEASE).execute(Tuple.of(printer, node)).chain(rows -> {
            if (!rows.iterator().hasNext()) {
                return Uni.createFrom().nullItem();
            }
            Row job = rows.iterator().next();
            return pool.preparedQuery(PIECES)
                    .execute(Tuple.of(job.getUUID("id")))
                    .map(labels -> job(job, labels));
        });
    }

    /** Written down before the first byte goes out: from here on nobody sends it a second time. */
    Uni<Integer> begin(
            UUID job,
            UUID node,
            String template,
            String version,
            byte[] hash,
            @Nullable Long odometer,
            @Nullable String missing) {
        return count(
                BEGIN,
                Tuple.tuple()
                        .addUUID(job)
                        .addUUID(node)
                        .addString(template)
                        .addString(version)
                        .addBuffer(Buffer.buffer(hash))
                        .addLong(odometer)
                        .addString(missing));
    }

    Uni<Integer> end(
            UUID job,
            UUID node,
            String state,
            long bytes,
            @Nullable String evidence,
            @Nullable String code,
            @Nullable String message) {
        return count(
                END,
                Tuple.tuple()
                        .addUUID(job)
                        .addUUID(node)
                        .addString(state)
                        .addLong(bytes)
                        .addString(evidence)
                        .addString(code)
                        .addString(message));
    }

    /** Not a byte has gone: QUEUED to be tried later, HELD or FAILED. */
    Uni<Integer> back(UUID job, UUID node, String state, String code, String message) {
        return count(BACK, Tuple.of(job, node, state, code, message));
    }

    /** Null if there is none. */
    Uni<PrintQueue.@Nullable Interrupted> interrupted(long printer) {
        return pool.preparedQuery(INTERRUPTED).execute(Tuple.of(printer)).map(rows -> {
            if (!rows.iterator().hasNext()) {
                return null;
            }
            Row row = rows.iterator().next();
            return new PrintQueue.Interrupted(row.getUUID("id"), row.getInteger("labels"), row.getLong("odometer"));
        });
    }

    Uni<Integer> counted(UUID job) {
        return count(COUNTED, Tuple.of(job));
    }

    Uni<Integer> sweep() {
        return count(SWEEP, Tuple.tuple());
    }

    Uni<Integer> fallBack(long printer, int patienceMillis) {
        return count(FALL_BACK, Tuple.of(printer, patienceMillis));
    }

    private Uni<Integer> count(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values).map(RowSet::rowCount);
    }

    private static PrintJob job(Row job, RowSet<Row> labels) {
        Map<String, String> payload = new HashMap<>();
        JsonObject stored = job.getJsonObject("payload");
        stored.forEach(field -> {
            if (field.getValue() != null) {
                payload.put(field.getKey(), field.getValue().toString());
            }
        });
        List<PrintJob.Piece> pieces = new ArrayList<>();
        labels.forEach(label -> pieces.add(new PrintJob.Piece(
                label.getString("serial"), label.getString("identity"), label.getInteger("reprint"))));
        return new PrintJob(
                job.getUUID("id"),
                job.getString("kind"),
                payload,
                job.getString("language"),
                job.getInteger("attempt"),
                pieces);
    }

    static Machine machine(Row row) {
        return new Machine(
                row.getLong("id"),
                row.getString("code"),
                row.getString("link"),
                Objects.requireNonNullElse(row.getString("host"), ""),
                Objects.requireNonNullElse(row.getInteger("port"), 0),
                row.getInteger("dpi"),
                row.getBigDecimal("width_mm"),
                row.getBigDecimal("height_mm"),
                row.getString("confirm"),
                row.getBoolean("off"),
                row.getString("health"));
    }
}
