package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.receiving.ReceivingBoard.Narrowed;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.receiving.ReceivingOrder.Heading;
import dev.lotline.operations.receiving.ReceivingOrders;
import dev.lotline.operations.receiving.ReceivingOrders.Filter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestMulti;
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
    static Narrowed narrowed(Asked asked) {
        return new Narrowed(state(asked.one("state")), asked.one("owner"), asked.one("warehouse"));
    }

    private static String state(@Nullable String state) {
        String asked = state == null ? "open" : state;
        if (!asked.equals("open") && !asked.equals("all") && !ReceivingBoard.STATES.contains(asked)) {
            throw Refusal.invalid("state", "must be open, all, or one of " + ReceivingBoard.STATES);
        }
        return asked;
    }

    /** The newest open orders, which are counted by state. */
    Uni<List<Heading>> counted(Narrowed to, Scope scope) {
        return orders.list(filter(to, true, scope, 0, ReceivingBoard.MOST));
    }

    /**
     * What a page shows, and one row more when there are more.
     *
     * @param counted the newest open orders: they were read anyway, and a page of one state is made of them
     */
    Uni<List<Heading>> page(Asked asked, List<Heading> counted, Scope scope) {
        Narrowed to = narrowed(asked);
        return ReceivingTable.TABLE.page(
                asked,
                () -> ReceivingBoard.STATES.contains(to.state())
                        ? Uni.createFrom().item(ReceivingTable.TABLE.within(asked, fitting(to, counted)))
                        : orders.list(filter(to, to.open(), scope, asked.afterId(), View.ROWS + 1)),
                most -> orders.list(filter(to, to.open(), scope, 0, most)).map(rows -> fitting(to, rows)));
    }

    private static List<Heading> fitting(Narrowed to, List<Heading> rows) {
        return rows.stream().filter(to::fits).toList();
    }

    /** All of the filter, as of one moment. */
    RestMulti<byte[]> file(String type, Asked asked, Scope scope) {
        Narrowed to = narrowed(asked);
        View.within(scope, to.owner(), to.warehouse());
        return exports.file(
                type,
                ReceivingTable.TABLE,
                asked,
                to.warehouse(),
                () -> exports.snapshots()
                        .all(
                                0L,
                                Heading::id,
                                (db, before, rows) -> orders.list(db, filter(to, to.open(), scope, before, rows)))
                        .map(rows -> fitting(to, rows)));
    }

    private static Filter filter(Narrowed to, boolean open, Scope scope, long before, int rows) {
        return new Filter(to.owner(), to.warehouse(), open, scope, before, rows);
    }
}
