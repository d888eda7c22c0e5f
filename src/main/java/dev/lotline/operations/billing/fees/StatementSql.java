package dev.lotline.operations.billing.fees;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Statements, written once and read. */
@Singleton
final class StatementSql {
    private static final String OWNERS = """
            SELECT o.code FROM owner o
            WHERE ($3::text[] IS NULL OR o.code = ANY ($3)) AND EXISTS (SELECT FROM storage_month m JOIN warehouse w
              ON w.id = m.warehouse_id WHERE m.owner_id = o.id AND w.code = $1 AND m.month = $2)
              AND NOT EXISTS (SELECT FROM storage_statement s JOIN warehouse w ON w.id = s.warehouse_id
              WHERE s.owner_id = o.id AND w.code = $1 AND s.month = $2)
            ORDER BY o.code
            """;

    private static final String NUMBER =
            "SELECT number FROM storage_statement WHERE owner_id = $1 AND warehouse_id = $2 AND month = $3";

    private static final String REVISED = """
            SELECT s.number, s.month, s.lines_total + coalesce((SELECT sum((c ->> 'amount')::numeric)
                FROM storage_statement x CROSS JOIN jsonb_array_elements(x.corrections) c
                WHERE x.owner_id = s.owner_id AND x.warehouse_id = s.warehouse_id
                  AND c ->> 'month' = to_char(s.month, 'YYYY-MM')), 0) AS told, d.days, d.movements
            FROM storage_statement s
            CROSS JOIN LATERAL (
              SELECT array_agg(DISTINCT x.day::text ORDER BY x.day::text) AS days,
                (SELECT array_agg(DISTINCT m.id ORDER BY m.id) FROM storage_day y CROSS JOIN unnest(y.movements) m (id)
                 WHERE y.warehouse_id = s.warehouse_id AND y.owner_id = s.owner_id AND y.day >= s.month
                   AND y.day < s.month + interval '1 month' AND y.closed_at > s.closed_at) AS movements
              FROM storage_day x
              WHERE x.warehouse_id = s.warehouse_id AND x.owner_id = s.owner_id AND x.day >= s.month
                AND x.day < s.month + interval '1 month' AND x.closed_at > s.closed_at) d
            WHERE s.owner_id = $1 AND s.warehouse_id = $2 AND s.month < $3 AND d.days IS NOT NULL
            ORDER BY s.month LIMIT 36
            """;

    private static final String WRITE = "SELECT storage_state($1, $2, $3, $4, $5, $6, $7) AS number";

    private static final String ASK = "SELECT asked_by, agreed FROM storage_ask($1, $2, $3, $4, $5, $6)";

    private static final String HEADS = """
            SELECT s.*, w.code AS warehouse FROM storage_statement s JOIN owner o ON o.id = s.owner_id
            JOIN warehouse w ON w.id = s.warehouse_id
            WHERE o.code = $1 AND ($2::text IS NULL OR s.number = $2) AND s.number > $3
              AND ($4::text[] IS NULL OR w.code = ANY ($4))
            ORDER BY s.number LIMIT $5
            """;

    private static final String LINES = """
            SELECT l.* FROM storage_statement_line l JOIN storage_statement s ON s.id = l.statement_id
            WHERE s.number = $1 AND l.n > $2 ORDER BY l.n LIMIT $3
            """;

    private final Pool pool;

    StatementSql(Pool pool) {
        this.pool = pool;
    }

    /** Owners with figures of a month and no statement. */
    Uni<List<String>> owners(String warehouse, YearMonth month, String @Nullable [] scope) {
        return pool.preparedQuery(OWNERS)
                .execute(Tuple.of(warehouse, month.atDay(1), scope))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("code"))
                        .toList());
    }

    /** Null = the month has no statement. */
    Uni<@Nullable String> number(House house, YearMonth month) {
        return pool.preparedQuery(NUMBER)
                .execute(Tuple.of(house.owner(), house.warehouse(), month.atDay(1)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("number"));
    }

    Uni<List<Statement.Revised>> revised(House house, YearMonth month) {
        return pool.preparedQuery(REVISED)
                .execute(Tuple.of(house.owner(), house.warehouse(), month.atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Statement.Revised(
                                row.getString("number"),
                                YearMonth.from(row.getLocalDate("month")),
                                row.getBigDecimal("told"),
                                Arrays.asList(row.getArrayOfStrings("days")),
                                row.getArrayOfLongs("movements") == null
                                        ? List.of()
                                        : Arrays.asList(row.getArrayOfLongs("movements"))))
                        .toList());
    }

    /** Its number; null = days were closed meanwhile, or somebody else was faster. */
    Uni<@Nullable String> write(House house, YearMonth month, JsonObject head, JsonArray lines, String actor) {
        LocalDate first = month.atDay(1);
        return pool.preparedQuery(WRITE)
                .execute(Tuple.from(
                        new Object[] {house.owner(), house.warehouse(), first, house.stamp(), head, lines, actor}))
                .map(rows -> rows.iterator().next().getString("number"));
    }

    /** Who wanted a month closed before, and whether this actor is another person. */
    record Asked(String by, boolean agreed) {}

    /** Null = nobody did; now this actor does. */
    Uni<@Nullable Asked> ask(House house, YearMonth month, @Nullable String reason, String actor) {
        return pool.preparedQuery(ASK)
                .execute(Tuple.of(house.owner(), house.warehouse(), month.atDay(1), house.stamp(), reason, actor))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Asked(row.getString("asked_by"), row.getBoolean("agreed")))
                        .findFirst()
                        .orElse(null));
    }

    /** @param number null = all behind {@code after} */
    Uni<List<Statement>> heads(
            String owner, @Nullable String number, String after, String @Nullable [] warehouses, int limit) {
        return pool.preparedQuery(HEADS)
                .execute(Tuple.of(owner, number, after, warehouses, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StatementSql::head)
                        .toList());
    }

    Uni<List<Statement.Line>> lines(String number, long after, int limit) {
        return pool.preparedQuery(LINES)
                .execute(Tuple.of(number, (int) after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StatementSql::line)
                        .toList());
    }

    private static Statement head(Row row) {
        BigDecimal total = row.getBigDecimal("lines_total").add(row.getBigDecimal("corrections_total"));
        return new Statement(
                row.getString("number"),
                row.getString("warehouse"),
                YearMonth.from(row.getLocalDate("month")).toString(),
                row.getString("currency"),
                total.toPlainString(),
                maps(row.getJsonArray("adjustments")),
                maps(row.getJsonArray("corrections")),
                maps(row.getJsonArray("excluded")),
                row.getString("sha256"),
                row.getString("closed_by"),
                row.getString("asked_by"),
                row.getOffsetDateTime("closed_at"));
    }

    private static Statement.Line line(Row row) {
        Long lot = row.getLong("lot_id");
        return new Statement.Line(
                row.getInteger("n"),
                row.getString("sku"),
                lot == null ? null : String.valueOf(lot),
                row.getString("lot"),
                row.getString("location"),
                row.getString("rule"),
                row.getString("unit"),
                row.getBigDecimal("quantity_days"),
                row.getBigDecimal("average_quantity"),
                row.getBigDecimal("amount").toPlainString(),
                maps(row.getJsonArray("segments")));
    }

    private static List<Map<String, Object>> maps(JsonArray array) {
        return array.stream()
                .map(JsonObject.class::cast)
                .map(JsonObject::getMap)
                .toList();
    }
}
