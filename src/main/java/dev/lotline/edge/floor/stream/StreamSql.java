package dev.lotline.edge.floor.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Whether there is such a warehouse. */
@Singleton
final class StreamSql {
    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    private final Pool pool;

    StreamSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Boolean> hasWarehouse(String code) {
        return pool.preparedQuery(WAREHOUSE).execute(Tuple.of(code)).map(rows -> rows.rowCount() > 0);
    }
}
