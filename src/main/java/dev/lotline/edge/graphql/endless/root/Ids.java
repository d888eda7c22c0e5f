package dev.lotline.edge.graphql.endless.root;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The ids that clients use: an item by its number or as {@code <owner>:<sku>}, a warehouse by its code, a building or
 * a place as {@code <warehouse>:<code>}. Pure.
 */
final class Ids {
    private static final int LONGEST = 2 * Text.CODE + 1;

    private Ids() {}

    /** The number of an item, or null when the id names its owner and sku. Ends with VALIDATION_FAILED. */
    static @Nullable Long number(String field, String id) {
        String problem = Text.problem(id, LONGEST);
        if (!problem.isEmpty()) {
            throw Refusal.invalid(field, problem);
        }
        return id.matches("[0-9]{1,18}") ? (Long) Long.parseLong(id) : null;
    }

    /** Ends with VALIDATION_FAILED when the id can't be that of a place. */
    static String place(String field, String id) {
        String problem = Text.problem(id, LONGEST);
        if (problem.isEmpty() && id.indexOf(':') < 1) {
            problem = "must be <warehouse>:<location>";
        }
        if (!problem.isEmpty()) {
            throw Refusal.invalid(field, problem);
        }
        return id;
    }
}
