package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Topic.Parts;
import dev.lotline.operations.sheets.Sheet;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table of the console, described once. A page asks it three things:
 *
 * <pre>{@code
 * Asked asked = TABLE.asked(uri);                                         // what the address wants, or a refusal
 * frame.show(Templates.holds(frame, TABLE.shown(frame, asked, rows)));    // {#include console/table list=list /}
 * exports.file(Sheet.CSV, TABLE, asked, null, () -> chunks);                          // the same rows as a file
 * }</pre>
 */
public final class Table<T> {
    private final String view;
    private final Function<T, Object> key;
    private Function<T, Object> cursor;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private boolean here;

    /**
     * A filter as chips.
     *
     * @param usual the value that is meant when none is named; null = it is on or off
     */
    record Choice(
            String name, Map<String, Text> values, @Nullable String usual) {}

    private Table(String view, Function<T, Object> key) {
        this.view = view;
        this.key = key;
        this.cursor = key;
    }

    /**
     * @param view what files are named after
     * @param key of a row: letters and digits that it is found by when it changes, and what the next page begins behind
     */
    public static <T> Table<T> of(String view, Function<T, Object> key) {
        return new Table<>(view, key);
    }

    /** Columns in their order; the first one names the row. */
    @SafeVarargs
    public final Table<T> columns(Column<T>... added) {
        columns.addAll(List.of(added));
        return this;
    }

    /** Where the next page begins, when the key of its last row does not tell. */
    public Table<T> cursor(Function<T, Object> behind) {
        this.cursor = behind;
        return this;
    }

    /** A filter with a chip that turns it on and off: {@code name=1}. */
    public Table<T> toggle(String name, Text label) {
        choices.add(new Choice(name, Map.of("1", label), null));
        parameters.add(name);
        return this;
    }

    /** A filter of two values, each a chip; the first one holds when the address names none. */
    public Table<T> choice(String name, String usual, Text usualLabel, String other, Text otherLabel) {
        Map<String, Text> values = new LinkedHashMap<>();
        values.put(usual, usualLabel);
        values.put(other, otherLabel);
        choices.add(new Choice(name, values, usual));
        parameters.add(name);
        return this;
    }

    /** A filter by code: a chip for each, and one in front for any of them. */
    public Table<T> oneOf(String name, Text any, List<String> codes) {
        Map<String, Text> values = new LinkedHashMap<>();
        values.put("", any);
        codes.forEach(each -> values.put(each, language -> each));
        choices.add(new Choice(name, values, ""));
        parameters.add(name);
        return this;
    }

    /** A filter by code: a chip for each, of which one holds when the address names none. */
    public Table<T> oneOf(String name, String usual, List<String> codes) {
        Map<String, Text> values = new LinkedHashMap<>();
        codes.forEach(each -> values.put(each, language -> each));
        choices.add(new Choice(name, values, usual));
        parameters.add(name);
        return this;
    }

    /** It is sorted here, by any of its columns: for lists that are short enough once they are filtered. */
    public Table<T> sortedHere() {
        this.here = true;
        return this;
    }

    /** Parameters that the page itself knows what to do with. */
    public Table<T> parameters(String... names) {
        parameters.addAll(List.of(names));
        return this;
    }

    /** Ends with VALIDATION_FAILED for what the table does not know. */
    public Asked asked(UriInfo uri) {
        return Asked.of(this, uri.getPath(), uri.getQueryParameters());
    }

    /** The same of an address in one piece, as live views name theirs. Ends with VALIDATION_FAILED. */
    public Asked asked(String address) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        QueryStringDecoder decoder = new QueryStringDecoder(address);
        decoder.parameters().forEach((name, values) -> given.put(name, List.copyOf(values)));
        return Asked.of(this, decoder.path(), given);
    }

    /**
     * What a page shows, and one row more when there are more: in the list's own order, or in the order asked for.
     *
     * @param usual reads it in the list's own order, from behind where the last page ended
     * @param all reads so many rows of the filter at most, to be sorted here
     */
    public Uni<List<T>> page(Asked asked, Supplier<Uni<List<T>>> usual, IntFunction<Uni<List<T>>> all) {
        return sortsHere(asked)
                ? all.apply(Sorting.MOST + 1).map(rows -> within(asked, Sorting.fit(rows)))
                : usual.get();
    }

    /** The same of rows that came along with the rest of their page: {@link #read} of them, behind {@link #from}. */
    public List<T> page(Asked asked, List<T> rows) {
        return sortsHere(asked) ? within(asked, Sorting.fit(rows)) : rows;
    }

    /** Rows that a page has to read: one more than it shows, or all that are sorted for it. */
    public int read(Asked asked) {
        return sortsHere(asked) ? Sorting.MOST + 1 : View.ROWS + 1;
    }

    /** What is read begins behind it; empty = at the first row. */
    public String from(Asked asked) {
        return sortsHere(asked) ? "" : asked.after();
    }

    /** The same of a list that is in memory as a whole. */
    public List<T> within(Asked asked, List<T> rows) {
        return Sorting.behind(asked, sorted(rows, asked), this::cursor);
    }

    boolean sortsHere(Asked asked) {
        return here && asked.sort() != null;
    }

    /** The parts of a live view, as {@code table.html} draws them. */
    public Uni<Parts> parts(Locale language, Asked asked, List<T> read, int most, @Nullable T sums) {
        return LiveRows.parts(Listing.of(this, language, null, asked, read, most, sums), language);
    }

    /** @param read the rows of a page, and one more when there are more */
    public Listing shown(Frame frame, Asked asked, List<T> read) {
        return Listing.of(this, frame.language(), frame, asked, read, View.ROWS, null);
    }

    /** The same with sums below, of which {@code value} of each column is told. */
    public Listing shown(Frame frame, Asked asked, List<T> read, int most, @Nullable T sums) {
        return Listing.of(this, frame.language(), frame, asked, read, most, sums);
    }

    /** The columns that are shown, as a file has them: named by their codes. */
    Sheet<T> sheet(Asked asked, Map<String, Object> about) {
        return new Sheet<>(
                view,
                columns.stream()
                        .filter(each -> asked.shows(each.code) && !each.isAct())
                        .map(each -> new dev.lotline.operations.sheets.Column<T>(
                                each.code, row -> inFiles(each.value.apply(row))))
                        .toList(),
                about);
    }

    /** Words that stand for nothing are for readers. */
    private static @Nullable Object inFiles(@Nullable Object value) {
        return value instanceof Text ? null : value;
    }

    /** The order that is asked for, for a list that is in memory as a whole; empty cells last. */
    public List<T> sorted(List<T> rows, Asked asked) {
        return columns.stream()
                .filter(each -> each.code.equals(asked.sort()))
                .findFirst()
                .map(by -> Sorting.by(rows, by.value, asked.descending()))
                .orElse(rows);
    }

    boolean canSort(Column<?> column) {
        return column.canSort(here);
    }

    String view() {
        return view;
    }

    String key(T row) {
        return String.valueOf(key.apply(row));
    }

    String cursor(T row) {
        return String.valueOf(cursor.apply(row));
    }

    List<Column<T>> columns() {
        return columns;
    }

    List<Choice> choices() {
        return choices;
    }

    Set<String> parameters() {
        Set<String> all = new LinkedHashSet<>(parameters);
        all.addAll(List.of(Asked.SORT, Asked.COLUMNS, Asked.AFTER, Asked.FORMAT));
        return all;
    }
}
