package dev.lotline.stock.ledger.invariant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The questions of {@code /invariants}, one file each. Any row returned is a violation. */
@Singleton
final class InvariantSql {
    /** A file that is not named here is not asked. */
    private static final List<String> NAMES = List.of(
            "I01-movement-shape",
            "I02-movement-cause",
            "I03-balance",
            "I04-chain",
            "I05-bounds",
            "I06-claims-add-up",
            "I07-claims-usable",
            "I08-event-once",
            "I09-conservation",
            "I10-hold",
            "I11-documents-agree",
            "I12-picked-what-was-reserved",
            "I13-nearest-expiry",
            "I14-shelf-life",
            "I15-lot-identity",
            "I16-over-receipt",
            "I17-views",
            "I18-outbox",
            "I24-labels",
            "I25-plates",
            "I26-storage",
            "I27-storage-ledger",
            "I28-shelf-days");

    private static final String ONE_SNAPSHOT = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
            """;

    /**
     * Of 50,000,000 movements a question takes two minutes. Each reads whole tables: in hashes that fit into memory, without
     * loops, and not compiled first, which cost a small house more than its answers.
     */
    private static final String WHOLE_TABLES = """
            SELECT set_config('statement_timeout', '5min', true), set_config('work_mem', '128MB', true),
              set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), now()
            """;

    private static final int SAMPLE = 20;
    private static final int CHUNK = 1_000;
    private static final long NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    /** One invariant and the statement that asks for it. */
    record Question(String id, String name, String sql) {}

    private final List<Question> questions =
            NAMES.stream().map(InvariantSql::load).toList();

    List<Question> questions() {
        return questions;
    }

    /** Makes the transaction of this connection one read-only snapshot and answers its moment. */
    Uni<OffsetDateTime> openSnapshot(SqlConnection connection) {
        return connection
                .query(ONE_SNAPSHOT)
                .execute()
                .chain(() -> connection.query(WHOLE_TABLES).execute())
                .map(rows -> rows.iterator().next().getOffsetDateTime("now"));
    }

    /** Asks one question; counts all rows and keeps the first, however many there are. */
    Uni<Invariant> ask(SqlConnection connection, Question question, OffsetDateTime snapshot) {
        Found found = new Found();
        return Uni.createFrom()
                .deferred(() -> connection
                        .prepare(question.sql())
                        .chain(statement -> read(statement.cursor(), found).chain(() -> close(statement))))
                .replaceWith(() -> new Invariant(
                        question.id(),
                        question.name(),
                        found.count,
                        snapshot,
                        (System.nanoTime() - found.startedNanos) / NANOS_PER_MILLI,
                        found.sample));
    }

    private static final class Found {
        private final long startedNanos = System.nanoTime();
        private final List<Invariant.Violation> sample = new ArrayList<>();
        private long count;

        void add(Row row) {
            count++;
            if (sample.size() < SAMPLE) {
                sample.add(new Invariant.Violation(
                        row.getString("subject"),
                        row.getString("expected"),
                        row.getString("found"),
                        row.getOffsetDateTime("since")));
            }
        }
    }

    private static Uni<Void> read(Cursor cursor, Found found) {
        return cursor.read(CHUNK)
                .invoke(rows -> rows.forEach(found::add))
                .chain(rows -> cursor.hasMore() ? read(cursor, found) : cursor.close());
    }

    private static Uni<Void> close(PreparedStatement statement) {
        return statement.close();
    }

    private static Question load(String file) {
        try (InputStream in = InvariantSql.class.getResourceAsStream("/invariants/" + file + ".sql")) {
            String sql = new String(
                    Objects.requireNonNull(in, () -> "no invariant file " + file)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            int dash = file.indexOf('-');
            return new Question(
                    file.substring(0, dash), file.substring(dash + 1).replace('-', ' '), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
