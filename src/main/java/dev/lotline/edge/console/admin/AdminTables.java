package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.kernel.access.People;
import dev.lotline.operations.access.CredentialView;
import dev.lotline.stock.catalog.Owner;
import dev.lotline.stock.location.Warehouse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the lists of administration. */
final class AdminTables {
    private static final Text ALL = Text.of(WorkWords.class, WorkWords::all);

    static final Table<Owner> OWNERS = Table.<Owner>of("owners", owner -> owner.code)
            .sortedHere()
            .columns(
                    Column.<Owner>text("owner", words(Words::owner), row -> row.code)
                            .link(row -> "/admin/owners/" + View.encoded(row.code) + "/items"),
                    Column.<Owner>text("name", own(AdminWords::name), row -> row.name)
                            .look(row -> "name"),
                    Column.text("kind", work(WorkWords::kind), row -> row.kind));

    static final Table<Warehouse> POLICIES = Table.<Warehouse>of("policies", house -> house.code)
            .sortedHere()
            .columns(
                    Column.<Warehouse>text("warehouse", words(Words::warehouse), row -> row.code)
                            .link(row -> "#w-" + View.encoded(row.code)),
                    Column.<Warehouse>text("name", own(AdminWords::name), row -> row.name)
                            .look(row -> "name"),
                    Column.text("timeZone", own(AdminWords::time_zone), row -> row.timeZone),
                    Column.<Warehouse>text("active", own(AdminWords::active), row -> row.active)
                            .extra(),
                    Column.number("priority", own(AdminWords::priority), row -> row.priority),
                    Column.text("carrierCutOff", own(AdminWords::cut_off), row -> row.carrierCutOff),
                    Column.text("lotVerification", own(AdminWords::verification), row -> row.lotVerification),
                    Column.number("overReceiptPercent", own(AdminWords::over_percent), row -> row.overReceiptPercent),
                    Column.number("overReceiptUnits", own(AdminWords::over_units), row -> row.overReceiptUnits),
                    Column.number("adjustUnits", own(AdminWords::adjust_units), row -> row.adjustUnits),
                    Column.number("adjustPercent", own(AdminWords::adjust_percent), row -> row.adjustPercent),
                    Column.number("adjustValue", own(AdminWords::adjust_value), row -> row.adjustValue));

    static final Table<People.Listed> PEOPLE = Table.<People.Listed>of("people", People.Listed::name)
            .sortedHere()
            .columns(
                    Column.text("name", own(AdminWords::name), People.Listed::name),
                    Column.text("role", own(AdminWords::role), People.Listed::role),
                    Column.<People.Listed>text("owners", own(AdminWords::of_owners), row -> codes(row.owners()))
                            .look(row -> "places"),
                    Column.<People.Listed>text(
                                    "warehouses", own(AdminWords::in_warehouses), row -> codes(row.warehouses()))
                            .look(row -> "places"),
                    Column.<People.Listed>text("state", words(Words::state), AdminTables::state)
                            .look(row -> row.disabledAt() != null || row.waits() ? "warn" : "go"),
                    Column.text("lastSeen", own(AdminWords::last_seen), People.Listed::lastSeen),
                    Column.text("addedAt", own(AdminWords::added), People.Listed::addedAt),
                    Column.<People.Listed>text("disabledAt", own(AdminWords::disabled), People.Listed::disabledAt)
                            .extra(),
                    Column.acts((frame, asked, row) -> PeoplePages.Templates.personActs(frame, row)));

    static final Table<CredentialView> KEYS = Table.<CredentialView>of("keys", CredentialView::name)
            .sortedHere()
            .columns(
                    Column.text("name", own(AdminWords::name), CredentialView::name),
                    Column.text("role", own(AdminWords::role), CredentialView::role),
                    Column.<CredentialView>text("owners", own(AdminWords::of_owners), row -> codes(row.owners()))
                            .look(row -> "places"),
                    Column.<CredentialView>text(
                                    "warehouses", own(AdminWords::in_warehouses), row -> codes(row.warehouses()))
                            .look(row -> "places"),
                    Column.text("createdAt", own(AdminWords::added), CredentialView::createdAt),
                    Column.<CredentialView>text(
                                    "state", words(Words::state), row -> row.revokedAt() == null ? "ACTIVE" : "REVOKED")
                            .look(row -> row.revokedAt() == null ? "go" : "warn"),
                    Column.<CredentialView>text("revokedAt", own(AdminWords::revoked), CredentialView::revokedAt)
                            .extra(),
                    Column.acts((frame, asked, row) -> KeyPages.Templates.keyActs(frame, row)));

    static final Table<String> PLANS = Table.<String>of("plans", plan -> plan)
            .sortedHere()
            .columns(Column.<String>text("plan", own(AdminWords::code), row -> row)
                    .link(row -> "/admin/plans/" + View.encoded(row)));

    /** A word for readers where it is all of them; files leave it empty. */
    private static Object codes(@Nullable List<String> codes) {
        return codes == null ? ALL : String.join(" ", codes);
    }

    private static String state(People.Listed row) {
        return row.disabledAt() != null ? "DISABLED" : row.waits() ? "WAITS" : "ACTIVE";
    }

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text work(Function<WorkWords, String> message) {
        return Text.of(WorkWords.class, message);
    }

    private static Text own(Function<AdminWords, String> message) {
        return Text.of(AdminWords.class, message);
    }

    private AdminTables() {}
}
