package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.documents.OrderBoard.Narrowed;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.ordering.CustomerOrder.Heading;
import dev.lotline.operations.ordering.Orders;
import dev.lotline.operations.ordering.Orders.Filter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Orders as a page, as a live view and as a file. */
@Singleton
final class OrderLists {
    private final Orders orders;
    private final Exports exports;

    OrderLists(Orders orders, Exports exports) {
        this.orders = orders;
        this.exports = exports;
    }

    /** Ends with VALIDATION_FAILED for what no list of orders is asked. */
    static Narrowed narrowed(Asked asked) {
        return new Narrowed(state(asked.one("state")), asked.one("owner"), asked.one("warehouse"));
    }

    private static String state(@Nullable String state) {
        String asked = state == null ? "open" : state;
        if (!asked.matches("open|all|short|[A-Z_]{3,30}")) {
            throw Refusal.invalid("state", "must be open, all, short or the state of an order");
        }
        return asked;
    }

    /** The open orders that must leave first. */
    Uni<List<Heading>> due(Narrowed to, Scope scope) {
        return orders.due(filter(to, scope, 0, OrderBoard.MOST));
    }

    /**
     * What a page shows, and one row more when there are more.
     *
     * @param due the orders that must leave first: they were read anyway, and a page in that order is made of them
     */
    Uni<List<Heading>> page(Asked asked, List<Heading> due, Scope scope) {
        Narrowed to = narrowed(asked);
        return to.all()
                ? OrderTable.TABLE.page(
                        asked,
                        () -> orders.list(filter(to, scope, asked.afterId(), View.ROWS + 1)),
                        most -> orders.list(filter(to, scope, 0, most)))
                : OrderTable.TABLE.page(
                        asked,
                        () -> Uni.createFrom().item(OrderTable.TABLE.within(asked, fitting(to, due))),
                        most -> open(to, most, scope));
    }

    private Uni<List<Heading>> open(Narrowed to, int most, Scope scope) {
        return orders.due(filter(to, scope, 0, most)).map(open -> fitting(to, open));
    }

    private static List<Heading> fitting(Narrowed to, List<Heading> due) {
        return due.stream().filter(to::fits).toList();
    }

    /** All of the filter. Ends with EXPORT_TOO_LARGE when more orders are open than are sorted by cut-off. */
    RestMulti<byte[]> file(String type, Asked asked, Scope scope) {
        Narrowed to = narrowed(asked);
        View.within(scope, to.owner(), to.warehouse());
        return to.all()
                ? exports.file(type, OrderTable.TABLE, asked, to.warehouse(), () -> every(to, scope))
                : exports.whole(type, OrderTable.TABLE, asked, to.warehouse(), most -> open(to, most, scope));
    }

    private Multi<List<Heading>> every(Narrowed to, Scope scope) {
        return exports.snapshots()
                .all(0L, Heading::id, (db, before, rows) -> orders.list(db, filter(to, scope, before, rows)));
    }

    private static Filter filter(Narrowed to, Scope scope, long before, int rows) {
        return new Filter(to.owner(), to.warehouse(), false, scope, before, rows);
    }
}
