package dev.lotline.edge.console.audit;

import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.stock.ledger.invariant.Invariant;
import java.util.function.Function;

/** What was recorded, and what the invariants found, as lists. */
final class AuditTables {
    static final Table<Recorded> EVENTS = Table.<Recorded>of("audit", Recorded::id)
            .cursor(event -> AuditFilter.Mark.of(event).text())
            .parameters("warehouse", "device", "actor", "operation", "verdict", "code", "day")
            .sortedHere()
            .columns(
                    Column.<Recorded>text("recordedAt", own(AuditWords::recorded), Recorded::recordedAt)
                            .exact(),
                    Column.text("operation", words(Words::what), Recorded::operation),
                    Column.<Recorded>text("verdict", own(AuditWords::verdict), Recorded::verdict)
                            .look(row -> row.refused() ? "warn" : ""),
                    Column.text("code", own(AuditWords::code), Recorded::code),
                    Column.<Recorded>text(
                                    "raw",
                                    own(AuditWords::raw),
                                    row -> row.scanned().isEmpty() ? null : row.scanned())
                            .look(row -> "name code"),
                    Column.text("actor", words(Words::who), Recorded::actor),
                    Column.text("device", own(AuditWords::device), Recorded::device),
                    Column.number("seq", own(AuditWords::seq), Recorded::seq),
                    Column.<Recorded>text("at", own(AuditWords::device_time), Recorded::at)
                            .exact()
                            .extra(),
                    Column.<Recorded>number(
                                    "movements",
                                    own(AuditWords::movements),
                                    row -> row.movements().size())
                            .help(own(AuditWords::movements_help)),
                    Column.text("warehouse", words(Words::warehouse), Recorded::warehouse),
                    Column.<Recorded>text("undoOf", own(AuditWords::undo_of), Recorded::undoOf)
                            .link(row -> row.undoOf() == null ? null : "/audit/" + row.undoOf())
                            .extra(),
                    Column.<Recorded>text("event", own(AuditWords::id), Recorded::id)
                            .brief(Recorded::brief)
                            .look(row -> "code")
                            .link(row -> "/audit/" + row.id()));

    static final Table<Invariant> INVARIANTS = Table.<Invariant>of("invariants", Invariant::id)
            .sortedHere()
            .columns(
                    Column.text("invariant", language -> "#", Invariant::id),
                    Column.<Invariant>text("name", own(AuditWords::says), Invariant::name)
                            .look(row -> "says wider")
                            .drawn((frame, asked, row) -> InvariantPages.Templates.invariantSays(frame, row)),
                    Column.<Invariant>number("violations", own(AuditWords::violations), Invariant::violations)
                            .look(row -> row.violations() > 0 ? "warn" : ""),
                    Column.<Invariant>text("checkedAt", own(AuditWords::snapshot_of), Invariant::checkedAt)
                            .exact()
                            .extra(),
                    Column.number("millis", language -> "ms", Invariant::millis));

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text own(Function<AuditWords, String> message) {
        return Text.of(AuditWords.class, message);
    }

    private AuditTables() {}
}
