package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.receiving.ReceivingBoard.Narrowed;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.receiving.ReceivingOrder.Heading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The list of receiving orders, as one address shows it. */
@Singleton
final class ReceivingTopic implements Topic {
    static final String NAME = "receiving";

    private final ReceivingLists lists;

    ReceivingTopic(ReceivingLists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.INBOUND_READ;
    }

    @Override
    public void check(String argument, Scope scope) {
        Narrowed to = ReceivingLists.narrowed(ReceivingTable.TABLE.asked(argument));
        View.within(scope, to.owner(), to.warehouse());
    }

    @Override
    public boolean concerned(Change change, String argument) {
        return change.topic().equals("lotline.receiving") || change.topic().equals("lotline.movement");
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        Asked asked = ReceivingTable.TABLE.asked(argument);
        Narrowed to = ReceivingLists.narrowed(asked);
        Uni<List<Heading>> counted = ReceivingBoard.STATES.contains(to.state()) && asked.sort() == null
                ? lists.counted(to, viewer.scope())
                : Uni.createFrom().item(List.of());
        return counted.chain(open -> lists.page(asked, open, viewer.scope()))
                .chain(rows -> ReceivingTable.TABLE.parts(viewer.language(), asked, rows, View.ROWS, null));
    }
}
