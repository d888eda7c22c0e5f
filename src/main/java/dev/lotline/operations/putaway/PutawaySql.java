package dev.lotline.operations.putaway;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.putaway.PutawayFacts.Goods;
import dev.lotline.stock.ledger.Lookup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What putting away must know, in one look. */
final class PutawaySql {
    private static final String FACTS = "SELECT * FROM facts_putaway($1)";

    private PutawaySql() {}

    /** Goods of owners outside the scope are not found. */
    static Lookup<PutawayFacts> context(long warehouse, Scope scope, Stow stow) {
        @Nullable String[] owners = scope.ownerCodes();
        JsonObject question = new JsonObject()
                .put("warehouse", warehouse)
                .put("owners", owners == null ? null : new JsonArray(List.of(owners)))
                .put("owner", stow.owner() == null ? stow.goods().owner() : stow.owner())
                .put("reference", stow.reference())
                .put("sku", stow.goods().sku())
                .put("code", stow.goods().code())
                .put("lot", stow.goods().lotNumber())
                .put("expiration", Objects.toString(stow.goods().expirationDate(), null))
                .put("from", stow.from())
                .put("location", stow.location());
        return new Lookup<>(FACTS, question, PutawaySql::facts);
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
