package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.ordering.CustomerOrder.Heading;
import java.util.function.Function;

/** The columns of the list of orders. */
final class OrderTable {
    static final Table<Heading> TABLE = Table.of("orders", Heading::id)
            .parameters("state", "owner", "warehouse")
            .sortedHere()
            .columns(
                    Column.<Heading>text("reference", work(WorkWords::reference), Heading::reference)
                            .link(row -> "/orders/" + View.encoded(row.owner()) + "/" + View.encoded(row.reference())),
                    Column.text("owner", words(Words::owner), Heading::owner),
                    Column.text("warehouse", words(Words::warehouse), Heading::warehouse),
                    Column.date("shipBy", work(WorkWords::ship_by), Heading::shipBy),
                    Column.number("priority", work(WorkWords::priority), Heading::priority),
                    Column.text("state", words(Words::state), Heading::state),
                    Column.units("allocated", work(WorkWords::allocated), Heading::allocated)
                            .help(own(OrderWords::allocated_help)),
                    Column.units("reserved", words(Words::reserved), Heading::reserved)
                            .help(own(OrderWords::reserved_help)),
                    Column.units("picked", work(WorkWords::picked), Heading::picked)
                            .help(own(OrderWords::picked_help)),
                    Column.units("shipped", work(WorkWords::shipped), Heading::shipped),
                    Column.<Heading>units("lacking", work(WorkWords::lacking), Heading::backordered)
                            .help(own(OrderWords::lacking_help))
                            .look(row -> row.backordered().signum() > 0 ? "warn" : ""));

    private OrderTable() {}

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text work(Function<WorkWords, String> message) {
        return Text.of(WorkWords.class, message);
    }

    private static Text own(Function<OrderWords, String> message) {
        return Text.of(OrderWords.class, message);
    }
}
