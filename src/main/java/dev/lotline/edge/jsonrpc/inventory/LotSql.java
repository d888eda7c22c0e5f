package dev.lotline.edge.jsonrpc.inventory;

import dev.lotline.edge.jsonrpc.ShipStreamWording.Lot;
import dev.lotline.edge.jsonrpc.inventory.LotSearch.Condition;
import dev.lotline.edge.jsonrpc.inventory.LotSearch.Field;
import dev.lotline.edge.jsonrpc.inventory.LotSearch.Type;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A page of lots and how many there are, in one statement. It is put together from the pieces below and from nothing that
 * a client sends: names of fields and operators choose a piece, values are parameters.
 */
@Singleton
final class LotSql {
    /** $1 owners and $2 warehouses of the scope, null = all. */
    private static final String FOUND = """
            WITH house AS (
              SELECT id FROM warehouse WHERE $2::text[] IS NULL OR code = ANY ($2)
            ), found AS (
              SELECT t.id, %s AS sorted
              FROM owner o JOIN item i ON i.owner_id = o.id JOIN lot t ON t.item_id = i.id
              %s
              WHERE i.tracking AND i.visible AND i.status = 'ACTIVE' AND i.archived_at IS NULL
                AND ($1::text[] IS NULL OR o.code = ANY ($1))
            """;

    /** $3 limit, $4 offset; in the same order every time, so that no lot is on two pages. */
    private static final String PAGE = """
            ), page AS (
              SELECT id, sorted FROM found ORDER BY sorted %s NULLS LAST, id LIMIT $3 OFFSET $4
            )
            SELECT (SELECT count(*) FROM found) AS total, t.*, i.sku, i.name, q.*
            FROM (SELECT 1) one LEFT JOIN (page p
              JOIN lot t ON t.id = p.id JOIN item i ON i.id = t.item_id
              %s) ON true
            ORDER BY p.sorted %s NULLS LAST, p.id
            """;

    private static final String QUANTITIES = """
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(s.quantity) FILTER (WHERE s.state = 'STOWED'), 0) AS stowed,
                coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0) AS good,
                coalesce(sum(s.reserved), 0) AS taken,
                coalesce(array_agg(DISTINCT l.code) FILTER (WHERE s.quantity > 0), '{}') AS places
              FROM house h JOIN stock s ON s.warehouse_id = h.id AND s.item_id = t.item_id AND s.lot_key = t.id
                AND s.state IN ('STOWED', 'AVAILABLE')
              JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id) q
            """;

    /** The merchant's days are those of the warehouse that serves first, of those where its goods are or were. */
    private static final String ZONE = """
            SELECT w.time_zone FROM warehouse w WHERE ($1::text[] IS NULL OR w.code = ANY ($1))
            ORDER BY $2::text[] IS NOT NULL AND NOT EXISTS (SELECT FROM owner o JOIN item i ON i.owner_id = o.id
                JOIN stock_summary g ON g.warehouse_id = w.id AND g.item_id = i.id WHERE o.code = ANY ($2)),
              NOT w.active, w.priority, w.code LIMIT 1
            """;

    private static final int FIRST_VALUE = 5;

    /** @param total of all pages */
    record Found(long total, List<Lot> lots) {}

    private final Pool pool;

    LotSql(Pool pool) {
        this.pool = pool;
    }

    Uni<ZoneId> zone(Scope scope) {
        return pool.preparedQuery(ZONE)
                .execute(Tuple.tuple().addArrayOfString(scope.warehouseCodes()).addArrayOfString(scope.ownerCodes()))
                .map(rows -> rows.iterator().hasNext()
                        ? ZoneId.of(rows.iterator().next().getString(0))
                        : ZoneOffset.UTC);
    }

