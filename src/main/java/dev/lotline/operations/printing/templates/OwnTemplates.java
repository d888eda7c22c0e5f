package dev.lotline.operations.printing.templates;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Templates of this house in place of those that come along, and who has put them there. */
@Singleton
public class OwnTemplates {
    /**
     * One in force.
     *
     * @param stock width x height in millimetres
     */
    public record Own(String kind, String stock, String source, String by, OffsetDateTime at) {}

    private final OwnTemplateSql sql;

    OwnTemplates(@ReactiveDataSource("printing") Pool pool) {
        this.sql = new OwnTemplateSql(pool);
    }

    /** All that are in force. */
    public Uni<List<Own>> all() {
        return sql.all();
    }

    /** @param source null = the one that comes along is in force again */
    public Uni<Void> put(String kind, String stock, @Nullable String source, String by) {
        return sql.put(kind, stock, source, by);
    }
}
