package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.kernel.access.People;
import dev.lotline.operations.access.CredentialView;
import dev.lotline.stock.catalog.Owner;
import dev.lotline.stock.location.Warehouse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of administration as files. */
final class AdminTables {
    static final Table<Owner> OWNERS = Table.<Owner>of("owners", owner -> owner.code)
            .columns(
                    Column.coded("owner", row -> row.code),
                    Column.coded("name", row -> row.name),
                    Column.coded("kind", row -> row.kind));

    static final Table<Warehouse> POLICIES = Table.<Warehouse>of("policies", house -> house.code)
            .columns(
                    Column.coded("warehouse", row -> row.code),
                    Column.coded("name", row -> row.name),
                    Column.coded("timeZone", row -> row.timeZone),
                    Column.coded("active", row -> row.active),
                    Column.coded("priority", row -> row.priority),
                    Column.coded("lotVerification", row -> row.lotVerification),
                    Column.coded("overReceiptPercent", row -> row.overReceiptPercent),
                    Column.coded("overReceiptUnits", row -> row.overReceiptUnits),
                    Column.coded("adjustUnits", row -> row.adjustUnits),
                    Column.coded("adjustPercent", row -> row.adjustPercent),
                    Column.coded("adjustValue", row -> row.adjustValue));

    static final Table<People.Listed> PEOPLE = Table.<People.Listed>of("people", People.Listed::name)
            .columns(
                    Column.coded("name", row -> row.name()),
                    Column.coded("role", row -> row.role()),
                    Column.coded("owners", row -> codes(row.owners())),
                    Column.coded("warehouses", row -> codes(row.warehouses())),
                    Column.coded("addedAt", row -> row.addedAt()),
                    Column.coded("lastSeen", row -> row.lastSeen()),
                    Column.coded("disabledAt", row -> row.disabledAt()),
                    Column.coded("waits", row -> row.waits()));

    static final Table<CredentialView> KEYS = Table.<CredentialView>of("keys", CredentialView::name)
            .columns(
                    Column.coded("name", row -> row.name()),
                    Column.coded("role", row -> row.role()),
                    Column.coded("owners", row -> codes(row.owners())),
                    Column.coded("warehouses", row -> codes(row.warehouses())),
                    Column.coded("createdAt", row -> row.createdAt()),
                    Column.coded("revokedAt", row -> row.revokedAt()));

    static final Table<String> PLANS =
            Table.<String>of("plans", plan -> plan).columns(Column.coded("plan", row -> row));

    /** Empty = all. */
    private static @Nullable String codes(@Nullable List<String> codes) {
        return codes == null ? null : String.join(" ", codes);
    }

    private AdminTables() {}
}
