package dev.lotline.edge.console.counting;

import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.counting.Adjustment;
import dev.lotline.operations.counting.CountPlan;
import java.util.List;
import java.util.function.Function;

/** The columns of the lists of counts and adjustments. */
final class CountTables {
    static final String STATE = "state";
    static final String STATUS = "status";
    static final List<String> STATUSES = List.of("WAITING", "POSTED", "REJECTED", "WITHDRAWN", "UNDONE");

    static final Table<CountPlan> COUNTS = Table.<CountPlan>of("counts", CountPlan::id)
            .choice(STATE, "open", work(WorkWords::only_open), "all", work(WorkWords::all))
            .sortedHere()
            .columns(
                    Column.<CountPlan>number("count", own(CountWords::count), CountPlan::id)
                            .link(row -> "/counts/" + row.id()),
                    Column.text("warehouse", words(Words::warehouse), CountPlan::warehouse),
                    Column.text("basis", own(CountWords::basis), CountPlan::basis),
                    Column.<CountPlan>text("state", words(Words::state), CountPlan::state)
                            .look(row -> row.state().equals("WAITING") ? "warn" : ""),
                    Column.text("askedBy", own(CountWords::asked_by), CountPlan::askedBy),
                    Column.text("askedAt", words(Words::when), CountPlan::askedAt),
                    Column.text("closedAt", own(CountWords::closed), CountPlan::closedAt),
                    Column.<CountPlan>text("note", work(WorkWords::note), CountPlan::note)
                            .look(row -> "name"));

    static final Table<Adjustment> ADJUSTMENTS = Table.<Adjustment>of("adjustments", row -> String.valueOf(row.id()))
            .oneOf(STATUS, work(WorkWords::all), STATUSES)
            .parameters("undo")
            .sortedHere()
            .columns(
                    Column.number("adjustment", language -> "#", Adjustment::id),
                    Column.text("kind", words(Words::what), Adjustment::kind),
                    Column.text("warehouse", words(Words::warehouse), Adjustment::warehouse),
                    Column.text("location", words(Words::place), Adjustment::location),
                    Column.text("owner", words(Words::owner), Adjustment::owner),
                    Column.text("sku", words(Words::sku), Adjustment::sku),
                    Column.text("lot", words(Words::lot), Adjustment::lotNumber),
                    Column.<Adjustment>date("expires", words(Words::expires), Adjustment::expirationDate)
                            .extra(),
                    Column.<Adjustment>text("state", own(CountWords::units_state), Adjustment::state)
                            .extra(),
                    Column.<Adjustment>units("delta", own(CountWords::delta), Adjustment::delta)
                            .help(own(CountWords::delta_help))
                            .look(row -> "strong"),
                    Column.<Adjustment>text("reason", work(WorkWords::reason), Adjustment::reason)
                            .look(row -> "name"),
                    Column.<Adjustment>text("status", words(Words::state), Adjustment::status)
                            .look(row -> row.status().equals("WAITING") ? "warn" : ""),
                    Column.text("askedBy", own(CountWords::asked_by), Adjustment::askedBy),
                    Column.text("askedAt", words(Words::when), Adjustment::askedAt),
                    Column.text("decidedBy", own(CountWords::decided_by), Adjustment::decidedBy),
                    Column.<Adjustment>text("note", work(WorkWords::note), Adjustment::note)
                            .look(row -> "name"),
                    Column.acts((frame, asked, row) -> AdjustmentPages.acts(frame, row)));

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text work(Function<WorkWords, String> message) {
        return Text.of(WorkWords.class, message);
    }

    private static Text own(Function<CountWords, String> message) {
        return Text.of(CountWords.class, message);
    }

    private CountTables() {}
}
