package dev.lotline.stock.since;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;

/**
 * From which transaction on a row counts as changed since a moment. Stamps of time can't tell: a row is stamped when its
 * transaction begins and seen when it ends, and who asked in between would never hear of it. So every few seconds the
 * oldest transaction that is still open is marked. Of a moment, the mark before it counts: whatever that transaction or a
 * later one wrote is told, what happened between the mark and the moment twice, and nothing never.
 */
@Singleton
public class ChangeMarks {
    private static final long EVERYTHING = 0;

    private final ChangeMarkSql sql;

    ChangeMarks(ChangeMarkSql sql) {
        this.sql = sql;
    }

    /**
     * The first transaction, as {@code stock_written_by} tells it of a row, whose writing may not have been visible at
     * that moment; 0 = nobody knows, take everything.
     */
    public Uni<Long> since(OffsetDateTime moment) {
        return sql.before(moment).map(mark -> mark == null ? EVERYTHING : mark);
    }

    /** Every few seconds, and whenever a mark is wanted at once. */
    @Scheduled(
            identity = "change-marks",
            every = "{lotline.change-mark.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> mark() {
        return sql.take();
    }
}
