package dev.lotline.edge.console.views;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Views by the person who named them. */
@Singleton
final class SavedViewSql {
    /** More than anybody finds again. */
    static final int MOST = 200;

    /** $1 person, $2 the name that the last page ended with, $3 rows. */
    private static final String PAGE = """
            SELECT v.id, v.name, v.address, v.saved_at FROM saved_view v JOIN person p ON p.id = v.person_id
            WHERE p.name = $1 AND v.name > $2 ORDER BY v.name LIMIT $3
            """;

    /** $1 person, $2 name, $3 address, $4 most. A name that is there gets the other address. */
    private static final String SAVE = """
            INSERT INTO saved_view (person_id, name, address) SELECT p.id, $2, $3 FROM person p WHERE p.name = $1
              AND ((SELECT count(*) FROM saved_view v WHERE v.person_id = p.id) < $4
                OR EXISTS (SELECT FROM saved_view v WHERE v.person_id = p.id AND v.name = $2))
            ON CONFLICT (person_id, name) DO UPDATE SET address = excluded.address, saved_at = now()
            """;

    /** $1 person, $2 view. */
    private static final String FORGET = """
            DELETE FROM saved_view v USING person p WHERE p.id = v.person_id AND p.name = $1 AND v.id = $2
            """;

    private final Pool pool;

    SavedViewSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<SavedView>> page(String person, String after, int rows) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(person, after, rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(SavedViewSql::view)
                        .toList());
    }

    /** False when the person has too many. */
    Uni<Boolean> save(String person, String name, String address) {
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(person, name, address, MOST))
                .map(done -> done.rowCount() > 0);
    }

    /** False when the person has no such view. */
    Uni<Boolean> forget(String person, long view) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(person, view)).map(done -> done.rowCount() > 0);
    }

    private static SavedView view(Row row) {
        return new SavedView(
                row.getLong("id"), row.getString("name"), row.getString("address"), row.getOffsetDateTime("saved_at"));
    }
}
