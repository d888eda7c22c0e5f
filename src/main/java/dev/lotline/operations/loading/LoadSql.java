package dev.lotline.operations.loading;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Jobs, batches and the goods that entries name; all goods of a batch in one statement. */
@Singleton
final class LoadSql {
    private static final String OPEN = """
            INSERT INTO load_job (key, body_hash, name, owner, preprocessing, asked_by) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (key) DO NOTHING RETURNING id
            """;

    private static final String JOB = """
            SELECT id, body_hash, name, owner, preprocessing, asked_by, created_at FROM load_job WHERE id = $1 OR key = $2
            """;

    /** Numbers follow each other within the job: whoever comes second waits for the job's row. */
    private static final String TAKE = """
            WITH job AS MATERIALIZED (SELECT id FROM load_job WHERE id = $1 AND pg_advisory_xact_lock($1) IS NOT NULL)
            INSERT INTO load_batch (job_id, n, key, body_hash, entities)
            SELECT id, $2 + coalesce((SELECT max(n) FROM load_batch WHERE job_id = $1), 0), $3, $4, $5 FROM job
            ON CONFLICT DO NOTHING RETURNING n
            """;

    private static final String BATCH = """
            SELECT job_id, n, body_hash, entities, status, created_at, completed_at FROM load_batch
            WHERE (job_id = $1 AND n = $2) OR key = $3
            """;

    private static final String COMPLETE = """
            UPDATE load_batch SET status = 'COMPLETE', completed_at = now() WHERE job_id = $1 AND n = $2
            """;

    private static final String RESULTS = """
            SELECT entry, ref, outcome, code, facts FROM load_result WHERE job_id = $1 AND batch = $2 ORDER BY entry
            """;

    private static final String RESULT = """
            INSERT INTO load_result (job_id, batch, entry, ref, outcome, code, facts)
            SELECT $1, $2, e.entry, e.ref, e.outcome, e.code, e.facts::jsonb
            FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[]) e (entry, ref, outcome, code, facts)
            ON CONFLICT DO NOTHING
            """;

    /** $1 owners and $2 warehouses of the scope or null, then one column of the entries each. */
    private static final String GOODS = """
            SELECT x.n, o.id AS owner_id, w.id AS warehouse_id, i.id AS item_id, i.tracking, i.lot_tracked, i.decimals,
              i.lot_number_pattern, l.id AS place_id, t.id AS lot_id, t.lots
            FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[])
              WITH ORDINALITY x (owner, warehouse, sku, place, lot, expires, n)
            LEFT JOIN owner o ON o.code = x.owner AND o.code = ANY (coalesce($1, ARRAY[o.code]))
            LEFT JOIN warehouse w ON w.code = x.warehouse AND w.code = ANY (coalesce($2, ARRAY[w.code]))
            LEFT JOIN item i ON i.owner_id = o.id AND i.sku = x.sku
            LEFT JOIN location l ON l.warehouse_id = w.id AND l.code = x.place
            LEFT JOIN LATERAL (SELECT min(t.id) AS id, count(*) AS lots FROM lot t WHERE t.item_id = i.id
                AND (x.lot IS NOT NULL OR x.expires IS NOT NULL) AND t.lot_number IS NOT DISTINCT FROM x.lot
                AND (t.expiration_date = x.expires OR x.expires IS NULL)) t ON true
            ORDER BY x.n
            """;

    /** A batch as it was taken, now or before. */
    record Taken(long job, int n, byte[] hash, boolean complete) {}

    /** A job and what it was opened with. */
    record Opened(LoadJob job, byte[] hash) {}

    /** What the books know of the goods of an entry. */
    record Known(
            @Nullable Long ownerId,
            @Nullable Long warehouseId,
            @Nullable Long itemId,
            boolean tracking,
            boolean lotTracked,
            int decimals,
            @Nullable String lotPattern,
            @Nullable Long placeId,
            @Nullable Long lotId,
            long lots) {}

    /** An entry whose goods are known. */
    record Found(
            LoadEntry asked,
            long ownerId,
            long warehouseId,
            long itemId,
            @Nullable Long placeId,
            @Nullable Long lotId) {}

    private final Pool pool;

    LoadSql(Pool pool) {
        this.pool = pool;
    }

