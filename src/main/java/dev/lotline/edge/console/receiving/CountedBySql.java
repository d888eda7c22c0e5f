package dev.lotline.edge.console.receiving;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who counted the lots of a receiving order. */
@Singleton
final class CountedBySql {
    /** A lot's movements are read from the day on which the order came; of a page of lots, not of all. */
    private static final String WHO = """
            SELECT x.line_no, x.sku, x.lot_id, string_agg(DISTINCT m.actor, ', ') AS who
            FROM (SELECT a.id, a.item_id, a.lot_id, l.line_no, i.sku, r.created_at
              FROM receiving_order r JOIN owner o ON o.id = r.owner_id
              JOIN receiving_line l ON l.receiving_order_id = r.id JOIN receiving_lot a ON a.receiving_line_id = l.id
              JOIN item i ON i.id = a.item_id
              WHERE o.code = $1 AND r.reference = $2
              ORDER BY l.line_no, a.id OFFSET $3 LIMIT $4) x
            CROSS JOIN LATERAL (
              SELECT m.actor FROM movement m WHERE m.item_id = x.item_id AND m.lot_id = x.lot_id
                AND m.receiving_lot_id = x.id AND m.kind = 'RECEIVE' AND m.recorded_at >= x.created_at
              UNION ALL
              SELECT m.actor FROM movement m WHERE x.lot_id IS NULL AND m.item_id = x.item_id AND m.lot_id IS NULL
                AND m.receiving_lot_id = x.id AND m.kind = 'RECEIVE' AND m.recorded_at >= x.created_at) m
            GROUP BY x.line_no, x.sku, x.lot_id
            """;

    record CountedBy(int line, String sku, @Nullable Long lotId, String who) {}

    private final Pool pool;

    CountedBySql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<CountedBy>> who(String owner, String reference, int from, int lots) {
        return pool.preparedQuery(WHO)
                .execute(Tuple.of(owner, reference, from, lots))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CountedBy(
                                row.getInteger("line_no"),
                                row.getString("sku"),
                                row.getLong("lot_id"),
                                row.getString("who")))
                        .toList());
    }
}
