package dev.lotline.operations.receiving;

import dev.lotline.operations.receiving.ReceivingFacts.Announced;
import dev.lotline.operations.receiving.ReceivingFacts.Dock;
import dev.lotline.operations.receiving.ReceivingFacts.Item;
import dev.lotline.operations.receiving.ReceivingFacts.Order;
import dev.lotline.stock.ledger.Lookup;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a receipt must know, in one look. */
final class ReceivingSql {
    private static final String FACTS = "SELECT * FROM facts_receive($1)";

    private ReceivingSql() {}

    static Lookup<ReceivingFacts> context(long warehouse, Receipt receipt) {
        JsonObject question = new JsonObject()
                .put("warehouse", warehouse)
                .put("owner", receipt.owner())
                .put("reference", receipt.reference())
                .put("sku", receipt.goods().sku())
                .put("code", receipt.goods().code())
                .put("lot", receipt.goods().lotNumber())
                .put("expiration", Objects.toString(receipt.goods().expirationDate(), null))
                .put("location", receipt.location());
        return new Lookup<>(FACTS, question, ReceivingSql::facts);
    }

    private static ReceivingFacts facts(Row row) {
        return new ReceivingFacts(
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
