package dev.lotline.operations.billing.fees;

import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.billing.FeeWork;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Sample;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was measured, read. */
@Singleton
final class FeesSql {
    /** $1 owner, $2 warehouse or null, $3 warehouses of the scope or null: where the owner has storage days or stock. */
    private static final String HOUSES = """
            SELECT o.id AS owner, w.id AS warehouse, w.code, business_date(w.time_zone) AS today, d.closed, d.stamp
            FROM owner o CROSS JOIN warehouse w
            CROSS JOIN LATERAL (SELECT max(x.day) AS closed, count(*) AS stamp FROM storage_day x
              WHERE x.warehouse_id = w.id AND x.owner_id = o.id) d
            WHERE o.code = $1 AND ($2::text IS NULL OR w.code = $2) AND ($3::text[] IS NULL OR w.code = ANY ($3))
              AND (d.stamp > 0 OR $2 IS NOT NULL OR EXISTS (SELECT FROM item i JOIN stock_summary g ON g.item_id = i.id
                WHERE i.owner_id = o.id AND g.warehouse_id = w.id))
            ORDER BY w.code LIMIT 100
            """;

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM owner WHERE code = $1) AS owner,
              $2::text IS NULL OR EXISTS (SELECT FROM warehouse WHERE code = $2) AS warehouse
            """;

    private static final String ROLLED = """
            SELECT coalesce(i.sku, '') AS sku, m.lot_id, coalesce(l.code, '') AS location, m.rule, m.plan_version, m.rate_key,
              m.first_day, m.last_day, m.days, m.quantity_days, m.unit_days, m.peak, m.last_quantity,
              coalesce(t.lot_number, t.expiration_date::text) AS lot
            FROM storage_month m
            LEFT JOIN item i ON i.id = m.item_id
            LEFT JOIN lot t ON t.id = m.lot_id
            LEFT JOIN location l ON l.warehouse_id = m.warehouse_id AND l.id = m.location_id
            WHERE m.owner_id = $1 AND m.warehouse_id = $2 AND m.month = $3 AND m.days > 0
              AND ($4::text IS NULL OR i.sku = $4) AND ($5::bigint IS NULL OR m.lot_id = $5)
              AND ($6::text IS NULL OR l.code = $6) AND ($7::text IS NULL OR m.rule = $7)
              AND ($8::bigint[] IS NULL OR m.item_id = ANY ($8))
            ORDER BY i.sku, m.lot_id, l.code, m.rule, m.first_day
            """;

    /** The days themselves, all of them or those of one lot. */
    private static final String DAYS = """
            SELECT coalesce(i.sku, '') AS sku, a.lot_id, coalesce(l.code, '') AS location, a.rule, a.plan_version, a.rate_key,
              a.day, sum(a.units) AS units, sum(a.quantity) AS quantity,
              min(coalesce(t.lot_number, t.expiration_date::text)) AS lot
            FROM storage_accrual a
            LEFT JOIN item i ON i.id = a.item_id
            LEFT JOIN lot t ON t.id = a.lot_id
            LEFT JOIN location l ON l.warehouse_id = a.warehouse_id AND l.id = a.location_id
            WHERE a.owner_id = $1 AND a.warehouse_id = $2 AND a.day >= $3 AND a.day < $3 + interval '1 month'
              AND ($4::text IS NULL OR i.sku = $4) AND ($5::bigint IS NULL OR a.lot_id = $5)
              AND ($6::text IS NULL OR l.code = $6) AND ($7::text IS NULL OR a.rule = $7)
              AND ($8::bigint[] IS NULL OR a.item_id = ANY ($8))
            GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(a.quantity) <> 0 OR sum(a.units) <> 0
            ORDER BY 7, 1, 2, 3, 4
            """;

    private static final String LEVELS = """
            SELECT v.day, v.rule, v.plan_version, v.rate_key, coalesce(i.sku, '') AS sku, v.quantity
            FROM storage_level v LEFT JOIN item i ON i.id = v.item_id
            WHERE v.owner_id = $1 AND v.warehouse_id = $2 AND v.day >= $3 AND v.day < $3 + interval '1 month'
            ORDER BY v.day
            """;

    private static final String UNRATED = """
            SELECT u.reason, coalesce(i.sku, '') AS sku, u.lot_id, coalesce(l.code, '') AS location, u.rule, max(u.day) AS day,
              count(*)::int AS days, NULL::text AS lot
            FROM storage_unrated u
            LEFT JOIN item i ON i.id = u.item_id
            LEFT JOIN location l ON l.warehouse_id = u.warehouse_id AND l.id = u.location_id
            WHERE u.owner_id = $1 AND u.warehouse_id = $2 AND u.day >= $3 AND u.day < $3 + interval '1 month'
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 3, 4 LIMIT 500
            """;

    /** What stands there at the end of a day, as the forecast goes on with it; $4 = with the plates under it, $5 = items or all. */
    private static final String STANDING = """
            SELECT i.sku, c.lot_id, l.code AS location, c.units, c.sides, c.weight, c.type, c.storage_class, c.temperature_class,
              c.zone, c.volume, coalesce(s.first_day, $3) AS received, least(p.first_day, $3) AS came, c.held,
              t.expiration_date, coalesce(t.lot_number, t.expiration_date::text) AS lot, g.plated
            FROM unnest(storage_cells($2, $1, $3, false, '{"defaultVolumes": {}}', $5)) c
            JOIN item i ON i.id = c.item_id
            JOIN location l ON l.warehouse_id = $2 AND l.id = c.location_id
            LEFT JOIN lot t ON t.id = c.lot_id
            LEFT JOIN (SELECT x.item_id, x.lot_id, x.location_id, jsonb_agg(jsonb_build_object('state', x.state, 'plate', x.plate_id,
                'units', x.units)) AS plated
              FROM storage_plates($2, $1, $3) x WHERE $4 GROUP BY 1, 2, 3) g
              ON g.item_id = c.item_id AND g.lot_id = c.lot_id AND g.location_id = c.location_id
            LEFT JOIN storage_since s ON s.warehouse_id = $2 AND s.item_id = c.item_id AND s.lot_id = c.lot_id
              AND s.location_id = 0
            LEFT JOIN storage_since p ON p.warehouse_id = $2 AND p.item_id = c.item_id AND p.lot_id = c.lot_id
              AND p.location_id = c.location_id
            ORDER BY i.sku, c.lot_id, l.code
            """;

    private static final String RECEIPTS = """
            SELECT i.sku, (d.day ->> 0)::date AS day, (d.day ->> 1)::numeric AS units
            FROM jsonb_each(storage_receipts($2, $1, $3)) r JOIN item i ON i.id = r.key::bigint
            CROSS JOIN LATERAL jsonb_array_elements(r.value) d (day)
            """;

    private static final String VERSION_ON = "SELECT id FROM storage_plan($1, $2, $3)";

    /** A cell that could not be measured on so many days, the last of which is told. */
    record Gap(Sample.Unrated cell, int days) {}

    /** Lines, the names of their lots by id, and their days where they were read. */
    record Lines(List<Measured> lines, Map<String, String> names, List<Sample> samples) {}

    private final Pool pool;
    private final FeeWork work;

    FeesSql(Pool pool, FeeWork work) {
        this.pool = pool;
        this.work = work;
    }

    Uni<List<House>> houses(String owner, @Nullable String warehouse, String @Nullable [] scope) {
        return work.after(pool.preparedQuery(HOUSES).execute(Tuple.of(owner, warehouse, scope)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new House(
                                row.getLong("owner"),
                                owner,
                                row.getLong("warehouse"),
                                row.getString("code"),
                                row.getLocalDate("today"),
                                row.getLocalDate("closed"),
                                row.getLong("stamp")))
                        .toList());
    }

    Uni<Boolean> known(String owner, @Nullable String warehouse) {
        return work.after(pool.preparedQuery(KNOWN).execute(Tuple.of(owner, warehouse)))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getBoolean("owner") && row.getBoolean("warehouse"));
    }

    Uni<Lines> rolled(House house, YearMonth month, Asked of) {
        return work.after(pool.preparedQuery(ROLLED).execute(arguments(house, month, of)))
                .map(rows -> {
                    Map<String, String> names = new TreeMap<>();
                    List<Measured> lines = new ArrayList<>();
                    for (Row row : rows) {
                        Cell cell = cell(house, row, names);
                        Measured last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
                        boolean same = last != null
                                && last.cell().equals(cell)
                                && last.rule().equals(row.getString("rule"));
                        if (!same) {
                            lines.add(new Measured(month, cell, row.getString("rule"), new ArrayList<>()));
                        }
                        lines.get(lines.size() - 1).segments().add(segment(row));
                    }
                    return new Lines(lines, names, List.of());
                });
    }

    private static Measured.Segment segment(Row row) {
        return new Measured.Segment(
                row.getLong("plan_version"),
                row.getString("rate_key"),
                row.getLocalDate("first_day"),
                row.getLocalDate("last_day"),
                row.getInteger("days"),
                row.getBigDecimal("last_quantity"),
                row.getBigDecimal("quantity_days"),
                row.getBigDecimal("unit_days"),
                row.getBigDecimal("peak"));
    }

    /** @param of sku, lot, location and rule, each null = all */
    Uni<Lines> days(House house, YearMonth month, Asked of) {
        return work.after(pool.preparedQuery(DAYS).execute(arguments(house, month, of)))
                .map(rows -> {
                    Map<String, String> names = new TreeMap<>();
                    List<Sample> samples = new ArrayList<>();
                    for (Row row : rows) {
                        samples.add(new Sample(
                                row.getLocalDate("day"),
                                cell(house, row, names),
                                row.getString("rule"),
                                row.getLong("plan_version"),
                                row.getString("rate_key"),
                                row.getBigDecimal("units"),
                                row.getBigDecimal("quantity")));
                    }
                    return new Lines(Measured.of(samples), names, samples);
                });
    }

    private static Tuple arguments(House house, YearMonth month, Asked of) {
        return Tuple.from(new @Nullable Object[] {
            house.owner(), house.warehouse(), month.atDay(1), of.sku(), of.lot(), of.location(), of.rule(), of.items()
        });
    }

    private static Cell cell(House house, Row row, Map<String, String> names) {
        long lot = row.getLong("lot_id");
        if (lot > 0) {
            names.put(String.valueOf(lot), row.getString("lot"));
        }
        return new Cell(
                house.ownerCode(),
                row.getString("sku"),
                lot == 0 ? "" : String.valueOf(lot),
                row.getString("location"));
    }

    Uni<List<Sample.Level>> levels(House house, YearMonth month) {
        return work.after(
                        pool.preparedQuery(LEVELS).execute(Tuple.of(house.owner(), house.warehouse(), month.atDay(1))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Sample.Level(
                                row.getLocalDate("day"),
                                house.ownerCode(),
                                row.getString("rule"),
                                row.getLong("plan_version"),
                                row.getString("rate_key"),
                                row.getString("sku"),
                                row.getBigDecimal("quantity")))
                        .toList());
    }

    Uni<List<Gap>> unrated(House house, YearMonth month) {
        return work.after(
                        pool.preparedQuery(UNRATED).execute(Tuple.of(house.owner(), house.warehouse(), month.atDay(1))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> gap(house, row))
                        .toList());
    }

    private static Gap gap(House house, Row row) {
        Cell cell = cell(house, row, new HashMap<>());
        RefusalCode reason = RefusalCode.valueOf(row.getString("reason"));
        return new Gap(
                new Sample.Unrated(row.getLocalDate("day"), cell, row.getString("rule"), reason),
                row.getInteger("days"));
    }

    /** What stands in the house at the end of a day, as far as these plans ask, and goes on to the end of a month. */
    Uni<Standing> standing(House house, LocalDate day, List<PlanBook> books, LocalDate end, Long @Nullable [] items) {
        boolean plates = books.stream().anyMatch(book -> book.asks(rule -> rule.basis() == Terms.Basis.LPN));
        boolean pools = books.stream()
                .anyMatch(book ->
                        book.asks(rule -> rule.age() != null && rule.age().pool()));
        return work.after(pool.preparedQuery(STANDING)
                        .execute(Tuple.of(house.owner(), house.warehouse(), day, plates, items)))
                .chain(rows -> (pools ? receipts(house, day) : Uni.createFrom().item(List.<Observations.Receipt>of()))
                        .map(receipts -> new Standing(house, rows, receipts, end)));
    }

    private Uni<List<Observations.Receipt>> receipts(House house, LocalDate day) {
        return work.after(pool.preparedQuery(RECEIPTS).execute(Tuple.of(house.owner(), house.warehouse(), day)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Observations.Receipt(
                                house.ownerCode(),
                                row.getString("sku"),
                                row.getLocalDate("day"),
                                row.getBigDecimal("units")))
                        .toList());
    }

    /** The version that holds on a day; null = none does. */
    Uni<@Nullable Long> version(House house, LocalDate day) {
        return work.after(pool.preparedQuery(VERSION_ON).execute(Tuple.of(house.owner(), house.warehouse(), day)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    /** Which cells are asked for. */
    record Asked(
            @Nullable String sku,
            @Nullable Long lot,
            @Nullable String location,
            @Nullable String rule,
            Long @Nullable [] items) {
        static final Asked ALL = new Asked(null, null, null, null, null);
    }
}
