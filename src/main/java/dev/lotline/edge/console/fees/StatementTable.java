package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.billing.fees.Statement;
import java.math.BigDecimal;
import java.util.function.Function;

/** The columns of the list of statements. */
final class StatementTable {
    private StatementTable() {}

    /** Statements don't know the code of their owner. */
    static Table<Statement> of(String owner) {
        String at = "/fees/" + View.encoded(owner) + "/statements/";
        return Table.of("statements", Statement::number)
                .parameters("waits")
                .sortedHere()
                .columns(
                        Column.text("statement", own(FeeWords::number), Statement::number)
                                .link(row -> at + View.encoded(row.number())),
                        Column.text("month", own(FeeWords::month), Statement::month),
                        Column.text("warehouse", words(Words::warehouse), Statement::warehouse),
                        Column.<Statement>money("total", own(FeeWords::amount), row -> new BigDecimal(row.total()))
                                .look(row -> "strong"),
                        Column.text("currency", language -> "ISO 4217", Statement::currency),
                        Column.text("closedAt", words(Words::when), Statement::closedAt),
                        Column.text("closedBy", words(Words::who), Statement::closedBy),
                        Column.<Statement>text("sha256", language -> "SHA-256", Statement::sha256)
                                .extra());
    }

    private static Text words(Function<Words, String> message) {
        return Text.of(Words.class, message);
    }

    private static Text own(Function<FeeWords, String> message) {
        return Text.of(FeeWords.class, message);
    }
}
