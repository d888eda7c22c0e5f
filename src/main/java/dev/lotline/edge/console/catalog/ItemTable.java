package dev.lotline.edge.console.catalog;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.stock.catalog.Item;
import java.util.function.Function;

/** The columns of the list of items. */
final class ItemTable {
    static final String SEARCH = "search";

    private ItemTable() {}

    /** Items don't know the code of their owner. */
    static Table<Item> of(String owner) {
        String at = "/admin/owners/" + View.encoded(owner) + "/items/";
        return Table.<Item>of("items", Item::id)
                .cursor(item -> item.sku)
                .parameters(SEARCH)
                .sortedHere()
                .columns(
                        Column.<Item>text("sku", words(ItemWords::sku), item -> item.sku)
                                .link(item -> at + View.encoded(item.sku)),
                        Column.<Item>text("name", words(ItemWords::name), item -> item.name)
                                .look(item -> "name"),
                        Column.text("status", words(ItemWords::status), item -> item.status),
                        Column.text("lotTracked", words(ItemWords::lots), item -> item.lotTracked),
                        Column.text("burnOrder", words(ItemWords::burn_order), item -> item.burnOrder),
                        Column.<Item>number(
                                        "minShelfLifeDays", words(ItemWords::min_life), item -> item.minShelfLifeDays)
                                .help(words(ItemWords::min_life_help)),
                        Column.text(
                                "allowMixingLocations", words(ItemWords::mixing), item -> item.allowMixingLocations),
                        Column.<Item>number(
                                        "volumeCubicFeet", words(ItemWords::cubic_feet), item -> item.volumeCubicFeet)
                                .help(words(ItemWords::cubic_feet_help)),
                        Column.text(
                                "customerReturns", words(ItemWords::customer_returns), item -> item.customerReturns),
                        Column.text("returnedToSender", words(ItemWords::rts), item -> item.returnedToSender),
                        Column.text("lotNumberPattern", words(ItemWords::pattern), item -> item.lotNumberPattern),
                        Column.number("lowSupplyThreshold", words(ItemWords::low), item -> item.lowSupplyThreshold),
                        Column.text("unit", words(ItemWords::unit), item -> item.unit));
    }

    static Text words(Function<ItemWords, String> message) {
        return Text.of(ItemWords.class, message);
    }
}
