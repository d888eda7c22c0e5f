package dev.lotline.edge.floor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Warehouse codes with their ids and business dates, at most a second old: read by every scan, changed by few. */
@Singleton
class Warehouses {
    private static final String ALL = "SELECT id, code, business_date(time_zone) AS today FROM warehouse";
    private static final String TODAY = "SELECT business_date('UTC') AS today";
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** {@code today} only fixes centuries of two-digit years; what is expired is judged in the database. */
    record Known(long id, LocalDate today) {}

    private record Snapshot(Map<String, Known> byCode, long takenAt) {}

    private final Pool pool;
    private volatile @Nullable Snapshot latest;

    Warehouses(Pool pool) {
        this.pool = pool;
    }

    /** Null = there is none of this code. */
    Uni<@Nullable Known> find(String code) {
        Snapshot snapshot = latest;
        if (snapshot != null && System.nanoTime() - snapshot.takenAt() < FRESH_NANOS) {
            Known known = snapshot.byCode().get(code);
            if (known != null) {
                return Uni.createFrom().item(known);
            }
        }
        return pool.query(ALL).execute().map(rows -> {
            Map<String, Known> byCode = new HashMap<>();
            for (Row row : rows) {
                byCode.put(row.getString("code"), new Known(row.getLong("id"), row.getLocalDate("today")));
            }
            latest = new Snapshot(byCode, System.nanoTime());
            return byCode.get(code);
        });
    }

    /** The business date of a warehouse, or of UTC where none is named. */
    Uni<LocalDate> today(@Nullable Known warehouse) {
        return warehouse != null
                ? Uni.createFrom().item(warehouse.today())
                : pool.query(TODAY).execute().map(rows -> rows.iterator().next().getLocalDate("today"));
    }
}
