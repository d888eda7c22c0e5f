package dev.lotline.hostile;

import dev.lotline.given.Superuser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every table of the house as its number of rows and a hash of all their contents. Of scans only those that were not
 * refused count: a refusal is stored, and is the only thing that may be. Of printers only what people set counts: what
 * they say of themselves is written down whenever they say it.
 */
record Fingerprint(Map<String, String> tables) {
    /** How far the world has been told is no change of the house. */
    private static final String TABLES = """
            SELECT relname FROM pg_class
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace
              AND relname NOT IN ('flyway_schema_history', 'relay')
            """;

    private static final String CONTENTS = """
            SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5(%1$s), '' ORDER BY md5(%1$s))), '')
            FROM %2$s t WHERE %3$s
            """;

    private static final String AS_PEOPLE_SET_IT =
            "(to_jsonb(t) - '{health,health_at,not_ready_since,holder,held_until,look_at,odometer}'::text[])::text";

    static Fingerprint take() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Superuser house = Superuser.begin()) {
            for (String table : house.ask(TABLES)) {
                String counted = table.equals("scan_event") ? "t.verdict IS DISTINCT FROM 'REFUSED'" : "true";
                String row = table.equals("printer") ? AS_PEOPLE_SET_IT : "t::text";
                tables.put(
                        table,
                        house.ask(CONTENTS.formatted(row, table, counted)).get(0));
            }
        }
        return new Fingerprint(tables);
    }

    /** Names of the tables that are not as they were, with what they hold before and now. */
    List<String> changedSince(Fingerprint before) {
        List<String> changed = new ArrayList<>();
        tables.forEach((table, now) -> {
            if (!now.equals(before.tables.get(table))) {
                changed.add(table + ": " + before.tables.get(table) + " became " + now);
            }
        });
        return changed;
    }
}
