package dev.lotline.operations.printing.templates;

import dev.lotline.operations.printing.templates.OwnTemplates.Own;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of templates: what is written is never changed. */
final class OwnTemplateSql {
    private static final String ALL = """
            SELECT * FROM (SELECT DISTINCT ON (kind, stock) kind, stock, source, uploaded_by, uploaded_at FROM label_template
              ORDER BY kind, stock, id DESC) last
            WHERE source IS NOT NULL LIMIT 100
            """;
    private static final String PUT = """
            INSERT INTO label_template (kind, stock, source, uploaded_by) VALUES ($1, $2, $3, $4)
            """;

    private final Pool pool;

    OwnTemplateSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Own>> all() {
        return pool.preparedQuery(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Own(
                                row.getString("kind"),
                                row.getString("stock"),
                                row.getString("source"),
                                row.getString("uploaded_by"),
                                row.getOffsetDateTime("uploaded_at")))
                        .toList());
    }

    Uni<Void> put(String kind, String stock, @Nullable String source, String by) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(kind, stock, source, by))
                .replaceWithVoid();
    }
}
