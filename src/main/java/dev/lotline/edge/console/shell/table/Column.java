package dev.lotline.edge.console.shell.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. What it holds of a row goes into the cell and into files alike; the rest is how the cell looks.
 * Made once, beside its table, and not changed afterwards.
 */
public final class Column<T> {
    final String code;
    final Text title;
    final Function<T, @Nullable Object> value;
    final boolean number;
    private @Nullable Text help;
    private Function<T, @Nullable String> link = row -> null;
    private Function<T, String> look = row -> "";
    private Function<T, @Nullable String> badge = row -> null;
    private Function<T, @Nullable String> hint = row -> null;
    private boolean sorted;
    private boolean money;

    private Column(String code, Text title, Function<T, @Nullable Object> value, boolean number) {
        this.code = code;
        this.title = title;
        this.value = value;
        this.number = number;
    }

    /** Text, a date or an instant. {@code code} is its name in the address and in files. */
    public static <T> Column<T> text(String code, Text title, Function<T, @Nullable Object> value) {
        return new Column<>(code, title, value, false);
    }

    /** Of a list that its page draws by itself: in files it is named by its code. */
    public static <T> Column<T> coded(String code, Function<T, @Nullable Object> value) {
        return new Column<>(code, language -> code, value, false);
    }

    public static <T> Column<T> date(String code, Text title, Function<T, @Nullable LocalDate> value) {
        return new Column<>(code, title, value::apply, false);
    }

    /** Units and counts; set to the right. */
    public static <T> Column<T> number(String code, Text title, Function<T, @Nullable Object> value) {
        return new Column<>(code, title, value, true);
    }

    public static <T> Column<T> units(String code, Text title, Function<T, @Nullable BigDecimal> value) {
        return new Column<>(code, title, value::apply, true);
    }

    /** With all the digits of its currency. */
    public static <T> Column<T> money(String code, Text title, Function<T, @Nullable BigDecimal> value) {
        Column<T> column = new Column<>(code, title, value::apply, true);
        column.money = true;
        return column;
    }

    /** What its figure means, as a formula. */
    public Column<T> help(Text formula) {
        this.help = formula;
        return this;
    }

    /** Where a cell leads to; null = nowhere. */
    public Column<T> link(Function<T, @Nullable String> address) {
        this.link = address;
        return this;
    }

    /** Classes of the style sheet, such as {@code warn}; empty = plain. */
    public Column<T> look(Function<T, String> classes) {
        this.look = classes;
        return this;
    }

    /** A word that stands beside the value; null = none. */
    public Column<T> badge(Function<T, @Nullable String> word) {
        this.badge = word;
        return this;
    }

    /** What is told when the pointer rests on a cell; null = nothing. */
    public Column<T> hint(Function<T, @Nullable String> sentence) {
        this.hint = sentence;
        return this;
    }

    /** The reader of the list can sort by it. */
    public Column<T> sortable() {
        this.sorted = true;
        return this;
    }

    boolean isMoney() {
        return money;
    }

    boolean canSort() {
        return sorted;
    }

    @Nullable
    Text help() {
        return help;
    }

    @Nullable
    String link(T row) {
        return link.apply(row);
    }

    String look(T row) {
        return look.apply(row);
    }

    @Nullable
    String badge(T row) {
        return badge.apply(row);
    }

    @Nullable
    String hint(T row) {
        return hint.apply(row);
    }
}
