package dev.lotline.platform.session;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.access.People.Listed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Lists people. */
@Singleton
final class PeopleSql {
    private static final String PAGE = """
            SELECT p.name, p.role, p.owners, p.warehouses, p.created_at, p.disabled_at,
              coalesce(p.locked_until > now(), false) AS waits,
              (SELECT max(s.seen_at) FROM console_session s WHERE s.person_id = p.id AND s.ended_at IS NULL) AS seen_at
            FROM person p WHERE p.name > $1 ORDER BY p.name LIMIT $2
            """;

    private final Pool pool;

    PeopleSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Listed>> page(String afterName, int rows) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(afterName, rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(PeopleSql::person)
                        .toList());
    }

    private static Listed person(Row row) {
        return new Listed(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                codes(row.getArrayOfStrings("owners")),
                codes(row.getArrayOfStrings("warehouses")),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("seen_at"),
                row.getOffsetDateTime("disabled_at"),
                row.getBoolean("waits"));
    }

    private static @Nullable List<String> codes(String @Nullable [] codes) {
        return codes == null ? null : List.of(codes);
    }
}
