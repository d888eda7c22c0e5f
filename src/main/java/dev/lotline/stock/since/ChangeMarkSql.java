package dev.lotline.stock.since;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The table of marks. */
@Singleton
final class ChangeMarkSql {
    /** The snapshot is older than the clock that is read in it: all that had ended at {@code taken_at} may be more. */
    private static final String TAKE = """
            WITH old AS (DELETE FROM change_mark WHERE taken_at < now() - interval '31 days')
            INSERT INTO change_mark (taken_at, oldest_open)
            SELECT clock_timestamp(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            ON CONFLICT DO NOTHING
            """;

    private static final String BEFORE = """
            SELECT oldest_open FROM change_mark WHERE taken_at <= $1 ORDER BY taken_at DESC LIMIT 1
            """;

    private final Pool pool;

    ChangeMarkSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> take() {
        return pool.preparedQuery(TAKE).execute().replaceWithVoid();
    }

    /** Null when there is no mark as early as that. */
    Uni<@Nullable Long> before(OffsetDateTime moment) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(moment))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong(0) : null);
    }
}
