package dev.lotline.operations.messaging.inbox;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What came in, and what of it was no good. */
@Singleton
final class InboxSql {
    private static final String KNOWN = "SELECT body_hash FROM inbox WHERE channel = $1 AND message_id = $2";
    private static final String DONE = """
            INSERT INTO inbox (channel, message_id, body_hash, code) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """;
    private static final String DEAD = """
            INSERT INTO dead_letter (channel, message_id, code, field, detail, body) VALUES ($1, $2, $3, $4, $5, $6)
            """;
    /** Of no warehouse: it is told with those of the first one. */
    private static final String TELL = """
            INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
            SELECT coalesce(min(id), 0), $1, 'lotline.dead-letter', 'dead-letter', $2 FROM warehouse
            """;

    private static final String PAGE = """
            SELECT id, channel, message_id, code, field, detail, body, recorded_at FROM dead_letter
            WHERE $1 = 0 OR id < $1 ORDER BY id DESC LIMIT $2
            """;
    private static final String LATELY = """
            SELECT count(*) AS letters FROM (SELECT FROM dead_letter WHERE recorded_at > now() - interval '1 day'
              LIMIT 1000) d
            """;
    private static final String FORGET = """
            WITH letters AS (DELETE FROM dead_letter WHERE id IN (SELECT id FROM dead_letter
              WHERE recorded_at < now() - $1 * interval '1 second' ORDER BY recorded_at LIMIT $2))
            DELETE FROM inbox WHERE (channel, message_id) IN (SELECT channel, message_id FROM inbox
              WHERE done_at < now() - $1 * interval '1 second' ORDER BY done_at LIMIT $2)
            """;

    private final Pool pool;

    InboxSql(@ReactiveDataSource("messaging") Pool pool) {
        this.pool = pool;
    }

    /** The hash of the message that was here under this id; null = none was. */
    Uni<byte @Nullable []> known(String channel, String id) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(channel, id))
                .map(rows -> rows.iterator().hasNext()
                        ? rows.iterator().next().getBuffer("body_hash").getBytes()
                        : null);
    }

    Uni<Void> done(String channel, String id, byte[] hash) {
        return done(pool, channel, id, hash, null);
    }

    private static Uni<Void> done(SqlClient db, String channel, String id, byte[] hash, @Nullable String code) {
        return db.preparedQuery(DONE)
                .execute(Tuple.tuple()
                        .addString(channel)
                        .addString(id)
                        .addBuffer(Buffer.buffer(hash))
                        .addString(code))
                .replaceWithVoid();
    }

    /** Kept, told and done with, all or nothing. */
    Uni<Void> dead(
            String channel, String id, byte[] hash, String code, @Nullable String field, String detail, String body) {
        JsonObject told = new JsonObject()
                .put("operation", "DEAD_LETTER")
                .put("channel", channel)
                .put("message", id)
                .put("code", code)
                .put("field", field)
                .put("detail", detail)
                .put("body", body);
        return pool.withTransaction(db -> db.preparedQuery(DEAD)
                .execute(Tuple.of(channel, id, code, field, detail, body))
                .chain(() -> db.preparedQuery(TELL).execute(Tuple.of(UUID.randomUUID(), told)))
                .chain(() -> done(db, channel, id, hash, code)));
    }

    Uni<List<DeadLetter>> page(long before, int most) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(before, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(InboxSql::letter)
                        .toList());
    }

    Uni<Long> lately() {
        return pool.preparedQuery(LATELY)
                .execute()
                .map(rows -> rows.iterator().next().getLong("letters"));
    }

    Uni<Integer> forget(long seconds, int most) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) seconds, most))
                .map(RowSet::rowCount);
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("message_id"),
                row.getString("code"),
                row.getString("field"),
                row.getString("detail"),
                row.getString("body"),
                row.getOffsetDateTime("recorded_at"));
    }
}
