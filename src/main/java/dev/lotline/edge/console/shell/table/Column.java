package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.Frame;
import io.quarkus.qute.TemplateInstance;
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
    private @Nullable Drawn<T> drawn;
    private @Nullable Function<T, String> brief;
    private boolean act;
    private boolean sorted;
    private boolean unsorted;
    private boolean extra;
    private boolean money;
    private boolean exact;

    /** A cell that its page draws by itself. */
    @FunctionalInterface
    public interface Drawn<T> {
        TemplateInstance of(Frame frame, Asked asked, T row);
    }

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

    /** What can be done with a row: in every view, in no file. */
    public static <T> Column<T> acts(Drawn<T> forms) {
        Column<T> column = new Column<>("act", Text.of(ToolWords.class, ToolWords::acts), row -> null, false);
        column.act = true;
        return column.drawn(forms);
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

    /** The reader can't sort by it: its order would mean nothing. */
    public Column<T> unsorted() {
        this.unsorted = true;
        return this;
    }

    /** The page draws the cell; the value is for files and for sorting. Not in live views. */
    public Column<T> drawn(Drawn<T> cell) {
        this.drawn = cell;
        return this;
    }

    /** What the cell shows of a value that files have in full. */
    public Column<T> brief(Function<T, String> text) {
        this.brief = text;
        return this;
    }

    /** Only shown when it is chosen. */
    public Column<T> extra() {
        this.extra = true;
        return this;
    }

    /** Moments to the second. */
    public Column<T> exact() {
        this.exact = true;
        return this;
    }

    boolean isExact() {
        return exact;
    }

    boolean isExtra() {
        return extra;
    }

    boolean isAct() {
        return act;
    }

    @Nullable
    Drawn<T> drawn() {
        return drawn;
    }

    @Nullable
    String brief(T row) {
        return brief == null ? null : brief.apply(row);
    }

    boolean isMoney() {
        return money;
    }

    /** @param here the list can be sorted by whatever its rows show */
    boolean canSort(boolean here) {
        return sorted || here && !unsorted && !act;
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
