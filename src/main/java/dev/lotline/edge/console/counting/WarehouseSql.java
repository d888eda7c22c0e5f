package dev.lotline.edge.console.counting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A warehouse by its code. */
@Singleton
final class WarehouseSql {
    private static final String ID = """
            SELECT id FROM warehouse WHERE code = $1
            """;

    private final Pool pool;

    WarehouseSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Long> id(String code) {
        return pool.preparedQuery(ID)
                .execute(Tuple.of(code))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("id"));
    }
}
