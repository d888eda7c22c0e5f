package dev.lotline.edge.console.expiry;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.shelflife.ExpiringLot;
import dev.lotline.operations.shelflife.ExpiryRisk;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lot in a warehouse that expires, and what will become of it.
 *
 * @param rate units of its item picked on a day; null = too little history
 * @param risk null = has no good units
 */
record ExpiryRow(String owner, ExpiringLot lot, @Nullable BigDecimal rate, ExpiryRisk.@Nullable Lot risk) {
    static final String OWNER = "owner";
    static final String WAREHOUSE = "warehouse";
    static final String BAND = "band";

    static final Table<ExpiryRow> TABLE = Table.of(
                    "expiry", (ExpiryRow row) -> row.lot().lotId())
            .cursor(row -> row.lot().key())
            .parameters(OWNER, WAREHOUSE, BAND)
            .sortedHere()
            .columns(
                    Column.<ExpiryRow>text("lot", Text.of(Words.class, Words::lot), ExpiryRow::name)
                            .link(row -> "/lots/" + row.lot().lotId()),
                    Column.<ExpiryRow>text(
                                    "sku",
                                    Text.of(Words.class, Words::sku),
                                    row -> row.lot().sku())
                            .link(row -> "/inventory/" + View.encoded(row.owner()) + "/"
                                    + View.encoded(row.lot().sku()) + "/lots"),
                    Column.date(
                            "expires",
                            Text.of(Words.class, Words::expires),
                            row -> row.lot().expirationDate()),
                    Column.<ExpiryRow>number(
                                    "daysLeft",
                                    Text.of(Words.class, Words::days_left),
                                    row -> row.lot().daysLeft())
                            .look(ExpiryRow::nearness),
                    Column.text(
                            "band",
                            Text.of(Words.class, Words::status),
                            row -> row.lot().band()),
                    Column.<ExpiryRow>number(
                                    "usableDays",
                                    words(ExpiryWords::usable),
                                    row -> row.risk() == null
                                            ? null
                                            : row.risk().usableDays())
                            .help(words(ExpiryWords::usable_formula)),
                    Column.<ExpiryRow>units(
                                    "available",
                                    words(ExpiryWords::available),
                                    row -> row.lot().available())
                            .help(words(ExpiryWords::available_formula)),
                    Column.units(
                            "held", words(ExpiryWords::held), row -> row.lot().held()),
                    Column.units("rate", words(ExpiryWords::rate), ExpiryRow::rate)
                            .help(words(ExpiryWords::rate_formula)),
                    Column.<ExpiryRow>units(
                                    "willSell",
                                    words(ExpiryWords::sells),
                                    row -> row.risk() == null
                                            ? null
                                            : row.risk().willSell())
                            .help(words(ExpiryWords::sells_formula)),
                    Column.units("atRisk", words(ExpiryWords::at_risk), ExpiryRow::atRisk)
                            .help(words(ExpiryWords::at_risk_formula))
                            .look(row -> row.atRisk() == null || row.atRisk().signum() == 0 ? "" : "warn"),
                    Column.<ExpiryRow>text(
                                    "act",
                                    words(ExpiryWords::act),
                                    row -> row.lot().lotNumber() == null ? null : words(ExpiryWords::hold))
                            .link(ExpiryRow::hold)
                            .unsorted());

    private static Text words(Function<ExpiryWords, String> message) {
        return Text.of(ExpiryWords.class, message);
    }

    @Nullable
    BigDecimal atRisk() {
        return risk == null ? null : risk.atRisk();
    }

    private String name() {
        return lot.lotNumber() == null ? lot.expirationDate().toString() : lot.lotNumber();
    }

    private String nearness() {
        return lot.daysLeft() < 0 ? "past" : lot.daysLeft() <= 30 ? "soon" : "";
    }

    private @Nullable String hold() {
        return lot.lotNumber() == null
                ? null
                : "/holds/new?owner=" + View.encoded(owner) + "&sku=" + View.encoded(lot.sku()) + "&lots="
                        + View.encoded(lot.lotNumber()) + "&reason=QUALITY";
    }
}
