package dev.lotline.edge.jsonrpc.documents;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** The warehouses that a caller may see. */
@Singleton
final class WarehouseSql {
    private static final String VISIBLE = """
            SELECT id, code FROM warehouse WHERE active AND ($1::text[] IS NULL OR code = ANY ($1)) ORDER BY id
            """;

    private final Pool pool;

    WarehouseSql(Pool pool) {
        this.pool = pool;
    }

    /** Codes by id, in the order of ids. */
    Uni<Map<Long, String>> visible(Scope scope) {
        return pool.preparedQuery(VISIBLE)
                .execute(Tuple.tuple().addArrayOfString(scope.warehouseCodes()))
                .map(rows -> {
                    Map<Long, String> codes = new LinkedHashMap<>();
                    rows.forEach(row -> codes.put(row.getLong("id"), row.getString("code")));
                    return codes;
                });
    }
}
