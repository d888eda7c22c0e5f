package dev.lotline.operations.ordering;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Kits that still wait although all their components are there. Goods that arrive drain into them at once, unless the
 * gate of another component is busy at that very moment; then it happens here.
 */
@Singleton
final class KitWatch {
    private final Pool pool;
    private final OrderSql sql;

    KitWatch(Pool pool, OrderSql sql) {
        this.pool = pool;
        this.sql = sql;
    }

    @Scheduled(identity = "kits-that-wait", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> again() {
        return sql.retryKits(pool).replaceWithVoid();
    }
}
