package dev.lotline.operations.receiving;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.receiving.ReceivingOrderRules.AnnouncedItem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a receiving order into the house: heading, lines, lots, what they expect and the news of it, in one commit. */
@Singleton
public class Announcing {
    /** @param created false when this very order was stored before */
    public record Stored(boolean created, ReceivingOrder order) {}

    private static final String TOO_LARGE_A_NUMBER = "22003";

    private final Pool pool;
    private final ReceivingOrderSql sql;
    private final ReceivingOrders orders;

    Announcing(Pool pool, ReceivingOrderSql sql, ReceivingOrders orders) {
        this.pool = pool;
        this.sql = sql;
        this.orders = orders;
    }

    /**
     * Stores an order under its reference, whole or not at all; what it expects counts from now on. The same body again
     * answers the stored order.
     *
     * @param hash of the body, to tell the same from another; another ends with REFERENCE_REUSED
     */
    public Uni<Stored> announce(NewReceivingOrder order, byte[] hash, Actor actor) {
        ReceivingOrderRules.shape(order);
        actor.scope().requireOwner(order.owner());
        actor.scope().requireWarehouse(order.warehouse());
        return pool.withTransaction(db -> sql.context(db, order).chain(context -> {
                    byte[] stored = bytes(context);
                    return stored == null ? insert(db, order, hash, context) : again(order, hash, stored);
                }))
                .onFailure(PgException.class)
                .transform(Announcing::told)
                .chain(created -> orders.find(order.owner(), order.reference(), actor.scope())
                        .map(found -> new Stored(created, found)));
    }

