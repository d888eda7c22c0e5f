package dev.lotline.stock.ledger;

import dev.lotline.kernel.work.Pace;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Group commit: the scans that wait while the last batch is posted are the next batch. They ask together what they must
 * know and are decided while the last batch is still on its way, and are posted together when it is their turn.
 */
@Singleton
class PostingQueue {
    private final LookupSql lookups;
    private final Pace pace;
    private final LedgerSql sql;
    private final GroupCall<Scan, Posted> scans;
    private final Turns posting;

    PostingQueue(
            LookupSql lookups,
            LedgerSql sql,
            Pace pace,
            MeterRegistry meters,
            @ConfigProperty(name = "lotline.posting.writers", defaultValue = "1") int writers,
            @ConfigProperty(name = "lotline.posting.batch", defaultValue = "64") int batchSize,
            @ConfigProperty(name = "lotline.posting.queue", defaultValue = "2048") int capacity) {
        this.lookups = lookups;
        this.pace = pace;
        this.sql = sql;
        this.scans = new GroupCall<>(writers + 1, batchSize, capacity, this::batch);
        this.posting = new Turns(writers);
        meters.gauge("lotline.posting.waiting", scans, GroupCall::waiting);
    }

    Uni<Posted> post(Scan scan) {
        return scans.ask(scan);
    }

    private Uni<List<Posted>> batch(List<Scan> batch) {
        return lookups.postings(batch)
                .chain(decided -> posting.take(sql.post(decided)))
                .invoke(booked -> pace.ended(scans.underWay() - booked.size(), booked.size(), System.nanoTime()));
    }
}
