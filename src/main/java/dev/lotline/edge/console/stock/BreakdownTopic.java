package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.House;
import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The lots of an item, as one address shows them. */
@Singleton
final class BreakdownTopic implements Topic {
    static final String NAME = "lots";

    private final Lots lots;
    private final ChoiceSql house;

    BreakdownTopic(Lots lots, ChoiceSql house) {
        this.lots = lots;
        this.house = house;
    }

    private record Item(String owner, String sku, Asked asked) {
        /** Of {@code /inventory/<owner>/<sku>/lots?…}. Ends with VALIDATION_FAILED. */
        static Item of(String address) {
            Asked asked = StockTables.BREAKDOWN.asked(address);
            String[] parts = address.replaceFirst("[?].*", "").split("/", -1);
            if (parts.length != 5) {
                throw Refusal.invalid("topics", "must be the address of a breakdown");
            }
            return new Item(decoded(parts[2]), decoded(parts[3]), asked);
        }

        private static String decoded(String part) {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
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
        Item item = Item.of(argument);
        PositionSql.narrowed(scope, item.owner(), item.asked().one(StockTables.WAREHOUSE));
    }

    @Override
    public boolean concerned(Change change, String argument) {
        Item item = Item.of(argument);
        String warehouse = item.asked().one(StockTables.WAREHOUSE);
        return change.mayConcern(item.owner(), item.sku())
                && (warehouse == null || warehouse.equals(change.warehouse()));
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        Item item = Item.of(argument);
        Asked asked = item.asked();
        return house.choices(viewer.scope())
                .map(choices -> House.of(choices, item.owner(), asked.one(StockTables.WAREHOUSE)))
                .chain(chosen -> lots.of(
                        item.owner(),
                        item.sku(),
                        chosen,
                        asked.on(StockTables.ZERO),
                        viewer.capabilities().contains(Capability.FEE_READ),
                        viewer.scope()))
                .chain(found -> found.parts(viewer.language(), asked));
    }
}
