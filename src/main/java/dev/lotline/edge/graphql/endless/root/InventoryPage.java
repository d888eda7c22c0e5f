package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.edge.graphql.endless.InventoryItemConnection;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted, by Relay's four arguments. A cursor is the item it stands at; the scope of the
 * credential is applied to every page anew. Pure.
 *
 * @param item the page lies behind it, or before it when backwards; null = from that end of the list
 */
record InventoryPage(boolean backwards, @Nullable Long item, int size) {
    private static final int USUAL = 50;
    private static final int MOST = 1_000;
    private static final String MARK = "item:";

    /** Ends with VALIDATION_FAILED. */
    static InventoryPage of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
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
        Long item = backwards ? read("before", before) : read("after", after);
        return new InventoryPage(backwards, item, size == null ? USUAL : size);
    }

    /** One more than the page holds tells whether there is more. */
    int fetch() {
        return size + 1;
    }

    /** The ids of the page in the order of the list. */
    List<Long> cut(List<Long> fetched) {
        List<Long> ids = new ArrayList<>(fetched.subList(0, Math.min(size, fetched.size())));
        if (backwards) {
            Collections.reverse(ids);
        }
        return ids;
    }

    InventoryItemConnection connection(List<InventoryItem> items, boolean more, @Nullable Integer total) {
        boolean previous = backwards ? more : item != null;
        boolean next = backwards ? item != null : more;
        return new InventoryItemConnection(items, previous, next, total, InventoryPage::cursor);
    }

    private static String cursor(InventoryItem item) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + item.getId()).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Long read(String field, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.matches(MARK + "[0-9]{1,18}")) {
                return Long.valueOf(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw Refusal.invalid(field, "is not a cursor of this list");
    }
}
