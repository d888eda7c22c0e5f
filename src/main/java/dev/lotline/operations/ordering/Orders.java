package dev.lotline.operations.ordering;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders once accepted: found, listed, cancelled. */
@Singleton
public class Orders {
    /** @param replayed the command was here before; nothing was written */
    public record Done(boolean replayed, CustomerOrder order) {}

    /**
     * @param before the id that the last page ended with; 0 = from the newest
     * @param rows how many to read
     */
    public record Filter(
            @Nullable String owner, @Nullable String warehouse, boolean open, Scope scope, long before, int rows) {}

    /** Where an order's commands are booked: its warehouse, or where the house began when it names none. */
    record Place(long id, long booksId) {}

    private final Pool pool;
    private final OrderSql sql;
    private final Ledger ledger;

    Orders(Pool pool, OrderSql sql, Ledger ledger) {
        this.pool = pool;
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Ends with UNKNOWN_DOCUMENT. Of an order without warehouse, claims in warehouses out of scope are not shown. */
    public Uni<CustomerOrder> find(String owner, String reference, Scope scope) {
        return visible(owner, reference, scope).chain(place -> document(place, scope));
    }

    public Uni<List<CustomerOrder.Heading>> list(Filter filter) {
        return list(pool, filter);
    }

    /** The same within somebody's transaction. */
    public Uni<List<CustomerOrder.Heading>> list(SqlClient db, Filter filter) {
        return sql.list(db, filter)
                .map(rows -> OrderReading.list(rows).stream()
                        .map(OrderReading::heading)
                        .toList());
    }

    /** Open ones, what must leave first before the others, without a cut-off last; {@code before} is not looked at. */
    public Uni<List<CustomerOrder.Heading>> due(Filter filter) {
        return sql.due(pool, filter)
                .map(rows -> OrderReading.list(rows).stream()
                        .map(OrderReading::heading)
                        .toList());
    }

    /** Gives every claim back. Ends with PICKED_UNITS until what is picked is put back, or with ORDER_CLOSED. */
    public Uni<Done> cancel(String owner, String reference, Envelope envelope, Scope scope) {
        return commandable(owner, reference, scope)
                .chain(place -> ledger.command(Posting.of("CANCEL_ORDER", place.booksId(), envelope)
                                .order(place.id())
                                .facts(new JsonObject().put("owner", owner).put("reference", reference)))
                        .chain(posted -> {
                            posted.orRefuse();
                            return document(place, scope).map(order -> new Done(posted.replayed(), order));
                        }));
    }

    Uni<CustomerOrder> document(Place place, Scope scope) {
        return sql.document(pool, place.id())
                .chain(lines -> sql.claims(pool, place.id(), scope.warehouseCodes())
                        .chain(claims -> sql.shipments(pool, place.id())
                                .map(shipments -> OrderReading.order(lines, claims, shipments))));
    }

    Uni<Place> visible(String owner, String reference, Scope scope) {
        return place(owner, reference, scope, false);
    }

    /** A credential that is bound to warehouses can't command an order that may be anywhere: FORBIDDEN. */
    Uni<Place> commandable(String owner, String reference, Scope scope) {
        return place(owner, reference, scope, true);
    }

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
}
