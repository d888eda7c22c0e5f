package dev.lotline.edge.console.counting;

import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.operations.counting.Adjustment;
import dev.lotline.operations.counting.CountPlan;

/** Counts and adjustments as files. */
final class CountTables {
    static final Table<CountPlan> COUNTS = Table.<CountPlan>of("counts", CountPlan::id)
            .parameters("state")
            .columns(
                    Column.coded("count", row -> row.id()),
                    Column.coded("warehouse", row -> row.warehouse()),
                    Column.coded("basis", row -> row.basis()),
                    Column.coded("state", row -> row.state()),
                    Column.coded("askedBy", row -> row.askedBy()),
                    Column.coded("askedAt", row -> row.askedAt()),
                    Column.coded("closedAt", row -> row.closedAt()),
                    Column.coded("note", row -> row.note()));

    static final Table<Adjustment> ADJUSTMENTS = Table.<Adjustment>of("adjustments", row -> String.valueOf(row.id()))
            .parameters("status")
            .columns(
                    Column.coded("adjustment", row -> row.id()),
                    Column.coded("kind", row -> row.kind()),
                    Column.coded("warehouse", row -> row.warehouse()),
                    Column.coded("location", row -> row.location()),
                    Column.coded("owner", row -> row.owner()),
                    Column.coded("sku", row -> row.sku()),
                    Column.coded("lot", row -> row.lotNumber()),
                    Column.coded("expires", row -> row.expirationDate()),
                    Column.coded("state", row -> row.state()),
                    Column.coded("delta", row -> row.delta()),
                    Column.coded("reason", row -> row.reason()),
                    Column.coded("status", row -> row.status()),
                    Column.coded("askedBy", row -> row.askedBy()),
                    Column.coded("askedAt", row -> row.askedAt()),
                    Column.coded("decidedBy", row -> row.decidedBy()),
                    Column.coded("note", row -> row.note()));

    private CountTables() {}
}
