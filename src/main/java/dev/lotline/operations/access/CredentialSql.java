package dev.lotline.operations.access;

import dev.lotline.kernel.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of credentials: made, listed, revoked, never deleted. */
@Singleton
final class CredentialSql {
    private static final String MAKE = """
            INSERT INTO credential (name, role, token_hash, owners, warehouses) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (name) DO NOTHING
            """;

    private static final String PAGE = """
            SELECT name, role, owners, warehouses, created_at, revoked_at FROM credential
            WHERE name > $1 ORDER BY name LIMIT $2
            """;

    private static final String REVOKE = """
            UPDATE credential SET revoked_at = coalesce(revoked_at, now())
            WHERE name = $1 AND ($2::text IS NULL OR role = $2)
            """;

    private final Pool pool;

    CredentialSql(Pool pool) {
        this.pool = pool;
    }

    /** False when the name is taken, also by a credential that has been revoked. */
    Uni<Boolean> make(
            String name,
            Role role,
            @Nullable List<String> owners,
            @Nullable List<String> warehouses,
            byte[] tokenHash) {
        return pool.preparedQuery(MAKE)
                .execute(Tuple.from(new @Nullable Object[] {
                    name, role.name(), Buffer.buffer(tokenHash), array(owners), array(warehouses)
                }))
                .map(done -> done.rowCount() == 1);
    }

    Uni<List<CredentialView>> page(String afterName, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(afterName, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CredentialSql::view)
                        .toList());
    }

    /** False when there is none of that name. */
    Uni<Boolean> revoke(String name, @Nullable Role only) {
        return pool.preparedQuery(REVOKE)
                .execute(Tuple.of(name, only == null ? null : only.name()))
                .map(done -> done.rowCount() == 1);
    }

    private static CredentialView view(Row row) {
        return new CredentialView(
                row.getString("name"),
                row.getString("role"),
                list(row.getArrayOfStrings("owners")),
                list(row.getArrayOfStrings("warehouses")),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("revoked_at"));
    }

    private static @Nullable List<String> list(String @Nullable [] codes) {
        return codes == null ? null : List.of(codes);
    }

    private static String @Nullable [] array(@Nullable List<String> codes) {
        return codes == null ? null : codes.toArray(String[]::new);
    }
}
