package dev.lotline.operations.plates;

import dev.lotline.operations.plates.SsccNumbers.Block;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Serials of the house's own SSCCs. */
@Singleton
final class SsccSql {
    private static final String BLOCK = "SELECT extension, first, beyond FROM plate_serials($1, $2)";

    private static final String OPEN = """
            INSERT INTO sscc_range (prefix, extension, next, beyond) VALUES ($1, $2, $3, $4)
            ON CONFLICT (prefix, extension) DO NOTHING
            """;

    private final Pool pool;

    SsccSql(Pool pool) {
        this.pool = pool;
    }

    /** At most {@code count} serials in a row; null = none are left. */
    Uni<@Nullable Block> block(String prefix, int count) {
        return pool.preparedQuery(BLOCK).execute(Tuple.of(prefix, count)).map(rows -> {
            if (rows.rowCount() == 0) {
                return null;
            }
            Row row = rows.iterator().next();
            return new Block(row.getInteger("extension"), row.getLong("first"), row.getLong("beyond"));
        });
    }

    Uni<Void> open(String prefix, int extension, long first, long beyond) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(prefix, extension, first, beyond))
                .replaceWithVoid();
    }
}
