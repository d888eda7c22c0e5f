package dev.lotline.platform.security;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Whose token is this? */
@Singleton
final class CredentialSql {
    private static final String HOLDER = """
            SELECT name, role, owners, warehouses FROM credential WHERE token_hash = $1 AND revoked_at IS NULL
            """;

    private static final String REVOKED = """
            SELECT name FROM credential WHERE name = ANY ($1) AND revoked_at IS NOT NULL
            """;

    private final Pool pool;

    CredentialSql(Pool pool) {
        this.pool = pool;
    }

    /** The holder of a token that is known and not revoked, or null. */
    Uni<@Nullable Actor> holder(byte[] tokenHash) {
        return pool.preparedQuery(HOLDER)
                .execute(Tuple.of(Buffer.buffer(tokenHash)))
                .map(rows -> rows.iterator().hasNext() ? actor(rows.iterator().next()) : null);
    }

    Uni<Set<String>> revoked(Set<String> names) {
        return pool.preparedQuery(REVOKED)
                .execute(Tuple.tuple().addArrayOfString(names.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("name"))
                        .collect(Collectors.toSet()));
    }

    private static Actor actor(Row row) {
        Role role = Role.valueOf(row.getString("role"));
        Scope scope = new Scope(set(row.getArrayOfStrings("owners")), set(row.getArrayOfStrings("warehouses")));
        String name = row.getString("name");
        return new Actor(name, role, Capabilities.of(role), scope, name);
    }

    private static @Nullable Set<String> set(String @Nullable [] codes) {
        return codes == null ? null : Set.of(codes);
    }
}
