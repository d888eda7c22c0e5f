package dev.lotline.edge.floor.raw;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Raw scans are kept for 30 days for diagnosis, those of silent devices too, and then forgotten. */
@Singleton
class Forgetting {
    private final ContextSql sql;

    Forgetting(ContextSql sql) {
        this.sql = sql;
    }

    @Scheduled(
            identity = "raw-scans-forgotten",
            every = "{lotline.scan.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Multi.createBy()
                .repeating()
                .uni(sql::forget)
                .until(deleted -> deleted == 0)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
