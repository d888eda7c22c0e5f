package dev.lotline.operations.printing.scans;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Labels as scanners see them, on the connections of the scans: printing has too few to make anybody wait. */
@Singleton
final class LabelScanSql {
    private static final String STATE = "SELECT state FROM label WHERE warehouse_id = $1 AND serial = $2";
    private static final String NOT_KNOWN_YET = """
            SELECT job_id FROM label
            WHERE warehouse_id = $1 AND (serial = $2 OR identity = $3 AND NOT extra) AND state IN ('SENT', 'ASSUMED', 'UNKNOWN')
            """;
    /** Whoever sees the last label of a job waits for who sees the last but one. */
    private static final String ONE_AT_A_TIME = "SELECT FROM print_job WHERE id = $1 FOR UPDATE";

    private static final String SEEN = """
            UPDATE label SET state = 'CONFIRMED', evidence = 'SCAN', confirmed_at = now(), confirmed_by = $3
            WHERE warehouse_id = $1 AND (serial = $2 OR identity = $4 AND NOT extra) AND state IN ('SENT', 'ASSUMED', 'UNKNOWN')
            """;
    private static final String ALL_SEEN = """
            UPDATE print_job j SET state = 'CONFIRMED', evidence = 'SCAN', code = NULL, message = NULL, changed_by = $2
            WHERE id = $1 AND state IN ('SENT', 'ASSUMED', 'UNKNOWN')
              AND NOT EXISTS (SELECT FROM label l WHERE l.job_id = j.id AND l.state NOT IN ('CONFIRMED', 'VOIDED'))
            """;
    /** Taken over from a scan that counts nothing: refused, warned, undone, or never come to an end. */
    private static final String CLAIM = """
            INSERT INTO label_count AS c (warehouse_id, serial, document, event_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (warehouse_id, serial, document) DO UPDATE SET event_id = excluded.event_id, claimed_at = now()
            WHERE c.event_id = excluded.event_id OR $5
              OR EXISTS (SELECT FROM scan_event e WHERE e.warehouse_id = c.warehouse_id AND e.id = c.event_id
                AND (e.verdict = 'REFUSED' OR e.code IN ('LABEL_VOIDED', 'LABEL_ALREADY_COUNTED')))
              OR EXISTS (SELECT FROM scan_event u WHERE u.warehouse_id = c.warehouse_id AND u.undo_of = c.event_id
                AND u.verdict <> 'REFUSED')
              OR c.claimed_at < now() - interval '1 minute' AND NOT EXISTS (SELECT FROM scan_event e
                WHERE e.warehouse_id = c.warehouse_id AND e.id = c.event_id)
            """;

    private final Pool pool;

    LabelScanSql(Pool pool) {
        this.pool = pool;
    }

    /** Null if it is no label of this warehouse. */
    Uni<@Nullable String> state(long warehouse, String serial) {
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(warehouse, serial))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getString("state") : null);
    }

    /** A scanner has seen it; with its last label the job is confirmed. Nothing is written of what is known. */
    Uni<Void> seen(long warehouse, @Nullable String serial, @Nullable String plate, String by) {
        return pool.preparedQuery(NOT_KNOWN_YET)
                .execute(Tuple.of(warehouse, serial, plate))
                .chain(rows -> {
                    for (Row row : rows) {
                        return confirmed(row.getUUID("job_id"), Tuple.of(warehouse, serial, by, plate), by);
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> confirmed(UUID job, Tuple label, String by) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(ONE_AT_A_TIME)
                .execute(Tuple.of(job))
                .chain(() -> connection.preparedQuery(SEEN).execute(label))
                .chain(() -> connection.preparedQuery(ALL_SEEN).execute(Tuple.of(job, by)))
                .replaceWithVoid());
    }

    /** True if this scan is the one that counts the label in the document. */
    Uni<Boolean> claim(long warehouse, String serial, String document, UUID event, boolean anyway) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(warehouse, serial, document, event, anyway))
                .map(rows -> rows.rowCount() == 1);
    }
}
