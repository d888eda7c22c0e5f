package dev.lotline.operations.billing.savings;

import dev.lotline.operations.billing.FeeWork;
import dev.lotline.operations.billing.fees.House;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where goods stand. */
@Singleton
final class SpotSql {
    /** Where each lot stands, and whether the place is its own. */
    private static final String SPOTS = """
            SELECT i.sku, i.allow_mixing_locations AS mixes, c.lot_id, coalesce(t.lot_number, t.expiration_date::text) AS lot,
              l.code AS location, c.units, c.unit_volume, c.volume, c.volume_part = c.volume AS alone, c.storage_class,
              (SELECT min(m.business_date) FROM movement m WHERE m.warehouse_id = $2 AND m.item_id = c.item_id
                AND m.lot_id = c.lot_id AND m.from_state IS NULL AND m.to_state IS NOT NULL) AS received
            FROM unnest(storage_cells($2, $1, $3, false, '{"defaultVolumes": {}}')) c
            JOIN item i ON i.id = c.item_id
            JOIN location l ON l.warehouse_id = $2 AND l.id = c.location_id
            LEFT JOIN lot t ON t.id = c.lot_id
            WHERE c.type IN ('STORAGE', 'PICK_FACE') AND c.volume IS NOT NULL
            ORDER BY i.sku, c.lot_id, l.code
            """;

    /**
     * @param unitVolume mm³ of one unit; null = not known
     * @param received when the lot came to the warehouse; null = goods without a lot
     */
    record Spot(
            String sku,
            boolean mixes,
            long lotId,
            @Nullable String lot,
            String location,
            BigDecimal units,
            @Nullable BigDecimal unitVolume,
            BigDecimal volume,
            boolean alone,
            String storageClass,
            @Nullable LocalDate received) {}

    private final Pool pool;
    private final FeeWork work;

    SpotSql(Pool pool, FeeWork work) {
        this.pool = pool;
        this.work = work;
    }

    Uni<List<Spot>> spots(House house, LocalDate day) {
        return work.after(pool.preparedQuery(SPOTS).execute(Tuple.of(house.owner(), house.warehouse(), day)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Spot(
                                row.getString("sku"),
                                row.getBoolean("mixes"),
                                row.getLong("lot_id"),
                                row.getString("lot"),
                                row.getString("location"),
                                row.getBigDecimal("units"),
                                row.getBigDecimal("unit_volume"),
                                row.getBigDecimal("volume"),
                                row.getBoolean("alone"),
                                row.getString("storage_class"),
                                row.getLocalDate("received")))
                        .toList());
    }
}
