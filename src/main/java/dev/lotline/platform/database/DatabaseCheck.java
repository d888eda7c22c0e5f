package dev.lotline.platform.database;

import dev.lotline.platform.StartRefused;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start on a database that could lose what it acknowledged, or that Lotline can't work with. Asked on a
 * connection of the pool, so that settings of the role and the database count. The embedded database is no exception.
 */
@Singleton
final class DatabaseCheck {
    /** Before it is migrated. */
    private static final int FIRST = -2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SETTINGS = """
            SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
              current_setting('synchronous_commit') AS synchronous_commit,
              current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding,
              pg_is_in_recovery() AS in_recovery, current_setting('default_transaction_read_only') = 'on' AS read_only,
              current_setting('default_transaction_isolation') AS isolation
            """;

    private final Pool pool;
    private final boolean allowUnsafe;

    DatabaseCheck(Pool pool, @ConfigProperty(name = "lotline.durability.allow-unsafe") boolean allowUnsafe) {
        this.pool = pool;
        this.allowUnsafe = allowUnsafe;
    }

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        DatabaseSettings settings = settings();
        List<String> problems = new ArrayList<>(settings.otherProblems());
        if (allowUnsafe && LaunchMode.current().isDevOrTest()) {
            settings.durabilityProblems().forEach(Log::warn);
        } else {
            problems.addAll(settings.durabilityProblems());
        }
        if (!problems.isEmpty()) {
            throw new StartRefused(problems.get(0));
        }
    }

    private DatabaseSettings settings() {
        Row row = pool.query(SETTINGS)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        return new DatabaseSettings(
                row.getString("fsync"),
                row.getString("full_page_writes"),
                row.getString("synchronous_commit"),
                row.getInteger("version"),
                row.getString("encoding"),
                row.getBoolean("in_recovery"),
                row.getBoolean("read_only"),
                row.getString("isolation"));
    }
}
