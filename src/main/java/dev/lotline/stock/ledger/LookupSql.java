package dev.lotline.stock.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What scans must know before they are posted, looked up for all of them that wait in one query. */
public final class LookupSql {
    private static final int CALLS_AT_ONCE = 1;
    private static final int GROUP_SIZE = 64;
    private static final int CAPACITY = 2048;

    private LookupSql() {}

    /**
     * A query over one JSON array of questions, each with its number {@code n}, that answers one row for each in order.
     *
     * @param answer may be null for a question that has none
     */
    public static <O> GroupCall<JsonObject, O> of(Pool pool, String query, Function<Row, O> answer) {
        return new GroupCall<>(
                CALLS_AT_ONCE,
                GROUP_SIZE,
                CAPACITY,
                questions -> pool.preparedQuery(query)
                        .execute(Tuple.of(numbered(questions)))
                        .map(rows -> each(rows, answer)));
    }

    /** What each row says, in their order. */
    static <O> List<O> each(RowSet<Row> rows, Function<Row, O> answer) {
        List<O> answers = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            answers.add(answer.apply(row));
        }
        return answers;
    }

    private static JsonArray numbered(List<JsonObject> questions) {
        JsonArray array = new JsonArray(new ArrayList<>(questions.size()));
        for (int n = 0; n < questions.size(); n++) {
            array.add(questions.get(n).put("n", n));
        }
        return array;
    }
}
