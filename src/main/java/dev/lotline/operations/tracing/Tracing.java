package dev.lotline.operations.tracing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlClientHelper;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * One up, one down, for lots, license plates, holds, receiving orders and orders. A receiving order shows what it brought and everything
 * that left of its lots since; an order shows what it took and every receipt of its lots until then: units of one lot
 * are alike, so between the two no unit is told from another. Goods without lot are not traced.
 */
@Singleton
public class Tracing {
    private static final int CHUNK = 500;
    private static final String DIGITS = "[0-9]{1,18}";

    private final SubjectSql subjects;
    private final TraceSql sql;
    private final Pool pool;

    Tracing(SubjectSql subjects, TraceSql sql, Pool pool) {
        this.subjects = subjects;
        this.sql = sql;
        this.pool = pool;
    }

    /** What may be traced, found within a scope. */
    public final class Trace {
        private final TraceSubject subject;
        private final Scope scope;

        private Trace(TraceSubject subject, Scope scope) {
            this.subject = subject;
            this.scope = scope;
        }

        /** At most {@code limit} events behind this lot and movement, lot by lot in the order of the ledger. */
        public Uni<List<TraceEvent>> events(long afterLot, long afterMovement, int limit) {
            return pool.withTransaction(db ->
                    sql.openSnapshot(db).chain(() -> sql.events(db, subject, scope, afterLot, afterMovement, limit)));
        }

        /** All events as of one moment, chunk by chunk as they are asked for; holds a connection meanwhile. */
        public Multi<List<TraceEvent>> all() {
            return SqlClientHelper.inTransactionMulti(
                    pool, db -> sql.openSnapshot(db).onItem().transformToMulti(ready -> chunks(db)));
        }

        /** At most {@code limit} sums by party, behind this key. */
        public Uni<List<TraceParty>> parties(String after, int limit) {
            return pool.withTransaction(db -> sql.parties(db, subject, scope, after, limit));
        }

        private Multi<List<TraceEvent>> chunks(SqlClient db) {
            return Multi.createBy()
                    .repeating()
                    .uni(
                            Place::new,
                            place -> sql.events(db, subject, scope, place.lot, place.movement, CHUNK)
                                    .invoke(place::behind))
                    .whilst(rows -> rows.size() == CHUNK);
        }
    }

    /** How far a file has come. */
    private static final class Place {
        private long lot;
        private long movement;

        void behind(List<TraceEvent> rows) {
            if (!rows.isEmpty()) {
                TraceEvent last = rows.get(rows.size() - 1);
                lot = last.lotId();
                movement = last.movement();
            }
        }
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT. */
    public Uni<Trace> lot(String owner, String sku, String lotId, Scope scope) {
        scope.requireOwner(owner);
        if (!lotId.matches(DIGITS)) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lotId);
        }
        return subjects.lot(owner, sku, Long.parseLong(lotId)).map(subject -> new Trace(subject, scope));
    }

    /** The lots that stand on a plate now. Ends with UNKNOWN_WAREHOUSE, UNKNOWN_PLATE. */
    public Uni<Trace> plate(String warehouse, String code, Scope scope) {
        scope.requireWarehouse(warehouse);
        return subjects.plate(warehouse, code, scope).map(subject -> new Trace(subject, scope));
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    public Uni<Trace> hold(String id, Scope scope) {
        if (!id.matches(DIGITS)) {
            throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "hold", id);
        }
        return subjects.hold(Long.parseLong(id), scope).map(subject -> new Trace(subject, scope));
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    public Uni<Trace> receivingOrder(String owner, String reference, Scope scope) {
        scope.requireOwner(owner);
        return subjects.receivingOrder(owner, reference, scope).map(subject -> new Trace(subject, scope));
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_DOCUMENT. */
    public Uni<Trace> order(String owner, String reference, Scope scope) {
        scope.requireOwner(owner);
        return subjects.order(owner, reference, scope).map(subject -> new Trace(subject, scope));
    }
}
