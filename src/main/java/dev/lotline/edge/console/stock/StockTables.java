package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two tables of stock: items of an owner, and the lots of an item. */
final class StockTables {
    static final String OWNER = "owner";
    static final String WAREHOUSE = "warehouse";
    static final String LOTS = "lots";
    static final String HELD = "held";
    static final String EXPIRING = "expiring";
    static final String ZERO = "zero";

    static final Table<ItemRow> ITEMS = Table.of("inventory", ItemRow::id)
            .cursor(ItemRow::cursor)
            .parameters(OWNER, WAREHOUSE)
            .toggle(LOTS, goods(StockWords::lot_items))
            .toggle(EXPIRING, goods(StockWords::expiring_soon))
            .toggle(HELD, goods(StockWords::with_held))
            .columns(
                    Column.text("sku", words(Words::sku), ItemRow::sku)
                            .link(StockTables::lots)
                            .sortable(),
                    Column.text("name", words(Words::item), ItemRow::name)
                            .look(row -> "name")
                            .sortable(),
                    Column.units("incoming", words(Words::incoming), ItemRow::incoming)
                            .help(goods(StockWords::incoming_formula))
                            .sortable(),
                    Column.units("onHand", words(Words::on_hand), ItemRow::onHand)
                            .help(goods(StockWords::on_hand_formula))
                            .hint(ItemRow::identity)
                            .sortable(),
                    Column.units("committed", words(Words::committed), ItemRow::committed)
                            .help(goods(StockWords::committed_formula))
                            .hint(ItemRow::identity),
                    Column.units("fulfillable", words(Words::fulfillable), ItemRow::fulfillable)
                            .help(goods(StockWords::fulfillable_formula))
                            .hint(ItemRow::identity)
                            .look(row -> "strong"),
                    Column.units("held", words(Words::held), ItemRow::held)
                            .help(goods(StockWords::held_formula))
                            .look(row -> warn(row.held()))
                            .sortable(),
                    Column.units("exception", words(Words::exception), ItemRow::exception)
                            .help(goods(StockWords::exception_formula)),
                    Column.units("backordered", words(Words::backordered), ItemRow::backordered)
                            .help(goods(StockWords::backordered_formula)),
                    Column.text("status", words(Words::status), ItemRow::status),
                    Column.date("nearest", goods(StockWords::nearest), ItemRow::nearest)
                            .help(goods(StockWords::nearest_formula)));

    static final Table<LotRow> BREAKDOWN = Table.of("lots", LotRow::key)
            .sortedHere()
            .parameters(WAREHOUSE)
            .toggle(ZERO, goods(StockWords::empty_too))
            .columns(
                    Column.text("lot", words(Words::lot), StockTables::name)
                            .link(row -> row.id() == null ? null : "/lots/" + row.id()),
                    Column.date("expires", words(Words::expires), LotRow::expiration),
                    Column.number("daysLeft", words(Words::days_left), LotRow::daysLeft)
                            .look(LotRow::nearness),
                    Column.text("status", words(Words::status), LotRow::status)
                            .badge(row -> row.hold().equals("NONE") ? null : row.hold()),
                    Column.units("incoming", words(Words::incoming), LotRow::incoming)
                            .help(goods(StockWords::incoming_formula)),
                    Column.units("onHand", words(Words::on_hand), LotRow::onHand)
                            .help(goods(StockWords::on_hand_formula))
                            .hint(LotRow::identity),
                    Column.units("committed", words(Words::committed), LotRow::committed)
                            .help(goods(StockWords::committed_formula))
                            .hint(LotRow::identity),
                    Column.units("fulfillable", words(Words::fulfillable), LotRow::fulfillable)
                            .help(goods(StockWords::fulfillable_formula))
                            .hint(LotRow::identity)
                            .look(row -> "strong"),
                    Column.units("held", words(Words::held), LotRow::held)
                            .help(goods(StockWords::held_formula))
                            .look(row -> warn(row.held())),
                    Column.units("exception", words(Words::exception), LotRow::exception)
                            .help(goods(StockWords::exception_formula)),
                    Column.units("backordered", words(Words::backordered), LotRow::backordered)
                            .help(goods(StockWords::backordered_formula)),
                    Column.text("places", words(Words::places), LotRow::places).look(row -> "places"),
                    Column.units("volume", goods(StockWords::cubic_feet), LotRow::volume)
                            .help(goods(StockWords::cubic_feet_formula)),
                    Column.<LotRow>money("fee", goods(StockWords::fee), LotRow::fee)
                            .help(goods(StockWords::fee_formula))
                            .badge(row -> row.more() ? "≥" : null));

    private StockTables() {}

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text goods(Function<StockWords, String> message) {
        return Text.of(StockWords.class, message);
    }

    private static String warn(@Nullable BigDecimal units) {
        return units == null || units.signum() == 0 ? "" : "warn";
    }

    private static String lots(ItemRow row) {
        return "/inventory/" + View.encoded(row.owner()) + "/" + View.encoded(row.sku()) + "/lots"
                + (row.warehouse() == null ? "" : "?warehouse=" + View.encoded(row.warehouse()));
    }

    /** What has no number is called what it is, in the reader's language. */
    private static Object name(LotRow row) {
        return switch (row.kind()) {
            case LOT -> row.number() == null ? words(Words::unnumbered) : row.number();
            case NO_LOT -> words(Words::no_lot);
            case UNCHOSEN -> words(Words::unchosen);
            case SUM -> words(Words::total);
        };
    }
}
