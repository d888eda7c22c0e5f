package dev.lotline.operations.messaging.webhooks;

import dev.lotline.operations.messaging.webhooks.Deliveries.Due;
import dev.lotline.operations.messaging.webhooks.Deliveries.Subscriber;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Messages to subscribers: put down with the mark of the outbox, taken, finished, looked at. */
@Singleton
final class DeliverySql {
    private static final String SUBSCRIBERS = """
            SELECT w.id, o.code AS owner, w.dialect, w.topics FROM webhook w LEFT JOIN owner o ON o.id = w.owner_id
            WHERE w.active ORDER BY w.id FOR NO KEY UPDATE OF w
            """;
    private static final String ADD = """
            WITH counted AS (
              UPDATE webhook SET deliveries = deliveries + cardinality($2::text[]) WHERE id = $1
              RETURNING deliveries - cardinality($2::text[]) AS before)
            INSERT INTO webhook_delivery (webhook_id, number, event_id, type, body)
            SELECT $1, c.before + e.ord, e.event_id, e.type, e.body
            FROM counted c, unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY e (event_id, type, body, ord)
            """;
    /** What became AVAILABLE or is it no longer, but for picks; and what is free of it in the whole house now. */
    private static final String ADJUSTED = """
            SELECT x.id, o.code AS owner, i.id AS item_id, i.sku, a.units, i.virtual_inventory = 'OPTIMISTIC' AS virtual,
              (SELECT greatest(0, sum(available - allocated - reserved)) FROM stock_summary WHERE item_id = i.id) AS free
            FROM outbox x, LATERAL (
              SELECT m.item_id, sum(CASE WHEN m.to_state = 'AVAILABLE' THEN m.quantity ELSE 0 END
                - CASE WHEN m.from_state = 'AVAILABLE' THEN m.quantity ELSE 0 END) AS units
              FROM movement m
              WHERE m.warehouse_id = x.warehouse_id AND m.recorded_at = x.recorded_at AND m.event_id = x.event_id
                AND 'PICKED' NOT IN (coalesce(m.from_state, ''), coalesce(m.to_state, ''))
              GROUP BY m.item_id) a
            JOIN item i ON i.id = a.item_id JOIN owner o ON o.id = i.owner_id
            WHERE x.id = ANY ($1) AND x.payload ? 'movements' AND a.units <> 0
            ORDER BY x.id, i.sku
            """;
    /** Of every subscriber so many at once, so that one that is slow keeps nobody waiting. */
    private static final String TAKE = """
            WITH due AS (
              SELECT d.id FROM webhook w, LATERAL (
                SELECT id FROM webhook_delivery WHERE webhook_id = w.id AND state = 'PENDING' AND next_try_at <= now()
                ORDER BY next_try_at, number
                LIMIT greatest(0, $3 - (SELECT count(*) FROM webhook_delivery WHERE webhook_id = w.id AND state = 'SENDING'))
                FOR UPDATE SKIP LOCKED) d
              WHERE w.active LIMIT $2)
            UPDATE webhook_delivery d SET state = 'SENDING', lease = $1, leased_until = now() + interval '30 seconds',
              attempts = attempts + 1
            FROM webhook w WHERE d.id IN (SELECT id FROM due) AND w.id = d.webhook_id
            RETURNING d.id, d.number, d.type, d.body, d.attempts, w.url, w.dialect, w.secret,
              CASE WHEN w.old_until > now() THEN w.old_secret END AS old_secret,
              floor(extract(epoch FROM now()))::bigint AS seconds
            """;

    private static final String DELIVERED = """
            UPDATE webhook_delivery SET state = 'DELIVERED', lease = NULL, leased_until = NULL, status = $3, failure = NULL,
              millis = $4, done_at = now() WHERE id = $1 AND lease = $2
            """;
    private static final String FAILED = """
            UPDATE webhook_delivery SET state = CASE WHEN $6::bigint IS NULL THEN 'FAILED' ELSE 'PENDING' END,
              lease = NULL, leased_until = NULL, status = $3, failure = left($4, 300), millis = $5,
              next_try_at = now() + coalesce($6::bigint, 0) * interval '1 millisecond',
              done_at = CASE WHEN $6::bigint IS NULL THEN now() END
            WHERE id = $1 AND lease = $2
            """;
    private static final String GONE = """
            UPDATE webhook SET active = false, stopped = '410 Gone', changed_by = 'webhooks', changed_at = now()
            WHERE id = (SELECT webhook_id FROM webhook_delivery WHERE id = $1) AND active
            """;
    private static final String SWEEP = """
            UPDATE webhook_delivery SET state = 'PENDING', lease = NULL, leased_until = NULL, failure = 'INTERRUPTED'
            WHERE state = 'SENDING' AND leased_until < now()
            """;
    private static final String FORGET = """
            DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery
              WHERE done_at < now() - $1 * interval '1 second' ORDER BY done_at LIMIT $2)
            """;
    private static final String PAGE = """
            SELECT d.* FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
            WHERE w.code = $1 AND ($2::text IS NULL OR d.state = $2) AND ($3 = 0 OR d.number < $3)
            ORDER BY d.number DESC LIMIT $4
            """;
    private static final String REPLAY = """
            UPDATE webhook_delivery d SET state = 'PENDING', attempts = 0, next_try_at = now(), done_at = NULL,
              failure = NULL, status = NULL
            FROM webhook w WHERE w.id = d.webhook_id AND w.code = $1 AND d.id = $2 AND d.state IN ('DELIVERED', 'FAILED')
            """;
    private static final String FAILED_LATELY = """
            SELECT count(*) AS failed FROM (SELECT FROM webhook_delivery
              WHERE done_at > now() - interval '1 day' AND state = 'FAILED' LIMIT 1000) f
            """;