    Uni<Found> search(LotSearch search, Scope scope) {
        Tuple tuple = Tuple.tuple()
                .addArrayOfString(scope.ownerCodes())
                .addArrayOfString(scope.warehouseCodes())
                .addInteger(search.limit())
                .addLong((search.page() - 1L) * search.limit());
        search.conditions()
                .forEach(condition -> tuple.addArrayOfString(condition.values().toArray(String[]::new)));
        return pool.preparedQuery(statement(search)).execute(tuple).map(rows -> {
            long total = rows.iterator().next().getLong("total");
            return new Found(
                    total,
                    StreamSupport.stream(rows.spliterator(), false)
                            .filter(row -> row.getLong("id") != null)
                            .map(LotSql::lot)
                            .toList());
        });
    }

    private static String statement(LotSearch search) {
        boolean quantities = search.sortField().type == Type.UNITS
                || search.conditions().stream().anyMatch(condition -> condition.field().type == Type.UNITS);
        StringBuilder sql =
                new StringBuilder(FOUND.formatted(column(search.sortField()), quantities ? QUANTITIES : ""));
        for (int n = 0; n < search.conditions().size(); n++) {
            sql.append("    AND ")
                    .append(test(search.conditions().get(n), FIRST_VALUE + n))
                    .append('\n');
        }
        String direction = search.descending() ? "DESC" : "ASC";
        return sql.append(PAGE.formatted(direction, QUANTITIES, direction)).toString();
    }

    private static String test(Condition condition, int parameter) {
        String column = column(condition.field());
        String values = "$" + parameter + "::text[]";
        String value = "(" + values + ")[1]::" + type(condition.field().type);
        return switch (condition.test()) {
            case EQ -> column + " = " + value;
            case NEQ -> column + " <> " + value;
            case GT -> column + " > " + value;
            case LT -> column + " < " + value;
            case GTEQ -> column + " >= " + value;
            case LTEQ -> column + " <= " + value;
            case STARTS -> "starts_with(" + column + "::text, (" + values + ")[1])";
            case IN -> column + " = ANY (" + values + "::" + type(condition.field().type) + "[])";
            case NIN -> column + " <> ALL (" + values + "::" + type(condition.field().type) + "[])";
            case NULL -> "cardinality(" + values + ") = 0 AND " + column + " IS NULL";
            case NOTNULL -> "cardinality(" + values + ") = 0 AND " + column + " IS NOT NULL";
        };
    }

    private static String type(Type type) {
        return switch (type) {
            case TEXT -> "text";
            case ID -> "bigint";
            case DATE -> "date";
            case MOMENT -> "timestamptz";
            case UNITS -> "numeric";
        };
    }

    private static String column(Field field) {
        return switch (field) {
            case LOT_ID -> "t.id";
            case SKU -> "i.sku";
            case NAME -> "i.name";
            case LOT_NUMBER -> "t.lot_number";
            case EXPIRATION_DATE -> "t.expiration_date";
            case ORIGINATION_DATE -> "t.origination_date";
            case IS_ACTIVE -> "t.active::integer";
            case GROUP_VALUE -> "t.group_value";
            case CREATED_AT -> "date_trunc('second', t.created_at)";
            case QTY_PUTAWAY -> "q.stowed";
            case QTY_AVAILABLE -> "(q.good - q.taken)";
            case QTY_RESERVED -> "q.taken";
        };
    }

    private static Lot lot(Row row) {
        return new Lot(
                row.getLong("id"),
                row.getString("lot_number"),
                row.getLocalDate("origination_date"),
                row.getLocalDate("expiration_date"),
                row.getBoolean("active"),
                row.getString("group_value"),
                row.getOffsetDateTime("created_at"),
                row.getString("sku"),
                row.getString("name"),
                List.of(places(row.getArrayOfStrings("places"))),
                ShipStreamVocabulary.ofLot(
                        row.getBigDecimal("stowed"), row.getBigDecimal("good"), row.getBigDecimal("taken")));
    }

    private static String[] places(String @Nullable [] codes) {
        return codes == null ? new String[0] : codes;
    }
}
