package dev.lotline.edge.graphql.endless;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.List;
import java.util.Map;

/** A list that was read up to a limit: what lies beyond is said, never left out in silence. */
public record Bounded<T>(List<T> rows) {
    public static final int MOST = 1_000;

    /** How many to read: one more than may be told. */
    public static final int FETCH = MOST + 1;

    /** Ends with QUERY_TOO_LARGE. */
    public List<T> all(String field) {
        if (rows.size() > MOST) {
            throw Refusal.of(RefusalCode.QUERY_TOO_LARGE, Map.of("limit", field, "found", "> " + MOST, "most", MOST));
        }
        return rows;
    }
}
