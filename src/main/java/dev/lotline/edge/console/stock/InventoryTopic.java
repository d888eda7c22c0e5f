package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The inventory of an owner, as one address shows it. */
@Singleton
final class InventoryTopic implements Topic {
    static final String NAME = "inventory";

    private final Items items;

    InventoryTopic(Items items) {
        this.items = items;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.STOCK_READ;
    }

    @Override
    public void check(String argument, Scope scope) {
        Asked asked = StockTables.ITEMS.asked(argument);
        PositionSql.narrowed(scope, owner(asked), asked.one(StockTables.WAREHOUSE));
    }

    @Override
    public boolean concerned(Change change, String argument) {
        Asked asked = StockTables.ITEMS.asked(argument);
        String warehouse = asked.one(StockTables.WAREHOUSE);
        return change.mayConcern(owner(asked)) && (warehouse == null || warehouse.equals(change.warehouse()));
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        Asked asked = StockTables.ITEMS.asked(argument);
        return items.page(owner(asked), asked, viewer.scope(), View.ROWS + 1)
                .chain(rows -> StockTables.ITEMS.parts(viewer.language(), asked, rows, View.ROWS, null));
    }

    private static String owner(Asked asked) {
        String owner = asked.one(StockTables.OWNER);
        if (owner == null) {
            throw Refusal.invalid(StockTables.OWNER, "is required");
        }
        return owner;
    }
}
