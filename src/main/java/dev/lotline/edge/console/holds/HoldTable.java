package dev.lotline.edge.console.holds;

import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.quarantine.Hold.Heading;
import java.util.function.Function;

/** The columns of the list of holds. */
final class HoldTable {
    static final Table<Heading> TABLE = Table.of("holds", Heading::id)
            .choice("state", "open", work(WorkWords::only_open), "all", work(WorkWords::all))
            .sortedHere()
            .columns(
                    Column.<Heading>number("hold", words(Words::hold), Heading::id)
                            .link(row -> "/holds/" + row.id()),
                    Column.text("owner", words(Words::owner), Heading::owner),
                    Column.text("reason", work(WorkWords::reason), Heading::reason),
                    Column.text("scope", work(WorkWords::scope), Heading::scope),
                    Column.text("state", words(Words::state), Heading::state),
                    Column.units("left", work(WorkWords::still_held), Heading::left),
                    Column.text("placedAt", words(Words::when), Heading::placedAt),
                    Column.text("placedBy", words(Words::who), Heading::placedBy),
                    Column.<Heading>text("note", work(WorkWords::note), Heading::note)
                            .look(row -> "name"));

    private HoldTable() {}

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text work(Function<WorkWords, String> message) {
        return Text.of(WorkWords.class, message);
    }
}
