package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.billing.pages.FeePage.Line;
import dev.lotline.operations.billing.pages.FeePages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The columns of the lines of a month: what they are summed by, and what that costs. */
final class FeeTable {
    static final String OWNER = "owner";
    static final String WAREHOUSE = "warehouse";
    static final String MONTH = "month";
    static final String BY = "by";

    private FeeTable() {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance feeActs(String address);
    }

    @SuppressWarnings("unchecked")
    static Table<Line> of(MonthView.Asked month) {
        List<Column<Line>> columns = new ArrayList<>(keys(month));
        columns.addAll(figures());
        if (month.opens()) {
            columns.add(Column.acts((frame, asked, row) -> Templates.feeActs(month.why(row))));
        }
        return Table.of("fees", FeeTable::id)
                .cursor(row -> new FeePages.After(month.warehouse(), row.key()).text())
                .parameters(OWNER, WAREHOUSE, MONTH, BY)
                .sortedHere()
                .columns(columns.toArray(Column[]::new));
    }

    private static List<Column<Line>> keys(MonthView.Asked month) {
        Column<Line> sku = Column.<Line>text(
                        "sku", words(Words::sku), row -> View.given(row.key().sku()))
                .link(row -> row.key().sku().isEmpty() ? null : item(month, row));
        return switch (month.by()) {
            case "lot" ->
                List.of(
                        sku,
                        Column.<Line>text("lot", words(Words::lot), FeeTable::lot)
                                .link(row -> row.key().lot().isEmpty()
                                        ? null
                                        : "/lots/" + row.key().lot()));
            case "sku" -> List.of(sku);
            case "location" ->
                List.of(Column.text(
                        "location",
                        words(Words::place),
                        row -> View.given(row.key().location())));
            case "day" ->
                List.of(Column.text("day", own(FeeWords::day), row -> row.key().day()));
            default ->
                List.of(Column.text(
                        "storageClass",
                        own(FeeWords::storage_class),
                        row -> View.given(row.key().storageClass())));
        };
    }

    /** The lots of a line's item. */
    private static String item(MonthView.Asked month, Line row) {
        return "/inventory/" + View.encoded(month.owner()) + "/"
                + View.encoded(row.key().sku()) + "/lots";
    }

    private static List<Column<Line>> figures() {
        return List.of(
                Column.text("rule", own(FeeWords::rule), row -> row.key().rule()),
                Column.<Line>number("places", words(Words::places), Line::places)
                        .help(own(FeeWords::places_help)),
                Column.<Line>units("average", own(FeeWords::average), Line::averageQuantity)
                        .help(own(FeeWords::average_help)),
                Column.text("unit", own(FeeWords::unit), Line::unit),
                Column.number("days", own(FeeWords::days), Line::days),
                Column.<Line>units("rate", own(FeeWords::rate), Line::rate).help(own(FeeWords::rate_help)),
                Column.<Line>money("accrued", own(FeeWords::accrued), Line::accrued)
                        .help(own(FeeWords::accrued_help)),
                Column.<Line>money("estimate", own(FeeWords::estimate), Line::estimate)
                        .help(own(FeeWords::estimate_help))
                        .look(row -> "strong"));
    }

    private static Object lot(Line row) {
        return row.key().lot().isEmpty()
                ? words(Words::no_lot)
                : row.lot() == null ? words(Words::unnumbered) : row.lot();
    }

    /** Codes may have any letters; ids of rows may not. */
    private static Object id(Line row) {
        return UUID.nameUUIDFromBytes(row.key().text().getBytes(StandardCharsets.UTF_8));
    }

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text own(Function<FeeWords, String> message) {
        return Text.of(FeeWords.class, message);
    }
}
