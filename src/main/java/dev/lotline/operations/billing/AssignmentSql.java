package dev.lotline.operations.billing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Who pays by which plan. */
@Singleton
final class AssignmentSql {
    private static final String OWNER = "SELECT id FROM owner WHERE code = $1";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('rate plans of ' || $1, 0))";
    private static final String CLEAR = "DELETE FROM rate_plan_assignment WHERE owner_id = $1";

    private static final String INSERT = """
            INSERT INTO rate_plan_assignment (owner_id, warehouse_id, plan_id, from_day, to_day, assigned_by)
            SELECT $1, w.id, p.id, $4, $5, $6 FROM rate_plan p LEFT JOIN warehouse w ON w.code = $2
            WHERE p.code = $3 AND ($2::text IS NULL OR w.id IS NOT NULL)
            """;

    /** Days that were rated under a plan which would no longer be theirs. */
    private static final String TOUCHED = """
            SELECT max(d.day) + 1 AS open FROM storage_day d JOIN rate_plan_version v ON v.id = d.plan_version
            WHERE d.owner_id = $1 AND NOT EXISTS (SELECT FROM rate_plan_assignment a WHERE a.owner_id = $1
              AND a.plan_id = v.plan_id AND (a.warehouse_id IS NULL OR a.warehouse_id = d.warehouse_id)
              AND d.day BETWEEN a.from_day AND coalesce(a.to_day, 'infinity'))
            """;

    private static final String LIST = """
            SELECT p.code AS plan, w.code AS warehouse, a.from_day, a.to_day
            FROM rate_plan_assignment a JOIN owner o ON o.id = a.owner_id JOIN rate_plan p ON p.id = a.plan_id
            LEFT JOIN warehouse w ON w.id = a.warehouse_id
            WHERE o.code = $1 ORDER BY a.from_day, w.code LIMIT 500
            """;

    private final Pool pool;

    AssignmentSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Plan.Assignment>> list(String owner) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(owner))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Plan.Assignment(
                                row.getString("plan"),
                                row.getString("warehouse"),
                                row.getLocalDate("from_day"),
                                row.getLocalDate("to_day")))
                        .toList());
    }

    /** Ends with UNKNOWN_OWNER. */
    Uni<Long> owner(String code) {
        return pool.preparedQuery(OWNER).execute(Tuple.of(code)).map(rows -> {
            if (rows.size() == 0) {
                throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", code);
            }
            return rows.iterator().next().getLong("id");
        });
    }

    /** Ends with UNKNOWN_PLAN (or a warehouse that is none), PLAN_EFFECTIVE_IN_CLOSED_PERIOD. */
    Uni<Void> replace(long owner, List<Plan.Assignment> wanted, String actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(String.valueOf(owner)))
                .chain(() -> connection.preparedQuery(CLEAR).execute(Tuple.of(owner)))
                .chain(() -> Multi.createFrom()
                        .iterable(wanted)
                        .onItem()
                        .transformToUniAndConcatenate(each -> insert(connection, owner, each, actor))
                        .collect()
                        .asList())
                .chain(() -> connection.preparedQuery(TOUCHED).execute(Tuple.of(owner)))
                .invoke(rows -> {
                    var open = rows.iterator().next().getLocalDate("open");
                    if (open != null) {
                        throw Refusal.of(RefusalCode.PLAN_EFFECTIVE_IN_CLOSED_PERIOD, "firstOpen", open);
                    }
                })
                .replaceWithVoid());
    }

    private static Uni<Integer> insert(SqlConnection connection, long owner, Plan.Assignment each, String actor) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(owner, each.warehouse(), each.plan(), each.from(), each.to(), actor))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Refusal.of(RefusalCode.UNKNOWN_PLAN, Map.of("plan", String.valueOf(each.plan())));
                    }
                    return rows.rowCount();
                });
    }
}
