package dev.lotline.operations.picking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a scan for a pick task must know, in one look. */
@Singleton
final class PickingSql {
    private static final String CONTEXT = "SELECT * FROM facts_pick($1, $2, $3, $4, $5, $6, $7, $8)";

    private final Pool pool;

    PickingSql(Pool pool) {
        this.pool = pool;
    }

    /** Null = there is no such task in this warehouse. */
    Uni<@Nullable PickFacts> context(long warehouse, Pick pick) {
        Tuple parameters = Tuple.tuple()
                .addLong(warehouse)
                .addLong(pick.task())
                .addString(pick.location())
                .addString(pick.goods().sku())
                .addString(pick.goods().code())
                .addString(pick.goods().lotNumber())
                .addLocalDate(pick.goods().expirationDate())
                .addString(pick.tote());
        return pool.preparedQuery(CONTEXT)
                .execute(parameters)
                .map(rows -> facts(rows.iterator().next()));
    }

    private static @Nullable PickFacts facts(Row row) {
        if (row.getLong("item_id") == null) {
            return null;
        }
        return new PickFacts(
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getLong("item_id"),
                row.getString("sku"),
                row.getInteger("decimals"),
                row.getBoolean("lot_tracked"),
                row.getBoolean("slot_proves"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("picked"),
                row.getLong("place_id"),
                row.getString("place"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getBoolean("item_matches"),
                row.getLong("scanned_lot"),
                row.getLong("scanned_place"),
                row.getLong("tote_id"),
                row.getJsonObject("next"));
    }
}
