package dev.lotline.stock.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what scans must know, one statement for all that ask the same query. */
@Singleton
final class LookupSql {
    private final Pool pool;

    LookupSql(Pool pool) {
        this.pool = pool;
    }

    /** One posting per scan, in the order given. */
    Uni<List<Posting>> postings(List<Scan> scans) {
        Map<String, List<Scan>> asking = new LinkedHashMap<>();
        for (Scan scan : scans) {
            if (scan.query() != null) {
                asking.computeIfAbsent(scan.query(), query -> new ArrayList<>()).add(scan);
            }
        }
        if (asking.isEmpty()) {
            return Uni.createFrom().item(decided(scans, Map.of()));
        }
        Map<Scan, Row> answers = new java.util.IdentityHashMap<>();
        List<Uni<Void>> calls = new ArrayList<>();
        asking.forEach((query, group) -> calls.add(ask(query, group, answers)));
        return Uni.join().all(calls).andCollectFailures().map(done -> decided(scans, answers));
    }

    private Uni<Void> ask(String query, List<Scan> group, Map<Scan, Row> answers) {
        JsonArray questions = new JsonArray(new ArrayList<>(group.size()));
        for (int n = 0; n < group.size(); n++) {
            questions.add(group.get(n).question().put("n", n));
        }
        return pool.preparedQuery(query).execute(Tuple.of(questions)).map(rows -> {
            if (rows.rowCount() != group.size()) {
                throw new IllegalStateException(rows.rowCount() + " answers to " + group.size() + " questions");
            }
            synchronized (answers) {
                int n = 0;
                for (Row row : rows) {
                    answers.put(group.get(n++), row);
                }
            }
            return null;
        });
    }

    private static List<Posting> decided(List<Scan> scans, Map<Scan, Row> answers) {
        List<Posting> postings = new ArrayList<>(scans.size());
        for (Scan scan : scans) {
            @Nullable Row row = answers.get(scan);
            postings.add(scan.decision().apply(row));
        }
        return postings;
    }

    /** What each row says, in their order. */
    static <O> List<O> each(RowSet<Row> rows, Function<Row, O> answer) {
        List<O> answers = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            answers.add(answer.apply(row));
        }
        return answers;
    }
}
