package dev.lotline.operations.receiving;

import dev.lotline.operations.receiving.ReceivingFacts.Announced;
import dev.lotline.operations.receiving.ReceivingFacts.Dock;
import dev.lotline.operations.receiving.ReceivingFacts.Item;
import dev.lotline.operations.receiving.ReceivingFacts.Order;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a receipt must know, in one look. */
@Singleton
final class ReceivingSql {
    private static final String CONTEXT = "SELECT * FROM facts_receive($1, $2, $3, $4, $5, $6, $7, $8)";

    private final Pool pool;

    ReceivingSql(Pool pool) {
        this.pool = pool;
    }

    Uni<ReceivingFacts> context(long warehouse, Receipt receipt) {
        Tuple parameters = Tuple.tuple()
                .addLong(warehouse)
                .addString(receipt.owner())
                .addString(receipt.reference())
                .addString(receipt.goods().sku())
                .addString(receipt.goods().code())
                .addString(receipt.goods().lotNumber())
                .addLocalDate(receipt.goods().expirationDate())
                .addString(receipt.location());
        return pool.preparedQuery(CONTEXT)
                .execute(parameters)
                .map(rows -> facts(warehouse, rows.iterator().next()));
    }

    private static ReceivingFacts facts(long warehouse, Row row) {
        return new ReceivingFacts(
                warehouse,
                order(row),
                item(row),
                row.getInteger("hits"),
                row.getLong("dock_id") == null ? null : new Dock(row.getLong("dock_id"), row.getString("dock_type")),
                row.getLong("row_id") == null
                        ? null
                        : new Announced(
                                row.getLong("row_id"),
                                row.getLong("lot_id"),
                                row.getString("lot_number"),
                                row.getLocalDate("expiration_date")),
                row.getBoolean("on_order"),
                row.getBigDecimal("still_expected"));
    }

    private static @Nullable Order order(Row row) {
        Long id = row.getLong("order_id");
        return id == null ? null : new Order(id, row.getLong("owner_id"), row.getBoolean("closed"));
    }

    private static @Nullable Item item(Row row) {
        Long id = row.getLong("item_id");
        return id == null
                ? null
                : new Item(
                        id,
                        row.getString("sku"),
                        row.getBoolean("active"),
                        row.getBoolean("tracking"),
                        row.getBoolean("lot_tracked"),
                        row.getInteger("decimals"),
                        row.getBigDecimal("pack"));
    }
}