    /** Null when the key was here before. */
    Uni<@Nullable Long> open(UUID key, byte[] hash, NewJob asked, String actor) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.from(new @Nullable Object[] {
                    key,
                    io.vertx.mutiny.core.buffer.Buffer.buffer(hash).getDelegate(),
                    asked.name(),
                    asked.owner(),
                    asked.preprocessing(),
                    actor
                }))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    Uni<@Nullable Opened> job(@Nullable Long id, @Nullable UUID key) {
        return pool.preparedQuery(JOB)
                .execute(Tuple.of(id, key))
                .map(rows -> first(
                        rows,
                        row -> new Opened(
                                new LoadJob(
                                        row.getLong("id"),
                                        row.getString("name"),
                                        row.getString("owner"),
                                        row.getBoolean("preprocessing"),
                                        "OPEN",
                                        row.getString("asked_by"),
                                        row.getOffsetDateTime("created_at")),
                                row.getBuffer("body_hash").getBytes())));
    }

    /** Null when the key was here before. */
    Uni<@Nullable Integer> take(long job, UUID key, byte[] hash, int entities) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.from(new Object[] {
                    job, 1, key, io.vertx.mutiny.core.buffer.Buffer.buffer(hash).getDelegate(), entities
                }))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getInteger("n"));
    }

    Uni<@Nullable Taken> taken(UUID key) {
        return pool.preparedQuery(BATCH)
                .execute(Tuple.of(null, null, key))
                .map(rows -> first(
                        rows,
                        row -> new Taken(
                                row.getLong("job_id"),
                                row.getInteger("n"),
                                row.getBuffer("body_hash").getBytes(),
                                row.getString("status").equals("COMPLETE"))));
    }

    Uni<Void> complete(long job, int n) {
        return pool.preparedQuery(COMPLETE).execute(Tuple.of(job, n)).replaceWithVoid();
    }

    Uni<@Nullable LoadBatch> batch(long job, int n) {
        return results(job, n)
                .chain(results -> pool.preparedQuery(BATCH)
                        .execute(Tuple.of(job, n, null))
                        .map(rows -> first(
                                rows,
                                row -> new LoadBatch(
                                        row.getInteger("n"),
                                        row.getLong("job_id"),
                                        row.getString("status"),
                                        row.getInteger("entities"),
                                        (int) results.stream()
                                                .filter(each -> each.outcome().equals("REFUSED"))
                                                .count(),
                                        row.getOffsetDateTime("created_at"),
                                        row.getOffsetDateTime("completed_at"),
                                        results))));
    }

    private Uni<List<LoadResult>> results(long job, int n) {
        return pool.preparedQuery(RESULTS)
                .execute(Tuple.of(job, n))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new LoadResult(
                                row.getInteger("entry"),
                                row.getString("ref"),
                                row.getString("outcome"),
                                row.getString("code"),
                                row.getJsonObject("facts").getMap()))
                        .toList());
    }

    /** Fates that were decided without the books. */
    Uni<Void> record(long job, int n, List<LoadResult> results) {
        if (results.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(RESULT)
                .execute(Tuple.of(job, n)
                        .addArrayOfInteger(
                                results.stream().map(LoadResult::entry).toArray(Integer[]::new))
                        .addArrayOfString(results.stream().map(LoadResult::ref).toArray(String[]::new))
                        .addArrayOfString(
                                results.stream().map(LoadResult::outcome).toArray(String[]::new))
                        .addArrayOfString(results.stream().map(LoadResult::code).toArray(String[]::new))
                        .addArrayOfString(results.stream()
                                .map(each -> new JsonObject(each.facts()).encode())
                                .toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** One for each, in their order. */
    Uni<List<Known>> goods(Scope scope, List<LoadEntry.Goods> asked) {
        return pool.preparedQuery(GOODS)
                .execute(Tuple.of(scope.ownerCodes(), scope.warehouseCodes())
                        .addArrayOfString(column(asked, LoadEntry.Goods::owner))
                        .addArrayOfString(column(asked, LoadEntry.Goods::warehouse))
                        .addArrayOfString(column(asked, LoadEntry.Goods::sku))
                        .addArrayOfString(column(asked, LoadEntry.Goods::place))
                        .addArrayOfString(column(asked, LoadEntry.Goods::lotNumber))
                        .addArrayOfLocalDate(asked.stream()
                                .map(LoadEntry.Goods::expirationDate)
                                .toArray(LocalDate[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LoadSql::known)
                        .toList());
    }

    private static Known known(Row row) {
        return new Known(
                row.getLong("owner_id"),
                row.getLong("warehouse_id"),
                row.getLong("item_id"),
                Boolean.TRUE.equals(row.getBoolean("tracking")),
                Boolean.TRUE.equals(row.getBoolean("lot_tracked")),
                Objects.requireNonNullElse(row.getInteger("decimals"), 0),
                row.getString("lot_number_pattern"),
                row.getLong("place_id"),
                row.getLong("lot_id"),
                row.getLong("lots"));
    }

    private static @Nullable String[] column(
            List<LoadEntry.Goods> asked, Function<LoadEntry.Goods, @Nullable String> of) {
        return asked.stream().map(of).toArray(String[]::new);
    }

    private static <T> @Nullable T first(io.vertx.mutiny.sqlclient.RowSet<Row> rows, Function<Row, T> read) {
        return rows.rowCount() == 0 ? null : read.apply(rows.iterator().next());
    }
}
