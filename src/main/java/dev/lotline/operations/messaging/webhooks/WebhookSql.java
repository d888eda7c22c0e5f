package dev.lotline.operations.messaging.webhooks;

import dev.lotline.kernel.Scope;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of subscriptions. */
@Singleton
final class WebhookSql {
    private static final String COLUMNS = """
            SELECT w.code, w.url, w.dialect, o.code AS owner, w.topics, w.active, w.stopped,
              CASE WHEN w.old_until > now() THEN w.old_until END AS old_until, w.changed_by, w.changed_at
            FROM webhook w LEFT JOIN owner o ON o.id = w.owner_id
            WHERE w.deleted_at IS NULL AND ($1::text[] IS NULL OR o.code = ANY ($1::text[]))
            """;
    private static final String ONE = COLUMNS + " AND w.code = $2";
    private static final String PAGE = COLUMNS + " AND w.code > $2 ORDER BY w.code LIMIT $3";
    private static final String KNOWN = """
            SELECT (SELECT count(*) FROM webhook WHERE deleted_at IS NULL AND code <> $1) AS others,
              (SELECT id FROM owner WHERE code = $2) AS owner_id,
              EXISTS (SELECT FROM webhook w LEFT JOIN owner o ON o.id = w.owner_id WHERE w.code = $1
                AND (w.deleted_at IS NOT NULL OR $3::text[] IS NOT NULL
                  AND (o.code IS NULL OR o.code <> ALL ($3::text[])))) AS foreign
            """;
    private static final String PUT = """
            INSERT INTO webhook (code, owner_id, url, dialect, topics, active, secret, changed_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (code) DO UPDATE SET owner_id = excluded.owner_id, url = excluded.url, dialect = excluded.dialect,
              topics = excluded.topics, active = excluded.active, changed_by = excluded.changed_by, changed_at = now(),
              stopped = NULL
            RETURNING xmax = 0 AS created
            """;
    private static final String ROTATE = """
            UPDATE webhook SET old_secret = secret, old_until = now() + interval '24 hours', secret = $2, changed_by = $3,
              changed_at = now() WHERE code = $1 AND deleted_at IS NULL
            """;
    private static final String DELETE = """
            UPDATE webhook SET deleted_at = now(), active = false, changed_by = $2, changed_at = now()
            WHERE code = $1 AND deleted_at IS NULL
            """;

    /** @param foreign it is another's, or was deleted: the code is taken */
    record Known(long others, @Nullable Long owner, boolean foreign) {}

    private final Pool pool;

    WebhookSql(@ReactiveDataSource("messaging") Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Webhook> one(String code, Scope scope) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.tuple().addArrayOfString(scope.ownerCodes()).addString(code))
                .map(rows -> rows.iterator().hasNext() ? webhook(rows.iterator().next()) : null);
    }

    Uni<List<Webhook>> page(String after, int most, Scope scope) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addArrayOfString(scope.ownerCodes())
                        .addString(after)
                        .addInteger(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WebhookSql::webhook)
                        .toList());
    }

    Uni<Known> known(String code, @Nullable String owner, Scope scope) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.tuple().addString(code).addString(owner).addArrayOfString(scope.ownerCodes()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Known(row.getLong("others"), row.getLong("owner_id"), row.getBoolean("foreign")));
    }

    /** True = it is new, and the secret is its. */
    Uni<Boolean> put(String code, @Nullable Long owner, WebhookSpec spec, byte[] secret, String by) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addString(code)
                        .addLong(owner)
                        .addString(spec.url())
                        .addString(spec.dialect())
                        .addArrayOfString(spec.topics().toArray(String[]::new))
                        .addBoolean(spec.active())
                        .addBuffer(Buffer.buffer(secret))
                        .addString(by))
                .map(rows -> rows.iterator().next().getBoolean("created"));
    }

    Uni<Void> rotate(String code, byte[] secret, String by) {
        return pool.preparedQuery(ROTATE)
                .execute(Tuple.tuple()
                        .addString(code)
                        .addBuffer(Buffer.buffer(secret))
                        .addString(by))
                .replaceWithVoid();
    }

    Uni<Void> delete(String code, String by) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(code, by)).replaceWithVoid();
    }

    private static Webhook webhook(Row row) {
        return new Webhook(
                row.getString("code"),
                row.getString("url"),
                row.getString("dialect"),
                row.getString("owner"),
                List.of(Objects.requireNonNull(row.getArrayOfStrings("topics"))),
                row.getBoolean("active"),
                row.getString("stopped"),
                row.getOffsetDateTime("old_until"),
                row.getString("changed_by"),
                row.getOffsetDateTime("changed_at"));
    }
}
