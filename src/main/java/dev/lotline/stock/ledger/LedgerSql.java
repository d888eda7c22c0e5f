package dev.lotline.stock.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** The two calls by which anything enters the books, and the one that only asks. */
@Singleton
final class LedgerSql {
    private static final String POST = """
            SELECT n, verdict, code, language, facts, replayed FROM ledger_post($1) ORDER BY n
            """;

    private static final String COMMAND = """
            SELECT verdict, code, facts, replayed FROM ledger_command($1)
            """;

    private static final String WHAT_IF = "SELECT hold_what_if($1) AS answer";

    private final Pool pool;

    LedgerSql(Pool pool) {
        this.pool = pool;
    }

    /** One verdict per posting, in the order given. */
    Uni<List<Posted>> post(List<Posting> batch) {
        JsonArray json = new JsonArray();
        for (int n = 0; n < batch.size(); n++) {
            json.add(batch.get(n).json(n));
        }
        return pool.preparedQuery(POST)
                .execute(Tuple.of(json))
                .map(rows -> LookupSql.each(rows, row -> Ledger.posted(row, row.getString("language"))));
    }

    Uni<JsonObject> whatIf(JsonObject command) {
        return pool.preparedQuery(WHAT_IF)
                .execute(Tuple.of(command))
                .map(rows -> rows.iterator().next().getJsonObject("answer"));
    }

    Uni<Row> command(JsonObject command) {
        return pool.preparedQuery(COMMAND)
                .execute(Tuple.of(command))
                .map(rows -> rows.iterator().next());
    }
}
