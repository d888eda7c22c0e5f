package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.documents.OrderBoard.Asked;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.ordering.CustomerOrder.Heading;
import dev.lotline.operations.ordering.Orders;
import dev.lotline.operations.ordering.Orders.Filter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as a page, as a live view and as a file. */
@Singleton
final class OrderLists {
    /** Open orders of a file, which are sorted by cut-off; all orders have no end to their file. */
    private static final int MOST_OPEN = 20_000;

    private final Orders orders;
    private final Exports exports;

    OrderLists(Orders orders, Exports exports) {
        this.orders = orders;
        this.exports = exports;
    }

    /** Ends with VALIDATION_FAILED for what no list of orders is asked. */
    static Asked asked(dev.lotline.edge.console.shell.table.Asked address) {
        return new Asked(
                state(address.one("state")),
                address.one("owner"),
                address.one("warehouse"),
                (int) number("from", address.one("from")),
                number("before", address.one("before")));
    }

    private static long number(String name, @Nullable String given) {
        if (given != null && !given.matches("[0-9]{1,9}" + (name.equals("from") ? "" : "[0-9]{0,9}"))) {
            throw Refusal.invalid(name, "must be what a page ended with");
        }
        return given == null ? 0 : Long.parseLong(given);
    }

    private static String state(@Nullable String state) {
        String asked = state == null ? "open" : state;
        if (!asked.matches("open|all|short|[A-Z_]{3,30}")) {
            throw Refusal.invalid("state", "must be open, all, short or the state of an order");
        }
        return asked;
    }

    /** The open orders that must leave first. */
    Uni<List<Heading>> due(Asked asked, Scope scope) {
        return orders.due(filter(asked, scope, 0, OrderBoard.MOST));
    }

    /** Of all orders the newest, one more than a page has when there are more. */
    Uni<List<Heading>> every(Asked asked, Scope scope) {
        return orders.list(filter(asked, scope, asked.before(), View.ROWS + 1));
    }

    /** Of those that are due a page, and one more when there are more. */
    static List<Heading> page(Asked asked, List<Heading> due) {
        return due.stream()
                .filter(asked::fits)
                .skip(asked.from())
                .limit(View.ROWS + 1)
                .toList();
    }

    /** All of the filter. Ends with TOO_LARGE when more orders are open than a file holds by cut-off. */
    Multi<List<Heading>> all(Asked asked, Scope scope) {
        if (asked.all()) {
            return exports.snapshots()
                    .all(0L, Heading::id, (db, before, rows) -> orders.list(db, filter(asked, scope, before, rows)));
        }
        return orders.due(filter(asked, scope, 0, MOST_OPEN + 1))
                .map(open -> {
                    if (open.size() > MOST_OPEN) {
                        throw Refusal.of(RefusalCode.TOO_LARGE);
                    }
                    return open.stream().filter(asked::fits).toList();
                })
                .toMulti();
    }

    private static Filter filter(Asked asked, Scope scope, long before, int rows) {
        return new Filter(asked.owner(), asked.warehouse(), false, scope, before, rows);
    }
}
