package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.documents.OrderBoard.Asked;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

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
        Asked asked = asked(argument);
        View.within(scope, asked.owner(), asked.warehouse());
    }

    /** Whatever moves or is held may give an order units, or take them. */
    @Override
    public boolean concerned(Change change, String argument) {
        Asked asked = asked(argument);
        return asked.owner() == null || change.mayConcern(asked.owner());
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        Asked asked = asked(argument);
        return (asked.all()
                        ? lists.every(asked, viewer.scope())
                        : lists.due(asked, viewer.scope()).map(due -> OrderLists.page(asked, due)))
                .chain(rows -> OrderTable.TABLE.parts(
                        viewer.language(), OrderTable.TABLE.asked(argument), rows, View.ROWS, null));
    }

    private static Asked asked(String argument) {
        return OrderLists.asked(OrderTable.TABLE.asked(argument));
    }
}
