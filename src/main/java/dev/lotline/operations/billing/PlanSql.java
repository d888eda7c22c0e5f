package dev.lotline.operations.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.operations.billing.plan.PlanReader;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.PlanBook;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Plans, their versions and assignments. */
@Singleton
final class PlanSql {
    private static final String NEW_PLAN = """
            INSERT INTO rate_plan (code, created_by) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING
            """;

    private static final String DRAFT = """
            INSERT INTO rate_plan_version (plan_id, n, state, definition, measures, sha256, created_by)
            SELECT id, 0, 'DRAFT', $2, $3, $4, $5 FROM rate_plan WHERE code = $1
            ON CONFLICT (plan_id, n) DO UPDATE SET definition = excluded.definition, measures = excluded.measures,
              sha256 = excluded.sha256, created_by = excluded.created_by, created_at = now()
            """;

    private static final String VERSION = """
            INSERT INTO rate_plan_version (plan_id, n, state, effective_from, definition, measures, sha256, created_by)
            SELECT p.id, 1 + (SELECT coalesce(max(n), 0) FROM rate_plan_version WHERE plan_id = p.id), 'DRAFT', $6, $2, $3, $4,
              $5
            FROM rate_plan p WHERE p.code = $1
            ON CONFLICT DO NOTHING
            """;

    /** An active version is for ever; what is closed already is not rated again. */
    private static final String ACTIVATE = """
            UPDATE rate_plan_version v SET state = 'ACTIVE', approved_by = $3, approved_at = now()
            FROM rate_plan p
            WHERE p.code = $1 AND v.plan_id = p.id AND v.n = $2 AND v.n > 0 AND v.state = 'DRAFT'
              AND NOT EXISTS (SELECT FROM storage_day d JOIN rate_plan_version u ON u.id = d.plan_version
                WHERE u.plan_id = p.id AND d.day >= v.effective_from)
            """;

    private static final String CLOSED_TO = """
            SELECT max(d.day) AS day FROM storage_day d JOIN rate_plan_version u ON u.id = d.plan_version
            JOIN rate_plan p ON p.id = u.plan_id WHERE p.code = $1
            """;

    private static final String VERSIONS = """
            SELECT v.* FROM rate_plan_version v JOIN rate_plan p ON p.id = v.plan_id
            WHERE p.code = $1 AND ($2::text[] IS NULL OR EXISTS (SELECT FROM rate_plan_assignment a
              JOIN owner o ON o.id = a.owner_id WHERE a.plan_id = p.id AND o.code = ANY ($2)))
            ORDER BY v.n DESC LIMIT 500
            """;

    private static final String CODES = """
            SELECT p.code FROM rate_plan p
            WHERE p.code > $1 AND ($2::text[] IS NULL OR EXISTS (SELECT FROM rate_plan_assignment a
              JOIN owner o ON o.id = a.owner_id WHERE a.plan_id = p.id AND o.code = ANY ($2)))
            ORDER BY p.code LIMIT $3
            """;

    private static final String BY_ID = """
            SELECT v.id, v.n, v.effective_from, v.definition FROM rate_plan_version v WHERE v.id = ANY ($1)
            ORDER BY v.effective_from
            """;

    private static final String ACTIVE = """
            SELECT v.id, v.n, v.effective_from, v.definition FROM rate_plan_version v JOIN rate_plan p ON p.id = v.plan_id
            WHERE p.code = $1 AND v.state = 'ACTIVE' ORDER BY v.effective_from
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Map<Long, PlanBook.Version> rated = new ConcurrentHashMap<>();

    PlanSql(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Integer> newPlan(String code, String actor) {
        return pool.preparedQuery(NEW_PLAN).execute(Tuple.of(code, actor)).map(RowSet::rowCount);
    }

    Uni<Void> draft(String code, JsonNode definition, JsonObject measures, String sha256, String actor) {
        return pool.preparedQuery(DRAFT)
                .execute(Tuple.of(code, new JsonObject(definition.toString()), measures, sha256, actor))
                .replaceWithVoid();
    }

    /** 0 = there is a version of this day already, or no such plan. */
    Uni<Integer> version(
            String code, LocalDate from, JsonNode definition, JsonObject measures, String sha256, String actor) {
        return pool.preparedQuery(VERSION)
                .execute(Tuple.of(code, new JsonObject(definition.toString()), measures, sha256, actor, from))
                .map(RowSet::rowCount);
    }

    Uni<Integer> activate(String code, int n, String actor) {
        return pool.preparedQuery(ACTIVATE).execute(Tuple.of(code, n, actor)).map(RowSet::rowCount);
    }

    Uni<@Nullable LocalDate> closedTo(String code) {
        return pool.preparedQuery(CLOSED_TO)
                .execute(Tuple.of(code))
                .map(rows -> rows.iterator().next().getLocalDate("day"));
    }

    Uni<List<Plan.Version>> versions(String code, String @Nullable [] owners) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(code, owners))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::version)
                        .toList());
    }

    Uni<List<String>> codes(String after, String @Nullable [] owners, int limit) {
        return pool.preparedQuery(CODES)
                .execute(Tuple.of(after, owners, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("code"))
                        .toList());
    }

    /** The versions that were rated by, by their ids; they never change, so that each is read once. */
    Uni<PlanBook> book(List<Long> ids) {
        List<Long> unread =
                ids.stream().filter(id -> !rated.containsKey(id)).distinct().toList();
        Uni<Void> read = unread.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(BY_ID)
                        .execute(Tuple.of(unread.toArray(Long[]::new)))
                        .map(this::book)
                        .invoke(book -> book.versions().forEach(version -> rated.put(version.id(), version)))
                        .replaceWithVoid();
        return read.map(none -> new PlanBook(ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(rated.get(id)).stream())
                .sorted(Comparator.comparing(PlanBook.Version::from))
                .toList()));
    }

    /** The active versions of a plan; an empty book when there are none. */
    Uni<PlanBook> book(String code) {
        return pool.preparedQuery(ACTIVE).execute(Tuple.of(code)).map(this::book);
    }

    private PlanBook book(RowSet<Row> rows) {
        return new PlanBook(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PlanBook.Version(
                        row.getLong("id"), row.getInteger("n"), row.getLocalDate("effective_from"), plan(row)))
                .toList());
    }

    private RatePlan plan(Row row) {
        return Objects.requireNonNull(PlanReader.read(definition(row)).plan(), "a stored plan that can't be read");
    }

    private JsonNode definition(Row row) {
        try {
            return json.readTree(row.getJsonObject("definition").encode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan that is no JSON", e);
        }
    }

    private Plan.Version version(Row row) {
        return new Plan.Version(
                row.getInteger("n"),
                row.getString("state"),
                row.getLocalDate("effective_from"),
                definition(row),
                row.getString("sha256"),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at"),
                row.getString("approved_by"));
    }
}
