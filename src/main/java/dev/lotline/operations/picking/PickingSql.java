package dev.lotline.operations.picking;

import dev.lotline.stock.ledger.Lookup;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a scan for a pick task must know, in one look. */
final class PickingSql {
    private static final String FACTS = "SELECT * FROM facts_pick($1)";

    private PickingSql() {}

    /** Null = there is no such task in this warehouse. */
    static Lookup<@Nullable PickFacts> context(long warehouse, Pick pick) {
        JsonObject question = new JsonObject()
                .put("warehouse", warehouse)
                .put("task", pick.task())
                .put("place", pick.location())
                .put("sku", pick.goods().sku())
                .put("code", pick.goods().code())
                .put("lot", pick.goods().lotNumber())
                .put("expiration", Objects.toString(pick.goods().expirationDate(), null))
                .put("tote", pick.tote());
        return new Lookup<>(FACTS, question, PickingSql::facts);
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
