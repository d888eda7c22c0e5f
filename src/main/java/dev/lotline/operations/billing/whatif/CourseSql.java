package dev.lotline.operations.billing.whatif;

import dev.lotline.operations.billing.FeeWork;
import dev.lotline.operations.billing.fees.House;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is known of the days to come. */
@Singleton
final class CourseSql {
    static final int DAYS = 28;

    /** $3 = the last day that is known. */
    private static final String PICKED = """
            SELECT i.sku, sum(CASE WHEN m.kind = 'UNPICK' THEN -m.quantity ELSE m.quantity END) / 28 AS daily
            FROM movement m JOIN item i ON i.id = m.item_id
            WHERE m.warehouse_id = $2 AND m.owner_id = $1 AND m.kind IN ('PICK', 'UNPICK') AND m.business_date > $3::date - 28
              AND m.business_date <= $3::date
            GROUP BY 1 HAVING sum(CASE WHEN m.kind = 'UNPICK' THEN -m.quantity ELSE m.quantity END) > 0
            """;

    /** A receipt that is late is thought to come on the next day. */
    private static final String ANNOUNCED = """
            SELECT i.sku, coalesce(r.lot_id, 0) AS lot_id, greatest(o.expected_on, $3::date + 1) AS on_day,
              sum(r.expected - r.received) AS units
            FROM receiving_lot r JOIN receiving_order o ON o.id = r.receiving_order_id JOIN item i ON i.id = r.item_id
            WHERE o.owner_id = $1 AND o.warehouse_id = $2 AND o.closed_at IS NULL AND o.cancelled_at IS NULL AND r.awaited
              AND o.expected_on <= $4
            GROUP BY 1, 2, 3 ORDER BY 3, 1, 2
            """;

    private static final String RELEASED = """
            SELECT i.sku, coalesce(r.lot_id, 0) AS lot_id, l.code AS location, sum(r.quantity) AS units
            FROM reservation r JOIN item i ON i.id = r.item_id
            JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id
            WHERE r.warehouse_id = $2 AND i.owner_id = $1 AND r.state = 'OPEN'
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """;

    private static final String VERSIONS = """
            SELECT p.code, v.n, greatest(v.effective_from, a.from_day) AS on_day
            FROM rate_plan_assignment a JOIN rate_plan p ON p.id = a.plan_id JOIN rate_plan_version v ON v.plan_id = p.id
            WHERE a.owner_id = $1 AND (a.warehouse_id = $2 OR a.warehouse_id IS NULL) AND v.state = 'ACTIVE'
              AND greatest(v.effective_from, a.from_day) > $3::date + 1 AND greatest(v.effective_from, a.from_day) <= $4
              AND v.effective_from <= coalesce(a.to_day, 'infinity')
            ORDER BY 3 LIMIT 50
            """;

    /**
     * $3 items, $4 lots and $5 places that something is done with, $6 items that come: those items and what stands beside
     * them. NULL = goods come that stand nowhere, so that all of the house must be seen to know where to.
     */
    private static final String TOUCHED = """
            WITH named AS (
              SELECT i.id FROM item i WHERE i.owner_id = $1 AND (i.sku = ANY ($3) OR i.id IN (
                SELECT l.item_id FROM lot l WHERE l.id = ANY ($4)))
            ), place AS (
              SELECT s.location_id FROM named n JOIN stock s ON s.warehouse_id = $2 AND s.item_id = n.id
              UNION
              SELECT l.id FROM location l WHERE l.warehouse_id = $2 AND l.code = ANY ($5)
            )
            SELECT CASE WHEN NOT EXISTS (SELECT FROM unnest($6::text[]) r (sku) WHERE NOT EXISTS (
                SELECT FROM item i JOIN stock s ON s.warehouse_id = $2 AND s.item_id = i.id
                JOIN location l ON l.warehouse_id = $2 AND l.id = s.location_id
                WHERE i.owner_id = $1 AND i.sku = r.sku AND s.quantity > 0 AND l.type IN ('STORAGE', 'PICK_FACE')))
              THEN ARRAY(SELECT n.id FROM named n UNION SELECT s.item_id FROM place p JOIN stock s ON s.warehouse_id = $2
                AND s.location_id = p.location_id JOIN item i ON i.id = s.item_id AND i.owner_id = $1) END AS items
            """;

    /** @param location null = it comes, else it leaves there */
    record Coming(
            String sku,
            String lot,
            @Nullable String location,
            @Nullable LocalDate on,
            BigDecimal units) {}

    /** A version that will hold from a day on. */
    record Version(String plan, int n, LocalDate on) {}

    private final Pool pool;
    private final FeeWork work;

    CourseSql(Pool pool, FeeWork work) {
        this.pool = pool;
        this.work = work;
    }

    /** Items that these touch, with what stands beside them; null = any. */
    Uni<Long @Nullable []> touched(House house, List<Action> actions) {
        String[] come = actions.stream()
                .filter(action -> action.kind() == Action.Kind.RECEIVE)
                .map(Action::sku)
                .toArray(String[]::new);
        return work.after(pool.preparedQuery(TOUCHED)
                        .execute(Tuple.of(
                                house.owner(),
                                house.warehouse(),
                                texts(actions, Action::sku),
                                Stream.of(texts(actions, Action::lot))
                                        .filter(lot -> lot.matches("[0-9]{1,18}"))
                                        .map(Long::valueOf)
                                        .toArray(Long[]::new),
                                texts(actions, Action::to),
                                come)))
                .map(rows -> rows.iterator().next().getArrayOfLongs("items"));
    }

    private static String[] texts(List<Action> actions, Function<Action, @Nullable String> which) {
        return actions.stream().map(which).filter(Objects::nonNull).toArray(String[]::new);
    }

    /** Units a day, by item. */
    Uni<Map<String, BigDecimal>> picked(House house, LocalDate known) {
        return work.after(pool.preparedQuery(PICKED).execute(Tuple.of(house.owner(), house.warehouse(), known)))
                .map(rows -> {
                    Map<String, BigDecimal> daily = new HashMap<>();
                    rows.forEach(row -> daily.put(row.getString("sku"), row.getBigDecimal("daily")));
                    return daily;
                });
    }

    Uni<List<Coming>> announced(House house, LocalDate known, LocalDate end) {
        return work.after(pool.preparedQuery(ANNOUNCED).execute(Tuple.of(house.owner(), house.warehouse(), known, end)))
                .map(rows -> coming(rows, true));
    }

    Uni<List<Coming>> released(House house) {
        return work.after(pool.preparedQuery(RELEASED).execute(Tuple.of(house.owner(), house.warehouse())))
                .map(rows -> coming(rows, false));
    }

    private static List<Coming> coming(RowSet<Row> rows, boolean comes) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Coming(
                        row.getString("sku"),
                        row.getLong("lot_id") == 0 ? "" : String.valueOf(row.getLong("lot_id")),
                        comes ? null : row.getString("location"),
                        comes ? row.getLocalDate("on_day") : null,
                        row.getBigDecimal("units")))
                .toList();
    }

    Uni<List<Version>> versions(House house, LocalDate known, LocalDate until) {
        return work.after(
                        pool.preparedQuery(VERSIONS).execute(Tuple.of(house.owner(), house.warehouse(), known, until)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Version(row.getString("code"), row.getInteger("n"), row.getLocalDate("on_day")))
                        .toList());
    }
}
