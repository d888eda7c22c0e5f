package dev.lotline.operations.slotting;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Suggests places for goods that are to be put away. */
@Singleton
public class Slotting {
    private final SlottingSql sql;

    Slotting(SlottingSql sql) {
        this.sql = sql;
    }

    /**
     * The best places for these goods, at most three; none = no place may take one unit. Ends with VALIDATION_FAILED
     * (quantity), UNKNOWN_WAREHOUSE, UNKNOWN_ITEM.
     */
    public Uni<List<Suggestion>> suggest(String warehouse, Goods goods, Scope scope) {
        String problem = Quantity.problem(goods.quantity(), Quantity.MAX_DECIMALS);
        if (!problem.isEmpty()) {
            throw Refusal.invalid("quantity", problem);
        }
        scope.requireWarehouse(warehouse);
        return sql.warehouse(warehouse)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse))
                .chain(id -> sql.places(Objects.requireNonNull(id), asked(List.of(goods)), scope.ownerCodes()))
                .map(rows -> {
                    if (rows.iterator().next().getLong("item_id") == null) {
                        throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", goods.sku());
                    }
                    return SlottingRules.suggest(places(rows, 0), goods.quantity());
                });
    }

    /** The same for many goods in one look, in their order; goods that are not known have no suggestion. */
    public Uni<List<List<Suggestion>>> suggest(long warehouse, List<Goods> goods, Scope scope) {
        if (goods.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sql.places(warehouse, asked(goods), scope.ownerCodes()).map(rows -> {
            List<List<Suggestion>> found = new ArrayList<>();
            for (int n = 0; n < goods.size(); n++) {
                found.add(SlottingRules.suggest(places(rows, n), goods.get(n).quantity()));
            }
            return found;
        });
    }

    private static JsonArray asked(List<Goods> goods) {
        JsonArray asked = new JsonArray();
        for (int n = 0; n < goods.size(); n++) {
            Goods each = goods.get(n);
            asked.add(new JsonObject()
                    .put("n", n)
                    .put("owner", each.owner())
                    .put("sku", each.sku())
                    .put("lot", each.lotNumber())
                    .put("expiration", Objects.toString(each.expirationDate(), null))
                    .put("from", each.from()));
        }
        return asked;
    }

    private static List<Place> places(Iterable<Row> rows, int n) {
        List<Place> places = new ArrayList<>();
        for (Row row : rows) {
            if (row.getInteger("n") == n && row.getString("code") != null) {
                places.add(new Place(
                        row.getString("code"),
                        row.getBoolean("same_lot"),
                        row.getBoolean("same_item"),
                        row.getBoolean("empty"),
                        row.getBoolean("storage_fits"),
                        row.getString("temperature_class"),
                        row.getBigDecimal("room"),
                        row.getInteger("distance")));
            }
        }
        return places;
    }
}
