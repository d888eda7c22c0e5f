package dev.lotline.edge.graphql.fluent;

import dev.lotline.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Global ids, which are cursors too: a list can be read on from any of them. Pure. */
public final class Cursors {
    private static final Pattern POSITION = Pattern.compile("position:([0-9]{1,18}):([0-9]{1,18})");
    private static final int LONGEST = 2_000;

    private Cursors() {}

    static String position(InventoryPosition.Key key) {
        return encoded("position:" + key.warehouse() + ":" + key.item());
    }

    /** Ids of quantities sort as quantities do, within their position. */
    static String quantity(InventoryPosition.Key key, int rank, String ref) {
        return encoded("quantity:" + key.warehouse() + ":" + key.item() + ":" + rank + ":" + ref);
    }

    /** Ends with VALIDATION_FAILED. */
    public static InventoryPosition.@Nullable Key position(String field, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Matcher parts = POSITION.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw Refusal.invalid(field, "is not a cursor of this list");
        }
        return new InventoryPosition.Key(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** What stands behind the rank and the name in an id of a quantity of this position. Ends with VALIDATION_FAILED. */
    static String quantity(String field, InventoryPosition.Key key, String cursor) {
        String start = "quantity:" + key.warehouse() + ":" + key.item() + ":";
        String text = decoded(cursor);
        if (!text.startsWith(start) || !text.substring(start.length()).matches("(?s)[0-9]:.+")) {
            throw Refusal.invalid(field, "is not a cursor of this list");
        }
        return text.substring(start.length());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return cursor.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
