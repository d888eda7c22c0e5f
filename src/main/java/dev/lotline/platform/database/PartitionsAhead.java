package dev.lotline.platform.database;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Keeps the ledger's partitions three months ahead, at start and daily. A month without one would still be written, into
 * the default partition.
 */
@Singleton
final class PartitionsAhead {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One transaction: nodes that start together on the first of a month make the partition one after the other. */
    private static final String MAKE = """
            SELECT pg_advisory_xact_lock(hashtextextended('movement_partitions', 0)); SELECT movement_partitions(3)
            """;

    private final Pool pool;

    PartitionsAhead(Pool pool) {
        this.pool = pool;
    }

    void atStart(@Observes StartupEvent start) {
        daily().await().atMost(PATIENCE);
    }

    @Scheduled(identity = "movement-partitions", every = "24h", delayed = "24h")
    Uni<Void> daily() {
        return pool.query(MAKE).execute().replaceWithVoid();
    }
}
