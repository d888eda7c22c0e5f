package dev.lotline.edge.floor.house;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Warehouse codes with their ids and business dates, at most a second old: read by every scan, changed by few. */
@Singleton
public class Warehouses {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** {@code today} only fixes centuries of two-digit years; what is expired is judged in the database. */
    public record Known(long id, LocalDate today) {}

    private record Snapshot(Map<String, Known> byCode, long takenAt) {}

    private final WarehouseSql sql;
    private volatile @Nullable Snapshot latest;

    Warehouses(WarehouseSql sql) {
        this.sql = sql;
    }

    /** Null = there is none of this code. */
    public Uni<@Nullable Known> find(String code) {
        Snapshot snapshot = latest;
        if (snapshot != null && System.nanoTime() - snapshot.takenAt() < FRESH_NANOS) {
            Known known = snapshot.byCode().get(code);
            if (known != null) {
                return Uni.createFrom().item(known);
            }
        }
        return sql.all().map(byCode -> {
            latest = new Snapshot(byCode, System.nanoTime());
            return byCode.get(code);
        });
    }

    /** The business date of a warehouse, or of UTC where none is named. */
    public Uni<LocalDate> today(@Nullable Known warehouse) {
        return warehouse != null ? Uni.createFrom().item(warehouse.today()) : sql.today();
    }
}
