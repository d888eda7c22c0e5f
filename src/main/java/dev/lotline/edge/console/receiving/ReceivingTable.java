package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.receiving.ReceivingOrder.Heading;
import java.util.function.Function;

/** The columns of the list of receiving orders. */
final class ReceivingTable {
    static final Table<Heading> TABLE = Table.of("receiving", Heading::id)
            .parameters("state", "owner", "warehouse")
            .sortedHere()
            .columns(
                    Column.<Heading>text("reference", work(WorkWords::reference), Heading::reference)
                            .link(row -> ReceivingPages.address(row.owner(), row.reference())),
                    Column.text("owner", words(Words::owner), Heading::owner),
                    Column.text("kind", work(WorkWords::kind), Heading::kind),
                    Column.text("warehouse", words(Words::warehouse), Heading::warehouse),
                    Column.date("expectedOn", work(WorkWords::expected_on), Heading::expectedOn),
                    Column.<Heading>text("state", words(Words::state), Heading::state)
                            .look(row -> row.state().equals("EXCEPTION") ? "warn" : ""),
                    Column.units("expected", work(WorkWords::expected), Heading::expected)
                            .help(own(ReceivingWords::expected_help)),
                    Column.units("received", work(WorkWords::received), Heading::received)
                            .help(own(ReceivingWords::received_help)),
                    Column.units("stowed", work(WorkWords::stowed), Heading::stowed)
                            .help(own(ReceivingWords::stowed_help)),
                    Column.units("committed", work(WorkWords::committed_units), Heading::committed)
                            .help(own(ReceivingWords::committed_help)));

    private ReceivingTable() {}

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text work(Function<WorkWords, String> message) {
        return Text.of(WorkWords.class, message);
    }

    private static Text own(Function<ReceivingWords, String> message) {
        return Text.of(ReceivingWords.class, message);
    }
}
