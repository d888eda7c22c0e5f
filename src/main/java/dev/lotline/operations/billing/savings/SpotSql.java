package dev.lotline.operations.billing.savings;

import dev.lotline.operations.billing.FeeWork;
import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.plan.Rule;
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
    /**
     * Where each lot stands, and whether the place is its own, as the base rule measured it on the last closed day; $4 = its
     * code.
     */
    private static final String MEASURED = """
            SELECT i.sku, i.allow_mixing_locations AS mixes, m.lot_id, coalesce(t.lot_number, t.expiration_date::text) AS lot,
              l.code AS location, m.last_units AS units, i.sides[1] * i.sides[2] * i.sides[3] AS unit_volume, v.volume,
              m.last_quantity = v.volume AS alone, l.storage_class, r.received
            FROM storage_month m
            JOIN item i ON i.id = m.item_id
            JOIN location l ON l.warehouse_id = $2 AND l.id = m.location_id
            CROSS JOIN LATERAL (SELECT l.capacity_volume * 28316846.592 AS volume) v
            LEFT JOIN lot t ON t.id = m.lot_id
            LEFT JOIN LATERAL (SELECT min(x.business_date) AS received FROM movement x WHERE x.warehouse_id = $2
              AND x.item_id = m.item_id AND x.lot_id = m.lot_id AND x.from_state IS NULL AND x.to_state IS NOT NULL) r ON true
            WHERE m.owner_id = $1 AND m.warehouse_id = $2 AND m.month = date_trunc('month', $3::date)::date AND m.rule = $4
              AND m.last_day = $3 AND l.type IN ('STORAGE', 'PICK_FACE') AND v.volume IS NOT NULL
            ORDER BY i.sku, m.lot_id, l.code
            """;

    /** The same from stock: of a rule that does not charge for all that stands there. */
    private static final String STANDING = """
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

    /** @param day the last one that is closed */
    Uni<List<Spot>> spots(House house, LocalDate day, Rule base) {
        boolean all = base.exemptHolds().isEmpty() && day.equals(house.closed());
        Tuple arguments = Tuple.of(house.owner(), house.warehouse(), day);
        return work.after(
                        all
                                ? pool.preparedQuery(MEASURED).execute(arguments.addString(base.code()))
                                : pool.preparedQuery(STANDING).execute(arguments))
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
