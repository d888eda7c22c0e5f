package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Topic.Parts;
import dev.lotline.operations.sheets.Sheet;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of the console, described once. A page asks it three things:
 *
 * <pre>{@code
 * Asked asked = TABLE.asked(uri);                                         // what the address wants, or a refusal
 * frame.show(Templates.holds(frame, TABLE.shown(frame, asked, rows)));    // {#include console/table list=list /}
 * exports.csv(TABLE, asked, null, () -> chunks);                          // the same rows as a file
 * }</pre>
 */
public final class Table<T> {
    private final String view;
    private final Function<T, Object> key;
    private Function<T, Object> cursor;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> parameters = new LinkedHashSet<>();

    /** A filter as chips: of {@code values}, of which the first is meant when none is named; or on and off. */
    record Choice(String name, Map<String, Text> values, boolean toggles) {}

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
        choices.add(new Choice(name, Map.of("1", label), true));
        parameters.add(name);
        return this;
    }

    /** A filter of two values, each a chip; the first one holds when the address names none. */
    public Table<T> choice(String name, String usual, Text usualLabel, String other, Text otherLabel) {
        Map<String, Text> values = new LinkedHashMap<>();
        values.put(usual, usualLabel);
        values.put(other, otherLabel);
        choices.add(new Choice(name, values, false));
        parameters.add(name);
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

    /** The parts of a live view, as {@code table.html} draws them. */
    public Uni<Parts> parts(Locale language, Asked asked, List<T> read, int most, @Nullable T sums) {
        return LiveRows.parts(Listing.of(this, language, asked, read, most, sums), language);
    }

    /** @param read the rows of a page, and one more when there are more */
    public Listing shown(Frame frame, Asked asked, List<T> read) {
        return Listing.of(this, frame.language(), asked, read, View.ROWS, null);
    }

    /** The same with sums below, of which {@code value} of each column is told. */
    public Listing shown(Frame frame, Asked asked, List<T> read, int most, @Nullable T sums) {
        return Listing.of(this, frame.language(), asked, read, most, sums);
    }

    /** The columns that are shown, as a file has them: named by their codes. */
    Sheet<T> sheet(Asked asked, Map<String, Object> about) {
        return new Sheet<>(
                view,
                columns.stream()
                        .filter(each -> asked.shows(each.code))
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
        Column<T> by = columns.stream()
                .filter(each -> each.code.equals(asked.sort()))
                .findFirst()
                .orElse(null);
        if (by == null) {
            return rows;
        }
        Comparator<Comparable<Object>> order =
                asked.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<T> comparing =
                Comparator.comparing(row -> comparable(by.value.apply(row)), Comparator.nullsLast(order));
        return rows.stream().sorted(comparing).toList();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> comparable(@Nullable Object value) {
        return value instanceof Comparable<?> known ? (Comparable<Object>) known : null;
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
