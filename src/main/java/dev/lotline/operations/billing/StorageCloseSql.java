package dev.lotline.operations.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** The statements of closing storage days. */
@Singleton
final class StorageCloseSql {
    private static final String STAND = "SELECT movement_id, oldest_open FROM storage_stand()";
    private static final String DUE = "SELECT owner_id, day FROM storage_due($1)";
    private static final String LOOKED = "SELECT storage_looked($1, $2, $3)";
    private static final String FORGET = "SELECT storage_forget($1) AS months";
    private static final String CLOSE = "SELECT outcome, written, without FROM storage_close($1, $2, $3, $4)";

    /** An owner may have more cells than fit into the time of a usual statement. */
    private static final String PATIENCE = "SET LOCAL statement_timeout = '120s'";

    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    private static final String AWAKE = """
            SELECT id FROM warehouse WHERE active AND (business_now() AT TIME ZONE time_zone)::time >= $1 ORDER BY id
            """;

    record Stand(long movement, String oldestOpen) {}

    record Due(long owner, LocalDate day) {}

    record Outcome(String outcome, int written, int unrated) {}

    private final Pool pool;

    StorageCloseSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Stand> stand() {
        return pool.preparedQuery(STAND)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Stand(row.getLong("movement_id"), row.getString("oldest_open")));
    }

    Uni<List<Due>> due(long warehouse) {
        return pool.withTransaction(connection -> connection
                .query(PATIENCE)
                .execute()
                .chain(() -> connection.preparedQuery(DUE).execute(Tuple.of(warehouse)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Due(row.getLong("owner_id"), row.getLocalDate("day")))
                        .toList()));
    }

    Uni<Outcome> close(long warehouse, Due due, String actor) {
        return pool.withTransaction(connection -> connection
                .query(PATIENCE)
                .execute()
                .chain(() ->
                        connection.preparedQuery(CLOSE).execute(Tuple.of(warehouse, due.owner(), due.day(), actor)))
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new Outcome(row.getString("outcome"), row.getInteger("written"), row.getInteger("without"))));
    }

    Uni<Void> looked(long warehouse, Stand stand) {
        return pool.preparedQuery(LOOKED)
                .execute(Tuple.of(warehouse, stand.movement(), stand.oldestOpen()))
                .replaceWithVoid();
    }

    /** How many months of days were dropped, which are kept for so many of them. */
    Uni<Integer> forget(int months) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(months))
                .map(rows -> rows.iterator().next().getInteger("months"));
    }

    /** 0 = there is none of this code. */
    Uni<Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("id"));
    }

    /** Warehouses where it is later than this in the night. */
    Uni<List<Long>> awake(LocalTime since) {
        return pool.preparedQuery(AWAKE)
                .execute(Tuple.of(since))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("id"))
                        .toList());
    }
}
