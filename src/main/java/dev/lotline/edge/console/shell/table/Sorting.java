package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows put in order where they are shown. A page of a long list in another order than its own is a question for its index. */
final class Sorting {
    /** Rows of a filter that are sorted for one page. */
    static final int MOST = 5_000;

    private Sorting() {}

    /** Ends with VALIDATION_FAILED for more than are sorted. */
    static <T> List<T> fit(List<T> rows) {
        if (rows.size() > MOST) {
            throw Refusal.invalid(Asked.SORT, "sorts " + MOST + " rows at most: filter them first");
        }
        return rows;
    }

    /** A page from behind the row that the last one ended with, and one row more when there are more. */
    static <T> List<T> behind(Asked asked, List<T> rows, Function<T, String> cursor) {
        int from = 0;
        if (!asked.after().isEmpty()) {
            while (from < rows.size() && !cursor.apply(rows.get(from)).equals(asked.after())) {
                from++;
            }
            if (from++ == rows.size()) {
                throw Refusal.invalid(Asked.AFTER, "must be what a page ended with; that row is gone");
            }
        }
        return rows.stream().skip(from).limit(View.ROWS + 1).toList();
    }

    /** Empty cells last, whichever way. */
    static <T> List<T> by(List<T> rows, Function<T, @Nullable Object> value, boolean descending) {
        Comparator<Comparable<Object>> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<T> comparing =
                Comparator.comparing(row -> comparable(value.apply(row)), Comparator.nullsLast(order));
        return rows.stream().sorted(comparing).toList();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> comparable(@Nullable Object value) {
        return value instanceof Comparable<?> known ? (Comparable<Object>) known : null;
    }
}
