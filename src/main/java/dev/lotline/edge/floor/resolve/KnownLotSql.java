package dev.lotline.edge.floor.resolve;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of a few lot numbers an item has. */
@Singleton
final class KnownLotSql {
    private static final String KNOWN = """
            SELECT t.lot_number, EXISTS (SELECT FROM stock s WHERE s.item_id = t.item_id AND s.lot_key = t.id
                AND s.quantity > 0)
              OR EXISTS (SELECT FROM receiving_lot x JOIN receiving_order r ON r.id = x.receiving_order_id
                WHERE x.lot_id = t.id AND r.closed_at IS NULL AND r.cancelled_at IS NULL) AS here
            FROM item_barcode b JOIN item i ON i.id = b.item_id JOIN owner o ON o.id = i.owner_id
            JOIN lot t ON t.item_id = i.id
            WHERE b.code = $1 AND t.lot_number = ANY ($2) AND ($3::text[] IS NULL OR o.code = ANY ($3::text[]))
            LIMIT 50
            """;

    /** @param all lots that the item has; {@code here} = those in stock or announced on an open receiving order */
    record Known(Set<String> all, Set<String> here) {}

    private final Pool pool;

    KnownLotSql(Pool pool) {
        this.pool = pool;
    }

    /** @param numbers at most nine */
    Uni<Known> known(String gtin, List<String> numbers, Scope scope) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.tuple()
                        .addString(gtin)
                        .addArrayOfString(numbers.toArray(String[]::new))
                        .addArrayOfString(scope.ownerCodes()))
                .map(rows -> {
                    Known known = new Known(new HashSet<>(), new HashSet<>());
                    for (Row row : rows) {
                        known.all.add(row.getString("lot_number"));
                        if (row.getBoolean("here")) {
                            known.here.add(row.getString("lot_number"));
                        }
                    }
                    return known;
                });
    }
}
