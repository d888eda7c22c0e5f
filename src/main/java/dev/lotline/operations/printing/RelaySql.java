package dev.lotline.operations.printing;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Printers whose labels are fetched, and what was fetched. */
@Singleton
final class RelaySql {
    private static final String PRINTER = """
            SELECT id, code, link, host, port, dpi, width_mm, height_mm, confirm, NOT enabled OR paused_by IS NOT NULL AS off,
              health
            FROM printer WHERE code = $1 AND link = 'RELAY' AND relay = $2
            """;
    private static final String FETCHED = """
            SELECT p.id, p.code, p.link, p.host, p.port, p.dpi, p.width_mm, p.height_mm, p.confirm,
              NOT p.enabled OR p.paused_by IS NOT NULL AS off, p.health
            FROM print_job j JOIN printer p ON p.id = j.printer_id
            WHERE j.id = $1 AND p.link = 'RELAY' AND p.relay = $2
            """;
    private static final String KEEP = """
            UPDATE print_job SET lease_until = now() + interval '60 seconds' WHERE id = $1 AND lease_owner = $2
            """;
    private static final String STATE = "SELECT state FROM print_job WHERE id = $1";

    private final Pool pool;

    RelaySql(@ReactiveDataSource("printing") Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Machine> printer(String code, String relay) {
        return pool.preparedQuery(PRINTER).execute(Tuple.of(code, relay)).map(RelaySql::machine);
    }

    Uni<@Nullable Machine> fetched(UUID job, String relay) {
        return pool.preparedQuery(FETCHED).execute(Tuple.of(job, relay)).map(RelaySql::machine);
    }

    Uni<Void> keep(UUID job, UUID owner) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(job, owner)).replaceWithVoid();
    }

    Uni<String> state(UUID job) {
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(job))
                .map(rows -> rows.iterator().next().getString("state"));
    }

    private static @Nullable Machine machine(RowSet<Row> rows) {
        return rows.iterator().hasNext() ? QueueSql.machine(rows.iterator().next()) : null;
    }
}
