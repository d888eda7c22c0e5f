package dev.lotline.operations.printing.printers;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.PrintAlerts.Alert;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Alerts, read from what stands in the tables anyhow. */
final class AlertSql {
    private static final String ALERTS = """
            SELECT a.*, w.code AS warehouse FROM (
              SELECT 'NOT_READY' AS alert, p.warehouse_id, p.code AS printer, p.not_ready_since AS since,
                (SELECT count(*) FROM print_job j WHERE j.printer_id = p.id AND j.state = 'QUEUED') AS jobs
              FROM printer p WHERE p.enabled AND p.paused_by IS NULL AND p.not_ready_since < now() - interval '2 minutes'
              UNION ALL
              SELECT 'QUEUE_LONG', p.warehouse_id, p.code, q.since, q.jobs FROM printer p CROSS JOIN LATERAL (
                SELECT count(*) AS jobs, min(created_at) AS since FROM (SELECT created_at FROM print_job j
                  WHERE j.printer_id = p.id AND j.state = 'QUEUED' ORDER BY priority, id LIMIT 51) first) q
              WHERE q.jobs > 50
              UNION ALL
              SELECT 'UNKNOWN_OLD', j.warehouse_id, p.code, min(j.changed_at), count(*)
              FROM print_job j LEFT JOIN printer p ON p.id = j.printer_id
              WHERE j.state IN ('HELD', 'UNKNOWN', 'FAILED') AND j.state = 'UNKNOWN'
                AND j.changed_at < now() - interval '10 minutes'
              GROUP BY j.warehouse_id, p.code) a
            JOIN warehouse w ON w.id = a.warehouse_id
            WHERE a.jobs > 0 AND ($1::text[] IS NULL OR w.code = ANY ($1::text[])) AND ($2::text IS NULL OR w.code = $2)
            ORDER BY since, alert, printer LIMIT 200
            """;

    private final Pool pool;

    AlertSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Alert>> alerts(Scope scope, @Nullable String warehouse) {
        return pool.preparedQuery(ALERTS)
                .execute(Tuple.tuple().addArrayOfString(scope.warehouseCodes()).addString(warehouse))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Alert(
                                row.getString("alert"),
                                row.getString("warehouse"),
                                row.getString("printer"),
                                row.getOffsetDateTime("since"),
                                row.getLong("jobs")))
                        .toList());
    }
}
