package dev.lotline.stock.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Group commit: the scans that wait while the last batch commits are the next batch. */
@Singleton
class PostingQueue {
    private final GroupCall<Posting, Posted> scans;

    PostingQueue(
            LedgerSql sql,
            MeterRegistry meters,
            @ConfigProperty(name = "lotline.posting.writers", defaultValue = "2") int writers,
            @ConfigProperty(name = "lotline.posting.batch", defaultValue = "64") int batchSize,
            @ConfigProperty(name = "lotline.posting.queue", defaultValue = "2048") int capacity) {
        this.scans = new GroupCall<>(writers, batchSize, capacity, sql::post);
        meters.gauge("lotline.posting.waiting", scans, GroupCall::waiting);
    }

    Uni<Posted> post(Posting posting) {
        return scans.ask(posting);
    }
}
