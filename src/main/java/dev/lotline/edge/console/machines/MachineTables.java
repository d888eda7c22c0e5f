package dev.lotline.edge.console.machines;

import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.operations.printing.desk.JobView;

/** Printers, their jobs and devices as files. */
final class MachineTables {
    static final Table<PrinterRow> PRINTERS = Table.<PrinterRow>of(
                    "printers", row -> row.printer().code())
            .columns(
                    Column.coded("printer", row -> row.printer().code()),
                    Column.coded("warehouse", row -> row.printer().warehouse()),
                    Column.coded("health", row -> row.health()),
                    Column.coded("words", row -> row.words()),
                    Column.coded("queued", row -> row.printer().queued()),
                    Column.coded("oldest", row -> row.printer().oldest()),
                    Column.coded("unknown", row -> row.printer().unknown()),
                    Column.coded("width", row -> row.printer().width()),
                    Column.coded("height", row -> row.printer().height()),
                    Column.coded("dpi", row -> row.printer().dpi()),
                    Column.coded("healthAt", row -> row.printer().healthAt()));

    static final Table<JobView> JOBS = Table.<JobView>of("print-jobs", JobView::id)
            .parameters("state")
            .columns(
                    Column.coded("job", row -> row.id()),
                    Column.coded("warehouse", row -> row.warehouse()),
                    Column.coded("kind", row -> row.kind()),
                    Column.coded("state", row -> row.state()),
                    Column.coded("printer", row -> row.printer()),
                    Column.coded("evidence", row -> row.evidence()),
                    Column.coded("code", row -> row.code()),
                    Column.coded("labels", row -> row.labels().size()),
                    Column.coded("serial", row -> row.labels().get(0).serial()),
                    Column.coded("says", row -> String.join(" · ", row.payload().values())),
                    Column.coded("createdAt", row -> row.createdAt()),
                    Column.coded("actor", row -> row.actor()));

    static final Table<DeviceSql.Heard> DEVICES = Table.<DeviceSql.Heard>of("devices", DeviceSql.Heard::device)
            .columns(
                    Column.coded("device", row -> row.device()),
                    Column.coded("warehouse", row -> row.warehouse()),
                    Column.coded("profile", row -> row.profile()),
                    Column.coded("version", row -> row.version()),
                    Column.coded("active", row -> row.active()),
                    Column.coded("revokedAt", row -> row.revokedAt()),
                    Column.coded("location", row -> row.location()),
                    Column.coded("lastAt", row -> row.at()),
                    Column.coded("lastRecordedAt", row -> row.recordedAt()),
                    Column.coded("person", row -> row.actor()),
                    Column.coded("operation", row -> row.operation()),
                    Column.coded("waited", row -> row.waited()),
                    Column.coded("scans", row -> row.scans()),
                    Column.coded("refused", row -> row.refused()),
                    Column.coded("checked", row -> row.checked()),
                    Column.coded("changedBy", row -> row.changedBy()),
                    Column.coded("changedAt", row -> row.changedAt()));

    private MachineTables() {}
}
