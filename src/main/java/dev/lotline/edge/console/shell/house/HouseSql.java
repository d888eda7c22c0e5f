package dev.lotline.edge.console.shell.house;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** Owners and warehouses that somebody may look at. */
@Singleton
public final class HouseSql {
    /** $1 owners, $2 warehouses of the scope, or null. Bounded: nobody chooses from a longer list. */
    private static final String CHOICES = """
            (SELECT 'owner' AS kind, code, name, business_date('UTC') AS today FROM owner WHERE $1::text[] IS NULL OR code = ANY ($1) ORDER BY code LIMIT 200)
            UNION ALL
            (SELECT 'warehouse', code, name, business_date(time_zone) FROM warehouse
             WHERE active AND ($2::text[] IS NULL OR code = ANY ($2)) ORDER BY code LIMIT 200)
            """;

    /**
     * @param kind owner or warehouse
     * @param today the business date there
     */
    public record Choice(String kind, String code, String name, LocalDate today) {}

    private final Pool pool;

    HouseSql(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<Choice>> choices(Scope scope) {
        return pool.preparedQuery(CHOICES)
                .execute(Tuple.of(scope.ownerCodes(), scope.warehouseCodes()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Choice(
                                row.getString("kind"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getLocalDate("today")))
                        .toList());
    }
}
