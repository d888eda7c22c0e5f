package dev.lotline.operations.putaway;

import dev.lotline.operations.putaway.PutawayFacts.Goods;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What putting away must know, in one look. */
@Singleton
final class PutawaySql {
    private static final String CONTEXT = "SELECT * FROM facts_putaway($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private final Pool pool;

    PutawaySql(Pool pool) {
        this.pool = pool;
    }

    Uni<PutawayFacts> context(long warehouse, Stow stow) {
        Tuple parameters = Tuple.tuple()
                .addLong(warehouse)
                .addString(stow.owner() == null ? stow.goods().owner() : stow.owner())
                .addString(stow.reference())
                .addString(stow.goods().sku())
                .addString(stow.goods().code())
                .addString(stow.goods().lotNumber())
                .addLocalDate(stow.goods().expirationDate())
                .addString(stow.from())
                .addString(stow.location());
        return pool.preparedQuery(CONTEXT)
                .execute(parameters)
                .map(rows -> facts(rows.iterator().next()));
    }

    private static PutawayFacts facts(Row row) {
        return new PutawayFacts(
                row.getLong("order_id"),
                goods(row),
                row.getInteger("hits"),
                Boolean.TRUE.equals(row.getBoolean("known")),
                row.getLong("row_id"),
                row.getLong("from_id"),
                row.getString("from_code"),
                row.getString("from_state"),
                row.getLong("to_id"),
                row.getBigDecimal("to_stow"));
    }

    private static @Nullable Goods goods(Row row) {
        Long item = row.getLong("item_id");
        return item == null
                ? null
                : new Goods(
                        row.getLong("owner_id"),
                        item,
                        row.getString("sku"),
                        row.getBoolean("lot_tracked"),
                        row.getInteger("decimals"),
                        row.getBigDecimal("pack"),
                        row.getLong("lot_id"),
                        row.getString("lot_number"),
                        row.getLocalDate("expiration_date"));
    }
}
