package dev.lotline.operations.sheets;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlClientHelper;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** All rows of a list as of one moment, page by page as they are asked for; holds a connection meanwhile. */
@Singleton
public final class SnapshotSql {
    /** Rows that are in memory at once. */
    private static final int CHUNK = 500;

    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** What the ledger has written last; each warehouse has its end of the key. */
    private static final String NOW = """
            SELECT now() AS at, coalesce(max(m.id), 0) AS sequence FROM warehouse w CROSS JOIN LATERAL (
              SELECT id FROM movement WHERE warehouse_id = w.id ORDER BY id DESC LIMIT 1) m
            """;

    /** The moment of a file. @param sequence the last movement that is surely in it */
    public record Moment(OffsetDateTime at, long sequence) {}

    /** Reads at most {@code rows} rows behind a key, within the transaction of {@code db}. */
    @FunctionalInterface
    public interface Reader<T, K> {
        Uni<List<T>> read(SqlClient db, K after, int rows);
    }

    private final Pool pool;

    SnapshotSql(Pool pool) {
        this.pool = pool;
    }

    public Uni<Moment> moment() {
        return pool.preparedQuery(NOW)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Moment(row.getOffsetDateTime("at"), row.getLong("sequence")));
    }

    /**
     * @param first what stands before every key
     * @param key of a row, behind which the next page begins
     */
    public <T, K> Multi<List<T>> all(K first, Function<T, K> key, Reader<T, K> reader) {
        return SqlClientHelper.inTransactionMulti(
                pool,
                db -> db.query(ONE_MOMENT)
                        .execute()
                        .onItem()
                        .transformToMulti(ready -> chunks(db, first, key, reader)));
    }

    private static <T, K> Multi<List<T>> chunks(SqlClient db, K first, Function<T, K> key, Reader<T, K> reader) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new Place<>(first),
                        place -> reader.read(db, place.last, CHUNK).invoke(rows -> {
                            if (!rows.isEmpty()) {
                                place.last = key.apply(rows.get(rows.size() - 1));
                            }
                        }))
                .whilst(rows -> rows.size() == CHUNK);
    }

    /** How far a file has come. */
    private static final class Place<K> {
        private K last;

        Place(K first) {
            this.last = first;
        }
    }
}
