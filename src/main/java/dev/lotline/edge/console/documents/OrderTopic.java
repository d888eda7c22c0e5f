package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.documents.OrderBoard.Narrowed;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The list of orders, as one address shows it. */
@Singleton
final class OrderTopic implements Topic {
    static final String NAME = "orders";

    private final OrderLists lists;

    OrderTopic(OrderLists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.ORDER_READ;
    }

    @Override
    public void check(String argument, Scope scope) {
        Narrowed to = narrowed(argument);
        View.within(scope, to.owner(), to.warehouse());
    }

    /** Whatever moves or is held may give an order units, or take them. */
    @Override
    public boolean concerned(Change change, String argument) {
        String owner = narrowed(argument).owner();
        return owner == null || change.mayConcern(owner);
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        Asked asked = OrderTable.TABLE.asked(argument);
        Narrowed to = narrowed(argument);
        return (to.all() || asked.sort() != null
                        ? lists.page(asked, List.of(), viewer.scope())
                        : lists.due(to, viewer.scope()).chain(due -> lists.page(asked, due, viewer.scope())))
                .chain(rows -> OrderTable.TABLE.parts(viewer.language(), asked, rows, View.ROWS, null));
    }

    private static Narrowed narrowed(String argument) {
        return OrderLists.narrowed(OrderTable.TABLE.asked(argument));
    }
}
