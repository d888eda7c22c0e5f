package dev.lotline.stock.ledger.invariant;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the books whether they hold: every invariant, all of one snapshot, one after the other on one connection. Finds,
 * never repairs; a violation takes nothing out of service.
 */
@Singleton
public class Invariants {
    private final InvariantSql sql;
    private final Pool pool;
    private volatile List<Invariant> last = List.of();
    private @Nullable Uni<List<Invariant>> running;
    private @Nullable Uni<List<Invariant>> waiting;

    Invariants(InvariantSql sql, Pool pool) {
        this.sql = sql;
        this.pool = pool;
    }

    /** What the last run found; empty when there was none. */
    public List<Invariant> known() {
        return last;
    }

    /** What the last run found; runs once when there was none. */
    public Uni<List<Invariant>> last() {
        return last.isEmpty() ? run() : Uni.createFrom().item(last);
    }

    /**
     * Runs them all on a snapshot that is taken after this call. There is one run at a time and at most one behind it;
     * whoever comes while one is running shares the one behind it.
     */
    public Uni<List<Invariant>> run() {
        return Uni.createFrom().deferred(this::turn);
    }

    private synchronized Uni<List<Invariant>> turn() {
        if (waiting == null) {
            Uni<List<Invariant>> before = running == null ? Uni.createFrom().item(List.of()) : running;
            waiting = before.onFailure()
                    .recoverWithItem(List.of())
                    .invoke(this::begin)
                    .chain(this::snapshot)
                    .onTermination()
                    .invoke(this::end)
                    .memoize()
                    .indefinitely();
        }
        return waiting;
    }

    private synchronized void begin() {
        running = waiting;
        waiting = null;
    }

    private synchronized void end() {
        running = null;
    }

    private Uni<List<Invariant>> snapshot() {
        return pool.withTransaction(connection -> sql.openSnapshot(connection)
                        .chain(moment -> Multi.createFrom()
                                .iterable(sql.questions())
                                .onItem()
                                .transformToUniAndConcatenate(question -> sql.ask(connection, question, moment))
                                .collect()
                                .asList()))
                .invoke(found -> last = found);
    }
}
