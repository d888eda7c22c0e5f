package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Topic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as a page shows it; what {@code table.html} draws.
 *
 * @param view its name, which the ids of its rows begin with
 * @param kept parameters of the address that choosing columns keeps
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
        List<Kept> kept,
        String path,
        String csv,
        String xlsx,
        @Nullable String next,
        @Nullable String stream) {

    /** A filter to click on. */
    public record Chip(String label, String address, boolean active) {}

    /**
     * @param sort address that sorts by it; null = can't be
     * @param order {@code ascending}, {@code descending} or null: what it is sorted by now
     */
    public record Head(
            String code,
            String title,
            @Nullable String help,
            boolean number,
            boolean shown,
            @Nullable String sort,
            @Nullable String order) {}

    /** Those that are shown, in pages. */
    public List<Head> shownHeads() {
        return heads.stream().filter(Head::shown).toList();
    }

    public record Row(String id, List<Cell> cells) {}

    /** @param date in the form of machines, when the text is a date */
    public record Cell(
            String look,
            String text,
            @Nullable String link,
            @Nullable String date,
            @Nullable String badge,
            @Nullable String hint) {}

    public record Kept(String name, String value) {}

    static <T> Listing of(Table<T> table, Locale language, Asked asked, List<T> read, int most, @Nullable T sums) {
        List<T> page = read.size() > most ? read.subList(0, most) : read;
        String next = read.size() > most ? asked.with(Asked.AFTER, table.cursor(page.get(most - 1))) : null;
        List<Column<T>> columns =
                table.columns().stream().filter(each -> asked.shows(each.code)).toList();
        return new Listing(
                table.view(),
                chips(table, language, asked),
                table.columns().stream()
                        .map(each -> head(each, language, asked))
                        .toList(),
                page.stream().map(row -> row(table, columns, language, row)).toList(),
                sums == null ? null : row(table, columns, language, sums),
                kept(asked),
                asked.path(),
                asked.with(Asked.FORMAT, "csv"),
                asked.with(Asked.FORMAT, "xlsx"),
                next,
                null);
    }

    /** The same, kept up to date by the topic of that name, which is told the address of this view. */
    public Listing live(String topic, Asked asked) {
        String named = topic + ":" + View.encoded(asked.address());
        String address = "/console/stream?topics=" + View.encoded(named) + "&v=" + version() + "." + shape();
        return new Listing(view, chips, heads, rows, foot, kept, path, csv, xlsx, next, address);
    }

    /** Differs when anything that its rows show does. */
    String version() {
        return Topic.sum(rows + String.valueOf(foot));
    }

    /** Differs when there are other rows. */
    String shape() {
        return Topic.sum(rows.stream().map(Row::id).toList().toString());
    }

    private static List<Chip> chips(Table<?> table, Locale language, Asked asked) {
        List<Chip> chips = new ArrayList<>();
        for (Table.Choice choice : table.choices()) {
            String now = asked.one(choice.name());
            boolean first = !choice.toggles();
            for (Map.Entry<String, Text> value : choice.values().entrySet()) {
                boolean active = value.getKey().equals(now) || first && now == null;
                boolean off = first || choice.toggles() && active;
                String address = asked.with(choice.name(), off ? null : value.getKey());
                chips.add(new Chip(value.getValue().in(language), address, active));
                first = false;
            }
        }
        return chips;
    }

    private static Head head(Column<?> column, Locale language, Asked asked) {
        boolean by = column.code.equals(asked.sort());
        Text help = column.help();
        return new Head(
                column.code,
                column.title.in(language),
                help == null ? null : help.in(language),
                column.number,
                asked.shows(column.code),
                column.canSort()
                        ? asked.with(Asked.SORT, by && !asked.descending() ? "-" + column.code : column.code)
                        : null,
                by ? asked.descending() ? "descending" : "ascending" : null);
    }

    private static <T> Row row(Table<T> table, List<Column<T>> columns, Locale language, T row) {
        return new Row(
                table.view() + "-" + table.key(row),
                columns.stream().map(column -> cell(column, language, row)).toList());
    }

    private static <T> Cell cell(Column<T> column, Locale language, T row) {
        Object value = column.value.apply(row);
        String look = column.look(row);
        return new Cell(
                column.number ? look.isEmpty() ? "n" : "n " + look : look,
                column.isMoney() && value instanceof BigDecimal sum ? sum.toPlainString() : text(value, language),
                column.link(row),
                value instanceof LocalDate || value instanceof OffsetDateTime ? value.toString() : null,
                column.badge(row),
                column.hint(row));
    }

    /** As people read it: words in their language, days with the letters of their month, moments in UTC, a dash for nothing. */
    public static String text(@Nullable Object value, Locale language) {
        if (value == null) {
            return "–";
        }
        if (value instanceof LocalDate day) {
            return day.format(DateTimeFormatter.ofPattern("dd MMM yyyy", language))
                    .toUpperCase(language);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.withOffsetSameInstant(ZoneOffset.UTC)
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", language));
        }
        if (value instanceof Boolean is) {
            return is ? "✔" : "–";
        }
        if (value instanceof Text words) {
            return words.in(language);
        }
        return value instanceof BigDecimal units ? View.plain(units).replace('-', '−') : value.toString();
    }

    private static List<Kept> kept(Asked asked) {
        List<Kept> kept = new ArrayList<>();
        asked.parameters().forEach((name, values) -> {
            if (!name.equals(Asked.COLUMNS) && !name.equals(Asked.AFTER) && !name.equals(Asked.FORMAT)) {
                values.forEach(value -> kept.add(new Kept(name, value)));
            }
        });
        return kept;
    }
}