    /**
     * All that stands against an order, of each line its own no; empty when it would be taken now. Nothing is stored.
     */
    public Uni<List<Refusal>> refusals(NewReceivingOrder order, Scope scope) {
        return sql.context(pool, order).chain(context -> {
            try {
                ReceivingOrderRules.shape(order);
                scope.requireOwner(order.owner());
                scope.requireWarehouse(order.warehouse());
                known(context, "warehouse_id", RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", order.warehouse());
                long ownerId = known(context, "owner_id", RefusalCode.UNKNOWN_OWNER, "owner", order.owner());
                if (bytes(context) != null) {
                    throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", order.reference());
                }
                return items(pool, order, ownerId).map(items -> ReceivingOrderRules.refusals(order, items));
            } catch (Refusal no) {
                return Uni.createFrom().item(List.of(no));
            }
        });
    }

    private Uni<Boolean> insert(SqlConnection db, NewReceivingOrder order, byte[] hash, Row context) {
        long ownerId = known(context, "owner_id", RefusalCode.UNKNOWN_OWNER, "owner", order.owner());
        long warehouseId =
                known(context, "warehouse_id", RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", order.warehouse());
        return items(db, order, ownerId).chain(items -> {
            ReceivingOrderRules.judge(order, items);
            return purchases(db, order, ownerId).chain(() -> store(db, order, hash, ownerId, warehouseId, items));
        });
    }

    private Uni<Map<String, AnnouncedItem>> items(SqlClient db, NewReceivingOrder order, long ownerId) {
        String[] skus = order.lines().stream()
                .map(NewReceivingOrder.Line::sku)
                .distinct()
                .toArray(String[]::new);
        return sql.items(db, ownerId, skus).map(rows -> {
            Map<String, AnnouncedItem> items = new HashMap<>();
            rows.forEach(row -> items.put(row.getString("sku"), item(row)));
            return items;
        });
    }

    private Uni<Void> purchases(SqlConnection db, NewReceivingOrder order, long ownerId) {
        String[] references = order.lines().stream()
                .map(NewReceivingOrder.Line::purchaseOrder)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (references.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return sql.purchases(db, ownerId, references)
                .invoke(rows -> {
                    Map<String, ReceivingOrderRules.Purchase> purchases = new HashMap<>();
                    rows.forEach(row -> purchases.put(
                            row.getString("reference"),
                            new ReceivingOrderRules.Purchase(
                                    row.getBoolean("closed"), Set.of(row.getArrayOfStrings("skus")))));
                    ReceivingOrderRules.judgePurchases(order, purchases);
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> store(
            SqlConnection db,
            NewReceivingOrder order,
            byte[] hash,
            long ownerId,
            long warehouseId,
            Map<String, AnnouncedItem> items) {
        return sql.insertHeading(db, order, ownerId, warehouseId, hash).chain(heading -> {
            if (heading == null) {
                // another call stored it while this one was looking
                return sql.context(db, order).chain(now -> again(order, hash, bytes(now)));
            }
            long id = heading.getLong("id");
            return sql.insertLines(db, id, lots(order, items))
                    .chain(() -> sql.insertCartons(db, id, warehouseId, cartons(order, items)))
                    .chain(() -> sql.announce(db, id))
                    .chain(() -> sql.tell(db, warehouseId, UUID.randomUUID(), announced(order)))
                    .replaceWith(true);
        });
    }

    /** What is expected of an item in a warehouse is a sum over all orders, and has its own largest number. */
    private static Throwable told(Throwable fault) {
        return fault instanceof PgException answer && TOO_LARGE_A_NUMBER.equals(answer.getSqlState())
                ? Refusal.invalid("lines", "make more units expected than can be kept")
                : fault;
    }

    private static Uni<Boolean> again(NewReceivingOrder order, byte[] hash, byte @Nullable [] stored) {
        if (!Arrays.equals(hash, stored)) {
            throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", order.reference());
        }
        return Uni.createFrom().item(false);
    }

    private static long known(Row context, String column, RefusalCode code, String field, String value) {
        Long id = context.getLong(column);
        if (id == null) {
            throw Refusal.of(code, Map.of("field", field, field, value));
        }
        return id;
    }

    private static byte @Nullable [] bytes(Row context) {
        return context.getValue("body_hash") == null
                ? null
                : context.getBuffer("body_hash").getBytes();
    }

    static AnnouncedItem item(Row row) {
        return new AnnouncedItem(
                row.getLong("id"),
                row.getString("sku"),
                row.getBoolean("tracking"),
                row.getBoolean("lot_tracked"),
                row.getBoolean("active"),
                row.getInteger("decimals"));
    }

    /** One element per lot, or per line of an item without lots; numbers as text, so that they stay exact. */
    private static JsonArray lots(NewReceivingOrder order, Map<String, AnnouncedItem> items) {
        JsonArray lots = new JsonArray();
        for (int n = 0; n < order.lines().size(); n++) {
            NewReceivingOrder.Line line = order.lines().get(n);
            int lineNo = n + 1;
            long itemId = Objects.requireNonNull(items.get(line.sku())).id();
            List<NewReceivingOrder.Lot> given = line.lots().isEmpty()
                    ? List.of(new NewReceivingOrder.Lot(null, null, null, line.quantity()))
                    : line.lots();
            for (NewReceivingOrder.Lot lot : given) {
                lots.add(new JsonObject()
                        .put("line_no", lineNo)
                        .put("item_id", itemId)
                        .put("line_quantity", line.quantity().toPlainString())
                        .put("purchase_order", line.purchaseOrder())
                        .put("lot_no", lots.size())
                        .put("lot_number", lot.lotNumber())
                        .put("expiration_date", text(lot.expirationDate()))
                        .put("origination_date", text(lot.originationDate()))
                        .put("quantity", lot.quantity().toPlainString()));
            }
        }
        return lots;
    }

    /** One element per line of a carton. */
    private static JsonArray cartons(NewReceivingOrder order, Map<String, AnnouncedItem> items) {
        JsonArray contents = new JsonArray();
        order.cartons()
                .forEach(carton -> carton.contents()
                        .forEach(content -> contents.add(new JsonObject()
                                .put("sscc", carton.sscc())
                                .put(
                                        "item_id",
                                        Objects.requireNonNull(items.get(content.sku()))
                                                .id())
                                .put("lot_number", content.lotNumber())
                                .put("expiration_date", text(content.expirationDate()))
                                .put("quantity", content.quantity().toPlainString()))));
        return contents;
    }

    private static @Nullable String text(@Nullable Object date) {
        return date == null ? null : date.toString();
    }

    private static JsonObject announced(NewReceivingOrder order) {
        return new JsonObject()
                .put("operation", "ANNOUNCE")
                .put("code", "SUBMITTED")
                .put("facts", new JsonObject().put("owner", order.owner()).put("reference", order.reference()));
    }
}
