package dev.lotline.stock.goods;

import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Lookup;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which goods and which place are meant. */
@Singleton
public final class GoodsSql {
    private static final String FACTS = "SELECT * FROM facts_goods($1)";

    /** A customer order, by its business codes. */
    public record OrderName(
            @Nullable String owner, @Nullable String reference) {}

    private final Pool pool;

    GoodsSql(Pool pool) {
        this.pool = pool;
    }

    /** Asked together with other scans that wait. Goods and orders of owners outside the scope are not found. */
    public static Lookup<GoodsInPlace> lookup(
            long warehouse, Scope scope, ScannedGoods goods, @Nullable String location, @Nullable OrderName order) {
        return new Lookup<>(FACTS, question(warehouse, scope, goods, location, order), GoodsSql::facts);
    }

    /** The same, at once. */
    public Uni<GoodsInPlace> find(
            long warehouse, Scope scope, ScannedGoods goods, @Nullable String location, @Nullable OrderName order) {
        JsonObject question = question(warehouse, scope, goods, location, order).put("n", 0);
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(new JsonArray().add(question)))
                .map(rows -> facts(rows.iterator().next()));
    }

    private static JsonObject question(
            long warehouse, Scope scope, ScannedGoods goods, @Nullable String location, @Nullable OrderName order) {
        @Nullable String[] owners = scope.ownerCodes();
        return new JsonObject()
                .put("warehouse", warehouse)
                .put("owners", owners == null ? null : new JsonArray(List.of(owners)))
                .put("owner", goods.owner())
                .put("sku", goods.sku())
                .put("code", goods.code())
                .put("lot", goods.lotNumber())
                .put("expiration", Objects.toString(goods.expirationDate(), null))
                .put("location", location)
                .put("orderOwner", order == null ? null : order.owner())
                .put("order", order == null ? null : order.reference());
    }

    private static GoodsInPlace facts(Row row) {
        return new GoodsInPlace(
                item(row),
                row.getInteger("hits"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getLong("place_id"),
                row.getLong("order_id"));
    }

    private static GoodsInPlace.@Nullable Item item(Row row) {
        Long id = row.getLong("item_id");
        return id == null
                ? null
                : new GoodsInPlace.Item(
                        id,
                        row.getLong("owner_id"),
                        row.getString("sku"),
                        row.getBoolean("tracking"),
                        row.getBoolean("lot_tracked"),
                        row.getInteger("decimals"),
                        row.getBigDecimal("pack"),
                        row.getString("lot_pattern"));
    }
}
