package dev.lotline.edge.console.machines;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.printing.desk.JobView;
import java.util.function.Function;

/** The columns of the lists of printers, of their jobs and of devices. */
final class MachineTables {
    static final String STATE = "state";

    static final Table<PrinterRow> PRINTERS = Table.<PrinterRow>of(
                    "printers", row -> row.printer().code())
            .sortedHere()
            .columns(
                    Column.<PrinterRow>text(
                                    "printer",
                                    own(MachineWords::printer),
                                    row -> row.printer().code())
                            .link(row ->
                                    "/printers/" + View.encoded(row.printer().code())),
                    Column.text(
                            "warehouse",
                            words(Words::warehouse),
                            row -> row.printer().warehouse()),
                    Column.<PrinterRow>text("health", words(Words::state), PrinterRow::health)
                            .look(row -> row.ill() ? "warn" : "go"),
                    Column.<PrinterRow>text("words", own(MachineWords::what_to_do), PrinterRow::words)
                            .look(row -> "says")
                            .unsorted(),
                    Column.<PrinterRow>number(
                                    "queued",
                                    own(MachineWords::queued),
                                    row -> row.printer().queued())
                            .help(own(MachineWords::queued_help)),
                    Column.text(
                            "oldest",
                            own(MachineWords::oldest),
                            row -> row.printer().oldest()),
                    Column.<PrinterRow>number(
                                    "unknown",
                                    own(MachineWords::unknown),
                                    row -> row.printer().unknown())
                            .help(own(MachineWords::unknown_help))
                            .look(row -> row.printer().unknown() > 0 ? "warn" : ""),
                    Column.number(
                            "width",
                            own(MachineWords::width),
                            row -> row.printer().width()),
                    Column.number(
                            "height",
                            own(MachineWords::height),
                            row -> row.printer().height()),
                    Column.number(
                            "dpi", own(MachineWords::dpi), row -> row.printer().dpi()),
                    Column.<PrinterRow>text(
                                    "healthAt",
                                    own(MachineWords::asked),
                                    row -> row.printer().healthAt())
                            .exact());

    /** Jobs of all printers: those that somebody has to decide on, when no others are asked for. */
    static final Table<JobView> JOBS = jobs("HELD");

    /** Jobs of one printer: those that wait, when no others are asked for. */
    static final Table<JobView> QUEUE = jobs("QUEUED");

    private static Table<JobView> jobs(String usual) {
        return Table.of("print-jobs", JobView::id)
                .oneOf(STATE, usual, JobPages.STATES)
                .sortedHere()
                .columns(
                        Column.<JobView>text("serial", own(MachineWords::job), MachineTables::serials)
                                .link(row -> "/print-jobs/" + row.id()),
                        Column.<JobView>text("job", own(MachineWords::job_id), JobView::id)
                                .extra(),
                        Column.<JobView>text("warehouse", words(Words::warehouse), JobView::warehouse)
                                .extra(),
                        Column.text("kind", own(MachineWords::label), JobView::kind),
                        Column.text("state", words(Words::state), JobView::state),
                        Column.text("printer", own(MachineWords::printer), JobView::printer),
                        Column.text("evidence", own(MachineWords::evidence), JobView::evidence),
                        Column.text("code", own(MachineWords::why), JobView::code),
                        Column.<JobView>number(
                                        "labels",
                                        own(MachineWords::labels),
                                        row -> row.labels().size())
                                .extra(),
                        Column.<JobView>text(
                                        "says",
                                        own(MachineWords::says),
                                        row -> String.join(" · ", row.payload().values()))
                                .look(row -> "name"),
                        Column.text("createdAt", words(Words::when), JobView::createdAt),
                        Column.text("actor", words(Words::who), JobView::actor));
    }

    static final Table<DeviceSql.Heard> DEVICES = Table.<DeviceSql.Heard>of("devices", DeviceSql.Heard::device)
            .sortedHere()
            .columns(
                    Column.text("device", own(MachineWords::device), DeviceSql.Heard::device),
                    Column.text("warehouse", words(Words::warehouse), DeviceSql.Heard::warehouse),
                    Column.<DeviceSql.Heard>text("state", words(Words::state), MachineTables::state)
                            .look(row -> state(row).equals("ACTIVE") ? "go" : "warn"),
                    Column.<DeviceSql.Heard>text(
                                    "lastRecordedAt", own(MachineWords::last_seen), DeviceSql.Heard::recordedAt)
                            .exact(),
                    Column.<DeviceSql.Heard>text("lastAt", own(MachineWords::last_at), DeviceSql.Heard::at)
                            .exact()
                            .extra(),
                    Column.text("operation", words(Words::what), DeviceSql.Heard::operation),
                    Column.text("person", own(MachineWords::person), DeviceSql.Heard::actor),
                    Column.<DeviceSql.Heard>number("waited", own(MachineWords::waited), DeviceSql.Heard::waited)
                            .help(own(MachineWords::waited_help)),
                    Column.<DeviceSql.Heard>number("scans", own(MachineWords::scans), DeviceSql.Heard::scans)
                            .help(own(MachineWords::scans_help))
                            .badge(row -> row.capped() ? "≥" : null),
                    Column.<DeviceSql.Heard>number("refused", own(MachineWords::refused), DeviceSql.Heard::refused)
                            .look(row -> row.refused() > 0 ? "warn" : ""),
                    Column.text("profile", own(MachineWords::profile), DeviceSql.Heard::profile),
                    Column.<DeviceSql.Heard>number("version", own(MachineWords::version), DeviceSql.Heard::version)
                            .extra(),
                    Column.text("checked", own(MachineWords::check), DeviceSql.Heard::checked),
                    Column.<DeviceSql.Heard>text("changedBy", own(MachineWords::changed_by), DeviceSql.Heard::changedBy)
                            .extra(),
                    Column.<DeviceSql.Heard>text("changedAt", own(MachineWords::changed_at), DeviceSql.Heard::changedAt)
                            .extra(),
                    Column.<DeviceSql.Heard>text("revokedAt", own(MachineWords::revoked), DeviceSql.Heard::revokedAt)
                            .extra(),
                    Column.text("location", words(Words::place), DeviceSql.Heard::location),
                    Column.acts((frame, asked, row) -> DevicePages.Templates.deviceActs(frame, row)));

    private static String state(DeviceSql.Heard row) {
        return row.revokedAt() != null ? "REVOKED" : row.active() ? "ACTIVE" : "STOPPED";
    }

    private static String serials(JobView row) {
        int more = row.labels().size() - 1;
        return row.labels().get(0).serial() + (more == 0 ? "" : " +" + more);
    }

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text own(Function<MachineWords, String> message) {
        return Text.of(MachineWords.class, message);
    }

    private MachineTables() {}
}
