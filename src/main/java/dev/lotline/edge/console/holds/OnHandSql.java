package dev.lotline.edge.console.holds;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Units of lots that are in the house, whatever their state. */
@Singleton
final class OnHandSql {
    /** $1 lots, $2 warehouses of the scope or null. */
    private static final String ON_HAND = """
            SELECT t.id, sum(s.quantity) AS units
            FROM lot t CROSS JOIN warehouse w
            JOIN stock s ON s.warehouse_id = w.id AND s.item_id = t.item_id AND s.lot_key = t.id
            WHERE t.id = ANY ($1) AND ($2::text[] IS NULL OR w.code = ANY ($2)) AND s.quantity > 0
            GROUP BY t.id
            """;

    private final Pool pool;

    OnHandSql(Pool pool) {
        this.pool = pool;
    }

    /** By lot; a lot without units is left out. */
    Uni<Map<Long, BigDecimal>> onHand(Collection<Long> lots, Scope scope) {
        return pool.preparedQuery(ON_HAND)
                .execute(Tuple.tuple()
                        .addArrayOfLong(lots.toArray(Long[]::new))
                        .addArrayOfString(scope.warehouseCodes()))
                .map(rows -> {
                    Map<Long, BigDecimal> units = new HashMap<>();
                    for (Row row : rows) {
                        units.put(row.getLong("id"), row.getBigDecimal("units"));
                    }
                    return units;
                });
    }
}