    private final Pool pool;

    DeliverySql(@ReactiveDataSource("messaging") Pool pool) {
        this.pool = pool;
    }

    Uni<List<Subscriber>> subscribers(SqlClient db) {
        return rows(
                db.preparedQuery(SUBSCRIBERS).execute(),
                row -> new Subscriber(
                        row.getLong("id"),
                        row.getString("owner"),
                        row.getString("dialect"),
                        List.of(Objects.requireNonNull(row.getArrayOfStrings("topics")))));
    }

    Uni<Void> add(SqlClient db, long subscriber, List<Deliveries.New> messages) {
        return db.preparedQuery(ADD)
                .execute(Tuple.of(
                        subscriber,
                        messages.stream().map(Deliveries.New::event).toArray(String[]::new),
                        messages.stream().map(Deliveries.New::type).toArray(String[]::new),
                        messages.stream().map(Deliveries.New::body).toArray(String[]::new)))
                .replaceWithVoid();
    }

    Uni<List<Adjusted>> adjusted(SqlClient db, Long[] events) {
        return rows(
                db.preparedQuery(ADJUSTED).execute(Tuple.tuple().addArrayOfLong(events)),
                row -> new Adjusted(
                        row.getLong("id"),
                        row.getString("owner"),
                        row.getLong("item_id"),
                        row.getString("sku"),
                        row.getBigDecimal("units"),
                        row.getBigDecimal("free"),
                        row.getBoolean("virtual")));
    }

    Uni<List<Due>> take(UUID node, int most, int mostOfOne) {
        return rows(
                pool.preparedQuery(TAKE).execute(Tuple.of(node, most, mostOfOne)),
                row -> new Due(
                        row.getUUID("id"),
                        row.getLong("number"),
                        row.getString("type"),
                        row.getString("body"),
                        row.getInteger("attempts"),
                        row.getString("url"),
                        row.getString("dialect"),
                        bytes(row, "secret"),
                        row.getBuffer("old_secret") == null ? null : bytes(row, "old_secret"),
                        row.getLong("seconds")));
    }

    Uni<Void> delivered(UUID id, UUID node, int status, int millis) {
        return run(DELIVERED, Tuple.of(id, node, status, millis)).replaceWithVoid();
    }

    /** @param pauseMillis null = it is given up */
    Uni<Void> failed(
            UUID id, UUID node, @Nullable Integer status, String failure, int millis, @Nullable Long pauseMillis) {
        return run(FAILED, Tuple.of(id, node, status, failure, millis, pauseMillis))
                .replaceWithVoid();
    }

    Uni<Void> gone(UUID id) {
        return run(GONE, Tuple.of(id)).replaceWithVoid();
    }

    Uni<Void> sweep() {
        return run(SWEEP, Tuple.tuple()).replaceWithVoid();
    }

    Uni<Integer> forget(long seconds, int most) {
        return run(FORGET, Tuple.of((double) seconds, most));
    }

    Uni<List<Delivery>> page(String webhook, @Nullable String state, long before, int most) {
        return rows(pool.preparedQuery(PAGE).execute(Tuple.of(webhook, state, before, most)), DeliverySql::delivery);
    }

    Uni<Integer> replay(String webhook, UUID id) {
        return run(REPLAY, Tuple.of(webhook, id));
    }

    Uni<Long> failedLately() {
        return pool.preparedQuery(FAILED_LATELY)
                .execute()
                .map(rows -> rows.iterator().next().getLong("failed"));
    }

    private Uni<Integer> run(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values).map(RowSet::rowCount);
    }

    private static <T> Uni<List<T>> rows(Uni<RowSet<Row>> found, Function<Row, T> each) {
        return found.map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(each).toList());
    }

    private static byte[] bytes(Row row, String column) {
        return row.getBuffer(column).getBytes();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("state"),
                row.getInteger("attempts"),
                row.getString("state").equals("PENDING") ? row.getOffsetDateTime("next_try_at") : null,
                row.getInteger("status"),
                row.getString("failure"),
                row.getInteger("millis"),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("done_at"));
    }
}
