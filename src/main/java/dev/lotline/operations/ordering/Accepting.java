package dev.lotline.operations.ordering;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.ordering.OrderRules.NamedLot;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an order into the house: heading, lines, what each is promised and the news of it, in one commit. */
@Singleton
public class Accepting {
    /** @param created false when this very order was stored before */
    public record Stored(boolean created, CustomerOrder order) {}

    private final Pool pool;
    private final OrderSql sql;
    private final Orders orders;

    Accepting(Pool pool, OrderSql sql, Orders orders) {
        this.pool = pool;
        this.sql = sql;
        this.orders = orders;
    }

    /**
     * Stores an order under its reference, whole or not at all, and promises it what is free. The same body again
     * answers the stored order.
     *
     * @param hash of the body, to tell the same from another; another ends with REFERENCE_REUSED
     */
    public Uni<Stored> accept(NewOrder order, byte[] hash, Actor actor) {
        OrderRules.shape(order);
        actor.scope().requireOwner(order.owner());
        String warehouse = order.warehouse();
        if (warehouse != null) {
            actor.scope().requireWarehouse(warehouse);
        } else if (actor.scope().warehouses() != null) {
            // by priority it could be served from warehouses that are none of this credential's
            throw Refusal.invalid("warehouse", "is required for a credential that is bound to warehouses");
        }
        return pool.withTransaction(db -> sql.context(db, order).chain(context -> {
                    byte[] stored = bytes(context);
                    return stored == null ? insert(db, order, hash, context) : again(order, hash, stored);
                }))
                .chain(created -> orders.find(order.owner(), order.reference(), actor.scope())
                        .map(found -> new Stored(created, found)));
    }

    private Uni<Boolean> insert(SqlConnection db, NewOrder order, byte[] hash, Row context) {
        Long ownerId = context.getLong("owner_id");
        if (ownerId == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_OWNER, Map.of("field", "owner", "owner", order.owner()));
        }
        Long warehouseId = context.getLong("warehouse_id");
        if (order.warehouse() != null && warehouseId == null) {
            throw Refusal.of(
                    RefusalCode.UNKNOWN_WAREHOUSE, Map.of("field", "warehouse", "warehouse", order.warehouse()));
        }
        long booksId = warehouseId == null ? context.getLong("first_warehouse_id") : warehouseId;
        return sql.items(db, ownerId, skus(order), lotNumbers(order)).chain(rows -> {
            Map<String, OrderedItem> items = new HashMap<>();
            Set<NamedLot> lots = new HashSet<>();
            rows.forEach(row -> {
                items.put(row.getString("sku"), item(row));
                for (String lot : row.getArrayOfStrings("lots")) {
                    lots.add(new NamedLot(row.getString("sku"), lot));
                }
            });
            OrderRules.judge(order, items, lots);
            return sql.insertHeading(db, order, ownerId, warehouseId, hash).chain(heading -> {
                if (heading == null) {
                    // another call stored it while this one was looking
                    return sql.context(db, order).chain(now -> again(order, hash, bytes(now)));
                }
                long id = heading.getLong("id");
                return sql.insertLines(db, id, lines(order, items))
                        .chain(() -> sql.allocate(db, id))
                        .chain(() -> sql.tell(db, booksId, UUID.randomUUID(), accepted(order)))
                        .replaceWith(true);
            });
        });
    }

    private static Uni<Boolean> again(NewOrder order, byte[] hash, byte @Nullable [] stored) {
        if (!Arrays.equals(hash, stored)) {
            throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", order.reference());
        }
        return Uni.createFrom().item(false);
    }

    private static String[] skus(NewOrder order) {
        return order.lines().stream().map(NewOrder.Line::sku).distinct().toArray(String[]::new);
    }

    private static String[] lotNumbers(NewOrder order) {
        return order.lines().stream()
                .map(NewOrder.Line::lotNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    private static byte @Nullable [] bytes(Row context) {
        return context.getValue("body_hash") == null
                ? null
                : context.getBuffer("body_hash").getBytes();
    }

    private static OrderedItem item(Row row) {
        return new OrderedItem(
                row.getLong("id"),
                row.getString("sku"),
                row.getBoolean("tracking"),
                row.getBoolean("lot_tracked"),
                row.getBoolean("active"),
                row.getInteger("decimals"));
    }

    /** Numbers as text, so that they stay exact. */
    private static JsonArray lines(NewOrder order, Map<String, OrderedItem> items) {
        JsonArray lines = new JsonArray();
        for (NewOrder.Line line : order.lines()) {
            OrderedItem item = Objects.requireNonNull(items.get(line.sku()));
            lines.add(new JsonObject()
                    .put("line_no", lines.size() + 1)
                    .put("item_id", item.id())
                    .put("quantity", line.quantity().toPlainString())
                    .put("lot_number", line.lotNumber())
                    .put("single_lot", line.singleLot())
                    .put("min_shelf_life_days", order.minShelfLifeDays(line))
                    .put("untracked", !item.tracking()));
        }
        return lines;
    }

    private static JsonObject accepted(NewOrder order) {
        return new JsonObject()
                .put("operation", "ORDER")
                .put("code", "ACCEPTED")
                .put("facts", new JsonObject().put("owner", order.owner()).put("reference", order.reference()));
    }
}
