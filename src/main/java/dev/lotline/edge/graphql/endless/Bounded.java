package dev.lotline.edge.graphql.endless;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.List;
import java.util.Map;

/**
 * A list that was read up to a limit: what lies beyond is said, never left out in silence.
 *
 * @param rows one more than may be told, if there are more
 * @param most that may be told
 */
public record Bounded<T>(List<T> rows, int most) {
    private static final int MOST = 1_000;

    /** Rows of one kind that a whole answer may hold. */
    private static final int MOST_IN_ALL = 100_000;

    /** How many each of so many items may have, so that their lists together stay an answer. */
    public static int most(int items) {
        return Math.min(MOST, MOST_IN_ALL / Math.max(items, 1));
    }

    /** Ends with QUERY_TOO_LARGE. */
    public List<T> all(String field) {
        if (rows.size() > most) {
            throw Refusal.of(RefusalCode.QUERY_TOO_LARGE, Map.of("limit", field, "found", "> " + most, "most", most));
        }
        return rows;
    }
}
