package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.FieldCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted, by Relay's four arguments. Pure.
 *
 * @param cursor the page lies behind it, or before it when backwards; null = from that end of the list
 */
public record RelayPage(boolean backwards, @Nullable String cursor, int size) {
    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    /** Ends with VALIDATION_FAILED. */
    public static RelayPage of(
            @Nullable Integer first, @Nullable Integer last, @Nullable String before, @Nullable String after) {
        boolean backwards = last != null || (before != null && first == null);
        String range = "must be between 1 and " + MOST;
        new FieldCheck()
                .that(first == null || last == null, "last", "can't be asked together with first")
                .that(after == null || before == null, "before", "can't be asked together with after")
                .that(after == null || !backwards, "after", "goes with first")
                .that(before == null || backwards, "before", "goes with last")
                .that(first == null || (first >= 1 && first <= MOST), "first", range)
                .that(last == null || (last >= 1 && last <= MOST), "last", range)
                .done();
        Integer size = backwards ? last : first;
        return new RelayPage(backwards, backwards ? before : after, size == null ? USUAL : size);
    }

    /** The argument that the cursor came in. */
    public String field() {
        return backwards ? "before" : "after";
    }

    /** One more than the page holds tells whether there is more. */
    public int fetch() {
        return size + 1;
    }

    /** The page in the order of the list, from what lies on its side of the cursor, nearest first. */
    public <T> List<T> cut(List<T> fetched) {
        List<T> page = new ArrayList<>(fetched.subList(0, Math.min(size, fetched.size())));
        if (backwards) {
            Collections.reverse(page);
        }
        return page;
    }

    /** @param more there was one more than the page holds */
    public boolean hasPrevious(boolean more) {
        return backwards ? more : cursor != null;
    }

    /** @param more there was one more than the page holds */
    public boolean hasNext(boolean more) {
        return backwards ? cursor != null : more;
    }

    /** @param more there was one more than the page holds */
    public PageInfo info(boolean more, @Nullable String start, @Nullable String end) {
        return new PageInfo(hasPrevious(more), hasNext(more), start, end);
    }
}
