package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Group commit: what is waiting while the last batch commits is the next batch. No timer, a stated bound, and every
 * waiting request is answered on every path.
 */
@Singleton
class PostingQueue {
    private record Waiting(Posting posting, UniEmitter<? super Posted> caller) {}

    private final LedgerSql sql;
    private final int writers;
    private final int batchSize;
    private final ArrayBlockingQueue<Waiting> waiting;
    private final AtomicInteger busy = new AtomicInteger();

    PostingQueue(
            LedgerSql sql,
            MeterRegistry meters,
            @ConfigProperty(name = "lotline.posting.writers", defaultValue = "2") int writers,
            @ConfigProperty(name = "lotline.posting.batch", defaultValue = "64") int batchSize,
            @ConfigProperty(name = "lotline.posting.queue", defaultValue = "2048") int capacity) {
        this.sql = sql;
        this.writers = writers;
        this.batchSize = batchSize;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        meters.gaugeCollectionSize("lotline.posting.waiting", List.of(), waiting);
    }

    Uni<Posted> post(Posting posting) {
        return Uni.createFrom().emitter(caller -> {
            if (!waiting.offer(new Waiting(posting, caller))) {
                caller.fail(Refusal.of(RefusalCode.OVERLOADED));
                return;
            }
            startWriter();
        });
    }

    /** Takes a free writer if there is one; a busy one looks into the queue again when it has committed. */
    private void startWriter() {
        int running = busy.get();
        while (running < writers) {
            if (busy.compareAndSet(running, running + 1)) {
                writeNext();
                return;
            }
            running = busy.get();
        }
    }

    private void writeNext() {
        List<Waiting> batch = new ArrayList<>(batchSize);
        waiting.drainTo(batch, batchSize);
        if (batch.isEmpty()) {
            busy.decrementAndGet();
            if (!waiting.isEmpty()) {
                startWriter();
            }
            return;
        }
        write(batch).subscribe().with(done -> writeNext(), fault -> {
            Log.error("posting queue: a batch ended in a fault that no caller was told", fault);
            batch.forEach(lost -> lost.caller().fail(fault));
            writeNext();
        });
    }

    private Uni<Void> write(List<Waiting> batch) {
        JsonArray json = new JsonArray();
        for (int n = 0; n < batch.size(); n++) {
            json.add(batch.get(n).posting().json(n));
        }
        return sql.post(json)
                .onItem()
                .invoke(rows -> answer(batch, rows))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(fault -> apart(batch, fault));
    }

    /** A call that failed as a whole is split in halves and tried again, so that one poison scan fails alone. */
    private Uni<Void> apart(List<Waiting> batch, Throwable fault) {
        Throwable told = Faults.told(fault);
        if (batch.size() == 1 || !Faults.mayBeOneScan(fault)) {
            if (!(told instanceof Refusal)) {
                Log.error("posting failed", fault);
            }
            batch.forEach(lost -> lost.caller().fail(told));
            return Uni.createFrom().voidItem();
        }
        int half = batch.size() / 2;
        return write(batch.subList(0, half)).chain(() -> write(batch.subList(half, batch.size())));
    }

    private static void answer(List<Waiting> batch, RowSet<Row> rows) {
        int n = 0;
        for (Row row : rows) {
            Waiting scan = batch.get(n++);
            try {
                scan.caller().complete(Ledger.posted(row, row.getString("language")));
            } catch (RuntimeException fault) {
                scan.caller().fail(fault);
            }
        }
        while (n < batch.size()) {
            batch.get(n++).caller().fail(new IllegalStateException("ledger_post answered fewer rows than scans"));
        }
    }
}
