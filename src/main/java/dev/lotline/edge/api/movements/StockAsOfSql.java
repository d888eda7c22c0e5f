package dev.lotline.edge.api.movements;

import static dev.lotline.kernel.Quantity.plain;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Balances of the past, of one snapshot. */
@Singleton
final class StockAsOfSql {
    /** $1 owner, $2 sku, $3 warehouse or null, $4 warehouses of the scope or null, $5 instant or $6 business date. */
    private static final String AS_OF = """
            SELECT w.code AS warehouse, b.lot_id, t.lot_number, t.expiration_date, l.code AS location, b.state, b.units
            FROM owner o JOIN item i ON i.owner_id = o.id AND i.sku = $2
            CROSS JOIN warehouse w
            CROSS JOIN LATERAL stock_as_of(w.id, i.id, $5::timestamptz, $6::date) b
            JOIN location l ON l.warehouse_id = w.id AND l.id = b.location_id
            LEFT JOIN lot t ON t.id = b.lot_id
            WHERE o.code = $1 AND ($3::text IS NULL OR w.code = $3) AND ($4::text[] IS NULL OR w.code = ANY ($4))
              AND EXISTS (SELECT FROM stock_summary s WHERE s.warehouse_id = w.id AND s.item_id = i.id)
            ORDER BY t.expiration_date NULLS LAST, t.origination_date NULLS LAST, b.lot_id NULLS LAST, w.code, l.code, b.state
            """;

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = $1 AND i.sku = $2) AS item,
              $3::text IS NULL OR EXISTS (SELECT FROM warehouse WHERE code = $3) AS warehouse
            """;

    /** Whether an item is there, and the warehouse that was asked for. */
    record Known(boolean item, boolean warehouse) {}

    private final Pool pool;

    StockAsOfSql(Pool pool) {
        this.pool = pool;
    }

    /** @param date the end of this business date; null = {@code instant} is meant */
    Uni<StockAsOf> asOf(
            String owner,
            String sku,
            @Nullable String warehouse,
            String @Nullable [] warehouses,
            @Nullable OffsetDateTime instant,
            @Nullable LocalDate date) {
        return pool.preparedQuery(AS_OF)
                .execute(Tuple.from(new @Nullable Object[] {owner, sku, warehouse, warehouses, instant, date}))
                .map(rows -> answer(sku, String.valueOf(date == null ? instant : date), rows));
    }

    Uni<Known> known(String owner, String sku, @Nullable String warehouse) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(owner, sku, warehouse))
                .map(rows -> rows.iterator().next())
                .map(row -> new Known(row.getBoolean("item"), row.getBoolean("warehouse")));
    }

    private static StockAsOf answer(String sku, String asOf, Iterable<Row> rows) {
        Map<String, BigDecimal> states = new TreeMap<>();
        Map<Long, List<Row>> byLot = new LinkedHashMap<>();
        for (Row row : rows) {
            states.merge(row.getString("state"), row.getBigDecimal("units"), BigDecimal::add);
            Long lot = row.getLong("lot_id");
            byLot.computeIfAbsent(lot == null ? 0 : lot, none -> new ArrayList<>())
                    .add(row);
        }
        BigDecimal physical = states.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        states.replaceAll((state, units) -> plain(units));
        return new StockAsOf(
                sku,
                asOf,
                plain(physical),
                states,
                byLot.values().stream().map(StockAsOfSql::lot).toList());
    }

    private static StockAsOf.Lot lot(List<Row> rows) {
        Row first = rows.get(0);
        return new StockAsOf.Lot(
                first.getLong("lot_id"),
                first.getString("lot_number"),
                first.getLocalDate("expiration_date"),
                plain(rows.stream().map(row -> row.getBigDecimal("units")).reduce(BigDecimal.ZERO, BigDecimal::add)),
                rows.stream()
                        .map(row -> new StockAsOf.Place(
                                row.getString("warehouse"),
                                row.getString("location"),
                                row.getString("state"),
                                plain(row.getBigDecimal("units"))))
                        .toList());
    }
}
