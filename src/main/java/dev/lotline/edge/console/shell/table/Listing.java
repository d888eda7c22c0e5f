package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Sum;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as a page shows it; what {@code table.html} draws.
 *
 * @param view its name, which the ids of its rows begin with
 * @param asked the address, of which links to other views keep what they do not change
 * @param next address of the next page; null on the last one
 * @param stream where its changes come from; null = it is not live
 * @param foot sums; null = none
 */
public record Listing(
        String view,
        List<Chip> chips,
        List<Head> heads,
        List<Row> rows,
        @Nullable Row foot,
        Asked asked,
        @Nullable String next,
        @Nullable String stream) {

    /** A filter to click on. */
    public record Chip(String label, String address, boolean active) {}

    /**
     * @param chosen it is for the reader to show it or not
     * @param sort address that sorts by it; null = can't be
     * @param order {@code ascending}, {@code descending} or null: what it is sorted by now
     */
    public record Head(
            String code,
            String title,
            @Nullable String help,
            boolean number,
            boolean chosen,
            boolean shown,
            @Nullable String sort,
            @Nullable String order) {}

    /** Those that are shown, in pages. */
    public List<Head> shownHeads() {
        return heads.stream().filter(Head::shown).toList();
    }

    public record Row(String id, List<Cell> cells) {
        private void addTo(Sum sum) {
            sum.add(id);
            cells.forEach(cell -> cell.addTo(sum));
        }
    }

    /**
     * @param date in the form of machines, when the text is a date
     * @param drawn the cell as its page draws it; null = it is text
     */
    public record Cell(
            String look,
            String text,
            @Nullable String link,
            @Nullable String date,
            @Nullable String badge,
            @Nullable String hint,
            @Nullable RawString drawn) {

        private void addTo(Sum sum) {
            sum.add(look)
                    .add(text)
                    .add(link)
                    .add(date)
                    .add(badge)
                    .add(hint)
                    .add(drawn == null ? null : drawn.toString());
        }
    }

    public record Kept(String name, String value) {}

    /** @param frame of the page; null in a live view, whose rows have no forms */
    static <T> Listing of(
            Table<T> table,
            Locale language,
            @Nullable Frame frame,
            Asked asked,
            List<T> read,
            int most,
            @Nullable T sums) {
        List<T> page = read.size() > most ? read.subList(0, most) : read;
        String next = read.size() > most ? asked.with(Asked.AFTER, table.cursor(page.get(most - 1))) : null;
        List<Column<T>> columns = table.columns().stream()
                .filter(each -> asked.shows(each.code) || each.isAct())
                .toList();
        Cells<T> cells = new Cells<>(columns, language, frame, asked);
        return new Listing(
                table.view(),
                chips(table, language, asked),
                table.columns().stream()
                        .map(each -> head(table, each, language, asked))
                        .toList(),
                page.stream().map(row -> row(table, cells, row)).toList(),
                sums == null ? null : row(table, cells, sums),
                asked,
                next,
                null);
    }

    /** The address of this view in another state of a filter, from its first row. */
    public String with(String name, String value) {
        return asked.with(name, value);
    }

    public String without(String name) {
        return asked.with(name, null);
    }

    public String csv() {
        return asked.with(Asked.FORMAT, "csv");
    }

    public String xlsx() {
        return asked.with(Asked.FORMAT, "xlsx");
    }

    public String path() {
        return asked.path();
    }

    /** What a form has to send along, so that nothing of the view is lost but what its own fields ask, named with blanks. */
    public List<Kept> kept(String fields) {
        Set<String> left = new HashSet<>(List.of(fields.split(" ", -1)));
        left.addAll(List.of(Asked.AFTER, Asked.FORMAT));
        return asked.parameters().entrySet().stream()
                .filter(each -> !left.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream().map(value -> new Kept(each.getKey(), value)))
                .toList();
    }

    /** The same, kept up to date by the topic of that name, which is told the address of this view. */
    public Listing live(String topic, Asked asked) {
        String named = topic + ":" + View.encoded(asked.address());
        String address = "/console/stream?topics=" + View.encoded(named) + "&v=" + version() + "." + shape();
        return new Listing(view, chips, heads, rows, foot, asked, next, address);
    }

    /** Differs when anything that its rows show does. */
    String version() {
        Sum sum = new Sum();
        rows.forEach(row -> row.addTo(sum));
        if (foot != null) {
            foot.addTo(sum);
        }
        return sum.word();
    }

    /** Differs when there are other rows. */
    String shape() {
        Sum sum = new Sum();
        rows.forEach(row -> sum.add(row.id));
        return sum.word();
    }

    private static List<Chip> chips(Table<?> table, Locale language, Asked asked) {
        List<Chip> chips = new ArrayList<>();
        for (Table.Choice choice : table.choices()) {
            String given = asked.one(choice.name());
            String now = given == null ? choice.usual() : given;
            choice.values().forEach((value, label) -> {
                boolean active = value.equals(now);
                boolean off = value.equals(choice.usual()) || choice.usual() == null && active;
                chips.add(new Chip(label.in(language), asked.with(choice.name(), off ? null : value), active));
            });
        }
        return chips;
    }

    private static Head head(Table<?> table, Column<?> column, Locale language, Asked asked) {
        boolean by = column.code.equals(asked.sort());
        Text help = column.help();
        return new Head(
                column.code,
                column.title.in(language),
                help == null ? null : help.in(language),
                column.number,
                !column.isAct(),
                asked.shows(column.code) || column.isAct(),
                table.canSort(column)
                        ? asked.with(Asked.SORT, by && !asked.descending() ? "-" + column.code : column.code)
                        : null,
                by ? asked.descending() ? "descending" : "ascending" : null);
    }

    private static <T> Row row(Table<T> table, Cells<T> cells, T row) {
        return new Row(table.view() + "-" + table.key(row), cells.of(row));
    }
}
