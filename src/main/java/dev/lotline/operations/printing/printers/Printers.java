package dev.lotline.operations.printing.printers;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.printers.PrintRules.Rule;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Printers, groups and rules of the warehouses in scope; whatever is outside does not exist. */
@Singleton
public class Printers {
    private final PrinterSql sql;

    Printers(PrinterSql sql) {
        this.sql = sql;
    }

    /** Ends with UNKNOWN_PRINTER, also when it is outside the scope. */
    public Uni<Printer> get(String code, Scope scope) {
        return sql.one(code).map(found -> {
            if (found == null || !scope.coversWarehouse(found.warehouse())) {
                throw unknown(code);
            }
            return found;
        });
    }

    public Uni<List<Printer>> page(Scope scope, @Nullable String warehouse, String after, int limit) {
        return sql.page(after, limit, scope, warehouse);
    }

    /** Ends with UNKNOWN_WAREHOUSE, or UNKNOWN_PRINTER when it stands in another warehouse. */
    public Uni<Printer> put(String code, PrinterSpec spec, Actor actor) {
        return known(spec.warehouse(), actor.scope())
                .chain(() -> sql.put(code, spec, actor.name()))
                .invoke(done -> {
                    if (!done) {
                        throw unknown(code);
                    }
                })
                .chain(() -> get(code, actor.scope()));
    }

    /** Stops it, or lets it go on; the same twice is no change. */
    public Uni<Printer> pause(String code, boolean paused, Actor actor) {
        return get(code, actor.scope())
                .chain(() -> sql.pause(code, paused ? actor.name() : null, actor.name()))
                .chain(() -> get(code, actor.scope()));
    }

    /** Ends with UNKNOWN_WAREHOUSE, and VALIDATION_FAILED when one of them is not of this warehouse. */
    public Uni<List<String>> putGroup(String code, String warehouse, List<String> printers, Actor actor) {
        return known(warehouse, actor.scope())
                .chain(() -> sql.putGroup(code, warehouse, printers))
                .chain(() -> sql.members(code));
    }

    /** Replaces all of them. Ends with UNKNOWN_WAREHOUSE, and VALIDATION_FAILED when a group is not of this warehouse. */
    public Uni<List<Rule>> putRules(String warehouse, List<Rule> rules, Actor actor) {
        return known(warehouse, actor.scope())
                .chain(() -> sql.putRules(warehouse, rules))
                .chain(() -> sql.rules(warehouse));
    }

    public Uni<List<Rule>> rules(String warehouse, Scope scope) {
        return known(warehouse, scope).chain(() -> sql.rules(warehouse));
    }

    private Uni<Void> known(String warehouse, Scope scope) {
        scope.requireWarehouse(warehouse);
        return sql.isWarehouse(warehouse).map(known -> {
            if (!known) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            return null;
        });
    }

    private static Refusal unknown(String code) {
        return Refusal.of(RefusalCode.UNKNOWN_PRINTER, "printer", code);
    }

    /** From now on labels of this device come out there. Ends with UNKNOWN_PRINTER when its warehouse has none such. */
    public Uni<Void> name(String device, String printer) {
        return sql.name(device, printer).map(named -> {
            if (!named) {
                throw Refusal.of(RefusalCode.UNKNOWN_PRINTER, "printer", printer);
            }
            return null;
        });
    }
}
