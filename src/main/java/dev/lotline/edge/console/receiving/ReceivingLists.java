package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.receiving.ReceivingBoard.Asked;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.receiving.ReceivingOrder.Heading;
import dev.lotline.operations.receiving.ReceivingOrders;
import dev.lotline.operations.receiving.ReceivingOrders.Filter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receiving orders as a page, as a live view and as a file. */
@Singleton
final class ReceivingLists {
    private final ReceivingOrders orders;
    private final Exports exports;

    ReceivingLists(ReceivingOrders orders, Exports exports) {
        this.orders = orders;
        this.exports = exports;
    }

    /** Ends with VALIDATION_FAILED for what no list of receiving orders is asked. */
    static Asked asked(dev.lotline.edge.console.shell.table.Asked address) {
        String before = address.one("before");
        if (before != null && !before.matches("[0-9]{1,18}")) {
            throw Refusal.invalid("before", "must be the id that a page ended with");
        }
        return new Asked(
                state(address.one("state")),
                address.one("owner"),
                address.one("warehouse"),
                View.before(before == null ? null : Long.valueOf(before)));
    }

    private static String state(@Nullable String state) {
        String asked = state == null ? "open" : state;
        if (!asked.equals("open") && !asked.equals("all") && !ReceivingBoard.STATES.contains(asked)) {
            throw Refusal.invalid("state", "must be open, all, or one of " + ReceivingBoard.STATES);
        }
        return asked;
    }

    /** The newest open orders, which are counted by state. */
    Uni<List<Heading>> counted(Asked asked, Scope scope) {
        return orders.list(filter(asked, true, scope, 0, ReceivingBoard.MOST));
    }

    /** Of one state among the open orders that were counted anyway, else the next rows of the list. */
    Uni<View.Rows<Heading>> page(Asked asked, List<Heading> counted, Scope scope) {
        if (!asked.one()) {
            return orders.list(filter(asked, asked.open(), scope, asked.before(), View.ROWS + 1))
                    .map(rows -> View.Rows.of(rows, asked.open(), Heading::id));
        }
        List<Heading> rows = counted.stream()
                .filter(row -> row.state().equals(asked.state()))
                .filter(row -> asked.before() == 0 || row.id() < asked.before())
                .limit(View.ROWS + 1)
                .toList();
        return Uni.createFrom().item(View.Rows.of(rows, true, Heading::id));
    }

    /** All of the filter, as of one moment. */
    Multi<List<Heading>> all(Asked asked, Scope scope) {
        return exports.snapshots()
                .all(
                        0L,
                        Heading::id,
                        (db, before, rows) -> orders.list(db, filter(asked, asked.open(), scope, before, rows)))
                .map(rows -> rows.stream()
                        .filter(row -> !asked.one() || row.state().equals(asked.state()))
                        .toList());
    }

    private static Filter filter(Asked asked, boolean open, Scope scope, long before, int rows) {
        return new Filter(asked.owner(), asked.warehouse(), open, scope, before, rows);
    }
}
