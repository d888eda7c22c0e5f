package dev.lotline.operations.printing.printers;

import dev.lotline.kernel.Scope;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody should look at: printers that keep labels waiting, labels of which nobody knows, queues that grow. */
@Singleton
public class PrintAlerts {
    /**
     * @param alert NOT_READY for two minutes with labels waiting, UNKNOWN_OLD for ten minutes, QUEUE_LONG with more than fifty
     *     jobs
     * @param printer null for labels that no printer has
     * @param jobs how many are concerned; of a long queue 51, as it is not counted further
     */
    public record Alert(
            String alert, String warehouse, @Nullable String printer, OffsetDateTime since, long jobs) {}

    private final AlertSql sql;

    PrintAlerts(@ReactiveDataSource("printing") Pool pool) {
        this.sql = new AlertSql(pool);
    }

    /** The oldest first, 200 at most. */
    public Uni<List<Alert>> of(Scope scope, @Nullable String warehouse) {
        return sql.alerts(scope, warehouse);
    }
}
