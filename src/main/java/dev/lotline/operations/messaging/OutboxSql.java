package dev.lotline.operations.messaging;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The outbox from its reading end, and the marks of those who read it. */
@Singleton
final class OutboxSql {
    private static final String MARK = "SELECT highest, finished, next FROM outbox_mark($1)";

    private static final String HOLD = """
            UPDATE relay SET holder = $2, held_until = now() + $3 * interval '1 millisecond'
            WHERE name = $1 AND (holder = $2 OR held_until < now()) RETURNING told_to
            """;
    private static final String LET_GO = """
            UPDATE relay SET holder = NULL, held_until = '-infinity' WHERE name = $1 AND holder = $2
            """;
    private static final String TOLD = """
            UPDATE relay SET told_to = $4, told = told + $5, told_at = CASE WHEN $5 > 0 THEN now() ELSE told_at END,
              failures = 0, failing_since = NULL, failure = NULL
            WHERE name = $1 AND holder IS NOT DISTINCT FROM $2 AND told_to = $3
            """;
    /** Nobody was to be told. What is passed over counts as told. */
    private static final String PASSED = """
            UPDATE relay SET told_to = $3, told_at = now(), failures = 0, failing_since = NULL, failure = NULL,
              told = told + (SELECT count(*) FROM outbox WHERE id > $2 AND id <= $3 AND topic <> 'lotline.label')
            WHERE name = $1 AND told_to = $2
            """;

    private static final String FAILED = """
            UPDATE relay SET failures = failures + 1, failing_since = coalesce(failing_since, now()),
              failure = left($3, 500)
            WHERE name = $1 AND holder = $2
            """;
    private static final String LOCKED = "SELECT told_to FROM relay WHERE name = $1 FOR UPDATE SKIP LOCKED";

    private static final String NEXT = """
            SELECT id, event_id, topic, recorded_at, warehouse, owner, sku, operation, data
            FROM outbox_next($1, $2, $3, $4)
            """;

    private static final String STATES = """
            SELECT r.name, r.told_to, r.told, r.told_at, r.holder, r.held_until > now() AS held, r.failures,
              r.failing_since, r.failure, w.waiting, w.oldest,
              coalesce(extract(epoch FROM now() - w.oldest), 0)::double precision AS lag_seconds
            FROM relay r, LATERAL (SELECT count(*) AS waiting, min(recorded_at) AS oldest FROM (
              SELECT recorded_at FROM outbox WHERE id > r.told_to AND topic <> 'lotline.label' ORDER BY id LIMIT $1) x) w
            ORDER BY r.name
            """;
    private static final String FORGET = "SELECT outbox_forget($1 * interval '1 second', $2) AS looked";

    /**
     * @param finished every transaction before it has ended
     * @param next everybody who has drawn a number up to {@code highest} is a transaction before it
     */
    record Mark(long highest, long finished, long next) {}

    private final Pool pool;

    OutboxSql(@ReactiveDataSource("messaging") Pool pool) {
        this.pool = pool;
    }

    Uni<Mark> mark(long known) {
        return pool.preparedQuery(MARK)
                .execute(Tuple.of(known))
                .map(OutboxSql::only)
                .map(row -> new Mark(row.getLong("highest"), row.getLong("finished"), row.getLong("next")));
    }

    /** How far it has come; null = another node holds it. */
    Uni<@Nullable Long> hold(String relay, UUID node, Duration lease) {
        return pool.preparedQuery(HOLD)
                .execute(Tuple.of(relay, node, lease.toMillis()))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong("told_to") : null);
    }

    Uni<Void> letGo(String relay, UUID node) {
        return pool.preparedQuery(LET_GO).execute(Tuple.of(relay, node)).replaceWithVoid();
    }

    Uni<List<OutboxEvent>> next(SqlClient db, long after, long upTo, int most) {
        return db.preparedQuery(NEXT)
                .execute(Tuple.of(after, upTo, most, Outbox.MOST_MOVES))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutboxSql::event)
                        .toList());
    }

    Uni<List<OutboxEvent>> next(long after, long upTo, int most) {
        return next(pool, after, upTo, most);
    }

    /** @param node null = the row was locked instead. False = the mark is not where the caller left it */
    Uni<Boolean> told(SqlClient db, String relay, @Nullable UUID node, long from, long to, int events) {
        return db.preparedQuery(TOLD)
                .execute(Tuple.of(relay, node, from, to, events))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Boolean> told(String relay, UUID node, long from, long to, int events) {
        return told(pool, relay, node, from, to, events);
    }

    /** The relay's row is locked by this transaction. */
    Uni<Void> passed(SqlClient db, String relay, long from, long to) {
        return db.preparedQuery(PASSED).execute(Tuple.of(relay, from, to)).replaceWithVoid();
    }

    Uni<Void> failed(String relay, UUID node, String failure) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(relay, node, failure))
                .replaceWithVoid();
    }

    <T> Uni<T> inTransaction(Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(work::apply);
    }

    /** How far it has come, locked to the end of the transaction; null = somebody else is at it. */
    Uni<@Nullable Long> locked(SqlClient db, String relay) {
        return db.preparedQuery(LOCKED)
                .execute(Tuple.of(relay))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong("told_to") : null);
    }

    Uni<List<Relay>> states(int most) {
        return pool.preparedQuery(STATES)
                .execute(Tuple.of(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutboxSql::relay)
                        .toList());
    }

    Uni<Integer> forget(Duration keep, int most) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) keep.toSeconds(), most))
                .map(OutboxSql::only)
                .map(row -> row.getInteger("looked"));
    }

    private static Row only(RowSet<Row> rows) {
        return rows.iterator().next();
    }

    private static OutboxEvent event(Row row) {
        return new OutboxEvent(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("warehouse"),
                row.getString("owner"),
                row.getString("sku"),
                row.getOffsetDateTime("recorded_at"),
                row.getString("operation"),
                row.getString("data"));
    }

    private static Relay relay(Row row) {
        return new Relay(
                row.getString("name"),
                row.getLong("told"),
                row.getOffsetDateTime("told_at"),
                row.getBoolean("held"),
                row.getLong("waiting"),
                row.getOffsetDateTime("oldest"),
                row.getDouble("lag_seconds"),
                row.getInteger("failures"),
                row.getOffsetDateTime("failing_since"),
                row.getString("failure"));
    }
}
