package dev.lotline.edge.console.audit;

import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.stock.ledger.invariant.Invariant;

/** What was recorded, and what the invariants found, as files. */
final class AuditTables {
    static final Table<Recorded> EVENTS = Table.<Recorded>of("audit", Recorded::id)
            .parameters("warehouse", "device", "actor", "operation", "verdict", "code", "day")
            .columns(
                    Column.coded("recordedAt", row -> row.recordedAt()),
                    Column.coded("operation", row -> row.operation()),
                    Column.coded("verdict", row -> row.verdict()),
                    Column.coded("code", row -> row.code()),
                    Column.coded("raw", row -> row.scanned()),
                    Column.coded("actor", row -> row.actor()),
                    Column.coded("device", row -> row.device()),
                    Column.coded("seq", row -> row.seq()),
                    Column.coded("at", row -> row.at()),
                    Column.coded("movements", row -> row.movements().size()),
                    Column.coded("warehouse", row -> row.warehouse()),
                    Column.coded("undoOf", row -> row.undoOf()),
                    Column.coded("event", row -> row.id()));

    static final Table<Invariant> INVARIANTS = Table.<Invariant>of("invariants", Invariant::id)
            .columns(
                    Column.coded("invariant", row -> row.id()),
                    Column.coded("name", row -> row.name()),
                    Column.coded("violations", row -> row.violations()),
                    Column.coded("checkedAt", row -> row.checkedAt()),
                    Column.coded("millis", row -> row.millis()));

    private AuditTables() {}
}
