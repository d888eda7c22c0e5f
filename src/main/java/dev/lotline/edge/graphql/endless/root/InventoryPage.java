package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.door.RelayPage;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.edge.graphql.endless.InventoryItemConnection;
import dev.lotline.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of items, by Relay's four arguments. A cursor is the item it stands at; the scope of the credential is applied to
 * every page anew. Pure.
 *
 * @param item the page lies behind it, or before it when backwards; null = from that end of the list
 */
record InventoryPage(RelayPage page, @Nullable Long item) {
    private static final String MARK = "item:";

    /** Ends with VALIDATION_FAILED. */
    static InventoryPage of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        RelayPage page = RelayPage.of(first, last, before, after);
        return new InventoryPage(page, read(page.field(), page.cursor()));
    }

    boolean backwards() {
        return page.backwards();
    }

    int size() {
        return page.size();
    }

    int fetch() {
        return page.fetch();
    }

    /** The ids of the page in the order of the list. */
    List<Long> cut(List<Long> fetched) {
        return page.cut(fetched);
    }

    InventoryItemConnection connection(List<InventoryItem> items, boolean more, @Nullable Integer total) {
        return new InventoryItemConnection(
                items, page.hasPrevious(more), page.hasNext(more), total, InventoryPage::cursor);
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
