package dev.lotline.edge.console.shell.choice;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads what may be chosen. */
@Singleton
public final class ChoiceSql {
    /** $1 owners, $2 warehouses of the scope, or null. Bounded: nobody chooses from a longer list. */
    private static final String CHOICES = """
            (SELECT 'owner' AS kind, code, name, business_date('UTC') AS today FROM owner
             WHERE $1::text[] IS NULL OR code = ANY ($1) ORDER BY code LIMIT 1000)
            UNION ALL
            (SELECT 'warehouse', code, name, business_date(time_zone) FROM warehouse
             WHERE active AND ($2::text[] IS NULL OR code = ANY ($2)) ORDER BY code LIMIT 1000)
            """;

    private final Pool pool;

    ChoiceSql(Pool pool) {
        this.pool = pool;
    }

    public Uni<Choices> choices(Scope scope) {
        return pool.preparedQuery(CHOICES)
                .execute(Tuple.of(scope.ownerCodes(), scope.warehouseCodes()))
                .map(rows -> {
                    List<Choices.Choice> owners = new ArrayList<>();
                    List<Choices.Choice> warehouses = new ArrayList<>();
                    for (Row row : rows) {
                        (row.getString("kind").equals("owner") ? owners : warehouses)
                                .add(new Choices.Choice(
                                        row.getString("code"), row.getString("name"), row.getLocalDate("today")));
                    }
                    return new Choices(owners, warehouses);
                });
    }
}
