package dev.lotline.platform.session;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.platform.security.Capabilities;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tables of people and of their sessions. */
@Singleton
final class SessionSql {
    private static final String PERSON = """
            SELECT id, password_hash, coalesce(locked_until > now(), false) AS locked FROM person
            WHERE name = $1 AND disabled_at IS NULL
            """;

    /** Five wrong ones: half a minute, then twice as long each time, a quarter of an hour at most. */
    private static final String FAILED = """
            UPDATE person SET failures = failures + 1, locked_until = CASE WHEN failures >= 4
              THEN now() + least(interval '15 minutes', interval '30 seconds' * power(2, least(failures - 4, 10))) END
            WHERE id = $1
            """;

    /** Sessions that nobody can use any more go with the next one that is opened. */
    private static final String OPENED = """
            WITH right_one AS (
              UPDATE person SET failures = 0, locked_until = NULL WHERE id = $1
            ), buried AS (
              DELETE FROM console_session WHERE person_id = $1 AND opened_at < now() - interval '12 hours'
            )
            INSERT INTO console_session (token_hash, person_id, csrf) VALUES ($2, $1, $3)
            """;

    /** Idle 30 minutes at most, 12 hours in all. */
    private static final String HOLDER = """
            WITH session AS (
              SELECT * FROM console_session WHERE token_hash = $1 AND ended_at IS NULL
                AND opened_at > now() - interval '12 hours' AND seen_at > now() - interval '30 minutes'
            ), seen AS (
              UPDATE console_session c SET seen_at = now() FROM session s
              WHERE c.token_hash = s.token_hash AND s.seen_at < now() - interval '1 minute'
            )
            SELECT p.name, p.role, p.owners, p.warehouses, s.csrf
            FROM session s JOIN person p ON p.id = s.person_id WHERE p.disabled_at IS NULL
            """;

    /** $1 hashes as hexadecimal digits. */
    private static final String OPEN = """
            SELECT encode(s.token_hash, 'hex') AS hash
            FROM console_session s JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
            WHERE s.token_hash IN (SELECT decode(h, 'hex') FROM unnest($1::text[]) h) AND s.ended_at IS NULL
              AND s.opened_at > now() - interval '12 hours' AND s.seen_at > now() - interval '30 minutes'
            """;

    private static final String CLOSED = """
            UPDATE console_session SET ended_at = now() WHERE token_hash = $1 AND ended_at IS NULL
            """;

    private static final String CHANGED = """
            WITH changed AS (
              UPDATE person SET password_hash = $2, failures = 0, locked_until = NULL WHERE id = $1
            )
            UPDATE console_session SET ended_at = now() WHERE person_id = $1 AND ended_at IS NULL
            """;

    private static final String ADDED = """
            INSERT INTO person (name, role, password_hash, owners, warehouses) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (name) DO NOTHING
            """;

    private static final String DISABLED = """
            WITH disabled AS (
              UPDATE person SET disabled_at = coalesce(disabled_at, now()) WHERE name = $1 RETURNING id
            ), ended AS (
              UPDATE console_session SET ended_at = now() WHERE person_id = (SELECT id FROM disabled) AND ended_at IS NULL
            )
            SELECT id FROM disabled
            """;

    /** @param locked has to wait before another password is looked at */
    record Person(long id, String passwordHash, boolean locked) {}

    /** @param formToken what every form of the session sends back */
    record Holder(Actor actor, String formToken) {}

    private final Pool pool;

    SessionSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Person> person(String name) {
        return send(PERSON, Tuple.of(name)).map(rows -> {
            Row row = first(rows);
            return row == null
                    ? null
                    : new Person(row.getLong("id"), row.getString("password_hash"), row.getBoolean("locked"));
        });
    }

    Uni<Void> failed(Person person) {
        return send(FAILED, Tuple.of(person.id())).replaceWithVoid();
    }

    Uni<Void> opened(Person person, byte[] cookieHash, String formToken) {
        return send(OPENED, Tuple.of(person.id(), Buffer.buffer(cookieHash), formToken))
                .replaceWithVoid();
    }

    Uni<@Nullable Holder> holder(byte[] cookieHash) {
        return send(HOLDER, Tuple.of(Buffer.buffer(cookieHash))).map(rows -> {
            Row row = first(rows);
            return row == null ? null : holder(row);
        });
    }

    /** Those of these hashes, as hexadecimal digits, whose session is not over. */
    Uni<Set<String>> open(Set<String> cookieHashes) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(cookieHashes.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("hash"))
                        .collect(Collectors.toSet()));
    }

    Uni<Void> closed(byte[] cookieHash) {
        return send(CLOSED, Tuple.of(Buffer.buffer(cookieHash))).replaceWithVoid();
    }

    Uni<Void> changed(Person person, String passwordHash) {
        return send(CHANGED, Tuple.of(person.id(), passwordHash)).replaceWithVoid();
    }

    /** False when the name is taken. */
    Uni<Boolean> added(String name, Role role, String passwordHash, Scope scope) {
        return send(ADDED, Tuple.of(name, role.name(), passwordHash, scope.ownerCodes(), scope.warehouseCodes()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** False when there is nobody of that name. */
    Uni<Boolean> disabled(String name) {
        return send(DISABLED, Tuple.of(name)).map(rows -> rows.size() == 1);
    }

    private Uni<RowSet<Row>> send(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values);
    }

    private static @Nullable Row first(RowSet<Row> rows) {
        return rows.iterator().hasNext() ? rows.iterator().next() : null;
    }

    private static Holder holder(Row row) {
        String name = row.getString("name");
        Role role = Role.valueOf(row.getString("role"));
        Scope scope = new Scope(codes(row.getArrayOfStrings("owners")), codes(row.getArrayOfStrings("warehouses")));
        return new Holder(new Actor(name, role, Capabilities.of(role), scope, name), row.getString("csrf"));
    }

    private static @Nullable Set<String> codes(String @Nullable [] codes) {
        return codes == null ? null : Set.of(codes);
    }
}
