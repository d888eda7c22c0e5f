package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Listing.Cell;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells of a row, in the columns that are shown. */
final class Cells<T> {
    private final List<Column<T>> columns;
    private final Locale language;
    private final @Nullable Frame frame;
    private final Asked asked;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    /** @param frame of the page; null where rows have no forms */
    Cells(List<Column<T>> columns, Locale language, @Nullable Frame frame, Asked asked) {
        this.columns = columns;
        this.language = language;
        this.frame = frame;
        this.asked = asked;
        // made once for all rows: to read a pattern takes longer than to follow it
        this.day = DateTimeFormatter.ofPattern("dd MMM yyyy", language);
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", language);
        this.second = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", language);
    }

    List<Cell> of(T row) {
        return columns.stream().map(column -> cell(column, row)).toList();
    }

    private Cell cell(Column<T> column, T row) {
        Column.Drawn<T> drawn = column.drawn();
        if (drawn != null) {
            String cell = frame == null
                    ? ""
                    : drawn.of(frame, asked, row).setLocale(language).render();
            // its template has escaped what stands in it
            return new Cell(column.look(row), "", null, null, null, null, new RawString(cell));
        }
        Object value = column.value.apply(row);
        String brief = column.brief(row);
        String look = column.look(row);
        return new Cell(
                column.number ? look.isEmpty() ? "n" : "n " + look : look,
                brief == null ? text(column, value) : brief,
                column.link(row),
                value instanceof LocalDate || value instanceof OffsetDateTime ? value.toString() : null,
                column.badge(row),
                column.hint(row),
                null);
    }

    private String text(Column<T> column, @Nullable Object value) {
        if (column.isMoney() && value instanceof BigDecimal sum) {
            return sum.toPlainString();
        }
        return column.isExact() && value instanceof OffsetDateTime moment ? moment(moment, second) : text(value);
    }

    /** As people read it: words in their language, days with the letters of their month, moments in UTC, a dash for nothing. */
    private String text(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof LocalDate date) {
            return date.format(day).toUpperCase(language);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment(moment, minute);
        }
        if (value instanceof Boolean is) {
            return is ? "✔" : "–";
        }
        if (value instanceof Text words) {
            return words.in(language);
        }
        return value instanceof BigDecimal units ? View.plain(units).replace('-', '−') : value.toString();
    }

    private static String moment(OffsetDateTime moment, DateTimeFormatter form) {
        return moment.withOffsetSameInstant(ZoneOffset.UTC).format(form);
    }
}
