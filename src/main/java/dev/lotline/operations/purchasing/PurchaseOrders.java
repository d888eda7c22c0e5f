package dev.lotline.operations.purchasing;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.purchasing.PurchaseOrderRules.BoughtItem;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Purchase orders: given, looked at, listed, closed. */
@Singleton
public class PurchaseOrders {
    /** @param created false when this very order was stored before */
    public record Stored(boolean created, PurchaseOrder order) {}

    /** @param replayed the command was here before; nothing was written */
    public record Done(boolean replayed, PurchaseOrder order) {}

    /**
     * @param before the id that the last page ended with; 0 = from the newest
     * @param rows how many to read
     */
    public record Filter(
            @Nullable String owner, @Nullable String warehouse, boolean open, Scope scope, long before, int rows) {}

    private record Place(long id, long booksId) {}

    private final Pool pool;
    private final PurchaseOrderSql sql;
    private final Ledger ledger;

    PurchaseOrders(Pool pool, PurchaseOrderSql sql, Ledger ledger) {
        this.pool = pool;
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Stores a purchase order under its reference. The same body again answers the stored order. Ends with
     * VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM, ITEM_NOT_TRACKED, ITEM_INACTIVE.
     *
     * @param hash of the body, to tell the same from another; another ends with REFERENCE_REUSED
     */
    public Uni<Stored> order(NewPurchaseOrder order, byte[] hash, Actor actor) {
        PurchaseOrderRules.shape(order);
        actor.scope().requireOwner(order.owner());
        if (order.warehouse() != null) {
            actor.scope().requireWarehouse(order.warehouse());
        } else if (actor.scope().warehouses() != null) {
            throw Refusal.invalid("warehouse", "is required for a credential that is bound to warehouses");
        }
        return pool.withTransaction(db -> sql.context(db, order).chain(context -> {
                    byte[] stored = bytes(context);
                    return stored == null ? insert(db, order, hash, context) : again(order, hash, stored);
                }))
                .chain(created ->
                        find(order.owner(), order.reference(), actor.scope()).map(found -> new Stored(created, found)));
    }

    private Uni<Boolean> insert(SqlConnection db, NewPurchaseOrder order, byte[] hash, Row context) {
        Long ownerId = context.getLong("owner_id");
        if (ownerId == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_OWNER, Map.of("field", "owner", "owner", order.owner()));
        }
        Long warehouseId = context.getLong("warehouse_id");
        if (order.warehouse() != null && warehouseId == null) {
            throw Refusal.of(
                    RefusalCode.UNKNOWN_WAREHOUSE, Map.of("field", "warehouse", "warehouse", order.warehouse()));
        }
        Long booksId = warehouseId == null ? context.getLong("first_warehouse_id") : warehouseId;
        String[] skus = order.lines().stream().map(NewPurchaseOrder.Line::sku).toArray(String[]::new);
        return sql.items(db, ownerId, skus).chain(rows -> {
            Map<String, BoughtItem> items = new HashMap<>();
            rows.forEach(row -> items.put(row.getString("sku"), item(row)));
            PurchaseOrderRules.judge(order, items);
            return sql.insertHeading(db, order, ownerId, warehouseId, hash).chain(id -> {
                if (id == null) {
                    // another call stored it while this one was looking
                    return sql.context(db, order).chain(now -> again(order, hash, bytes(now)));
                }
                return sql.insertLines(db, id, lines(order, items))
                        .chain(() -> sql.tell(db, Objects.requireNonNull(booksId), given(order)))
                        .replaceWith(true);
            });
        });
    }

    private static Uni<Boolean> again(NewPurchaseOrder order, byte[] hash, byte @Nullable [] stored) {
        if (!Arrays.equals(hash, stored)) {
            throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", order.reference());
        }
        return Uni.createFrom().item(false);
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    public Uni<PurchaseOrder> find(String owner, String reference, Scope scope) {
        return place(owner, reference, scope, false).chain(place -> document(place.id()));
    }

    public Uni<List<PurchaseOrder.Heading>> list(Filter filter) {
        return sql.list(pool, filter)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PurchaseOrderReading::heading)
                        .toList());
    }

    /** Nothing more is to be shipped for it; what is on its way still arrives. Ends with DOCUMENT_CLOSED. */
    public Uni<Done> close(String owner, String reference, Envelope envelope, Scope scope) {
        return place(owner, reference, scope, true)
                .chain(place -> ledger.command(Posting.of("CLOSE_PURCHASE", place.booksId(), envelope)
                                .facts(new JsonObject().put("purchaseOrderId", place.id())))
                        .chain(posted -> {
                            posted.orRefuse();
                            return document(place.id()).map(order -> new Done(posted.replayed(), order));
                        }));
    }

    private Uni<PurchaseOrder> document(long id) {
        return sql.document(pool, id).map(PurchaseOrderReading::order);
    }

    /** A credential that is bound to warehouses can't command an order that may go anywhere: FORBIDDEN. */
    private Uni<Place> place(String owner, String reference, Scope scope, boolean command) {
        scope.requireOwner(owner);
        return sql.heading(pool, owner, reference).map(row -> {
            String warehouse = row == null ? null : row.getString("warehouse");
            if (row == null || (warehouse != null && !scope.coversWarehouse(warehouse))) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", reference);
            }
            if (command && warehouse == null && scope.warehouses() != null) {
                throw Refusal.of(RefusalCode.FORBIDDEN, "reference", reference);
            }
            return new Place(row.getLong("id"), row.getLong("books_id"));
        });
    }

    private static byte @Nullable [] bytes(Row context) {
        return context.getValue("body_hash") == null
                ? null
                : context.getBuffer("body_hash").getBytes();
    }

    private static BoughtItem item(Row row) {
        return new BoughtItem(
                row.getLong("id"), row.getBoolean("tracking"), row.getBoolean("active"), row.getInteger("decimals"));
    }

    /** Numbers as text, so that they stay exact. */
    private static JsonArray lines(NewPurchaseOrder order, Map<String, BoughtItem> items) {
        JsonArray lines = new JsonArray();
        for (NewPurchaseOrder.Line line : order.lines()) {
            lines.add(new JsonObject()
                    .put("line_no", lines.size() + 1)
                    .put(
                            "item_id",
                            Objects.requireNonNull(items.get(line.sku())).id())
                    .put("quantity", line.quantity().toPlainString()));
        }
        return lines;
    }

    private static JsonObject given(NewPurchaseOrder order) {
        return new JsonObject()
                .put("operation", "PURCHASE")
                .put("code", "ORDERED")
                .put("facts", new JsonObject().put("owner", order.owner()).put("reference", order.reference()));
    }
}
