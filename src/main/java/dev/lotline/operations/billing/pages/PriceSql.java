package dev.lotline.operations.billing.pages;

import dev.lotline.operations.billing.fees.House;
import dev.lotline.operations.billing.rating.LineRates;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Months priced where they lie, for plans whose lines are priced one by one. */
@Singleton
final class PriceSql {
    private static final String TOTAL = "SELECT * FROM storage_price_total($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String PAGE = "SELECT * FROM storage_price_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    private static final String ITEM = "SELECT * FROM storage_price_item($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    private static final String ITEM_ID = "SELECT id FROM item WHERE owner_id = $1 AND sku = $2";
    private static final String COMING = "SELECT * FROM storage_price_coming($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    /** What was measured on the days of a month, all cells together. */
    private static final String DAYS = """
            SELECT a.day, a.rule, a.plan_version, a.rate_key, sum(a.quantity) AS quantity,
              count(DISTINCT (a.item_id, a.lot_id, a.location_id))::integer AS places
            FROM storage_accrual a
            WHERE a.owner_id = $1 AND a.warehouse_id = $2 AND a.day >= $3 AND a.day < $3 + interval '1 month'
            GROUP BY 1, 2, 3, 4 HAVING sum(a.quantity) <> 0 OR sum(a.units) <> 0 ORDER BY 1, 2, 3, 4
            """;

    /**
     * Lines as they are priced.
     *
     * @param rolled the month they are read from
     * @param own it is the month that is asked for; else what stands on its last closed day is carried on
     * @param more days to come
     */
    record Asked(House house, YearMonth rolled, boolean own, LocalDate closed, int more, LineRates rates) {
        Object[] arguments() {
            JsonArray prices = new JsonArray();
            rates.entries()
                    .forEach(entry -> prices.add(new JsonObject()
                            .put("version", entry.version())
                            .put("rule", entry.rule())
                            .put("key", entry.key())
                            .put("rate", entry.rate().toPlainString())
                            .put("base", entry.base().toPlainString())
                            .put(
                                    "unit",
                                    entry.unit() == null ? null : entry.unit().toPlainString())));
            return new Object[] {
                house.owner(), house.warehouse(), rolled.atDay(1), own, closed, more, prices, decimals()
            };
        }

        int decimals() {
            return rates.currency().getDefaultFractionDigits();
        }

        private BigDecimal money(Row row, String column) {
            return row.getBigDecimal(column).movePointLeft(decimals()).setScale(decimals(), RoundingMode.UNNECESSARY);
        }
    }

    record Total(long lines, BigDecimal accrued, BigDecimal estimate) {
        static final Total NOTHING = new Total(0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private final Pool pool;

    PriceSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<DayLines.DaySum>> days(House house, YearMonth month) {
        return pool.preparedQuery(DAYS)
                .execute(Tuple.of(house.owner(), house.warehouse(), month.atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new DayLines.DaySum(
                                row.getLocalDate("day"),
                                row.getString("rule"),
                                row.getLong("plan_version"),
                                row.getString("rate_key"),
                                row.getBigDecimal("quantity"),
                                row.getInteger("places")))
                        .toList());
    }

    Uni<Total> total(Asked asked) {
        return pool.preparedQuery(TOTAL)
                .execute(Tuple.from(asked.arguments()))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getLong("lines") == 0
                        ? Total.NOTHING
                        : new Total(row.getLong("lines"), asked.money(row, "accrued"), asked.money(row, "whole")));
    }

    Uni<List<FeePage.Line>> page(Asked asked, GroupBy by, FeePage.@Nullable Key after, int limit) {
        List<@Nullable Object> arguments = new ArrayList<>(List.of(asked.arguments()));
        arguments.add(by.name());
        arguments.add(after == null ? null : after.parts());
        arguments.add(limit);
        return pool.preparedQuery(PAGE)
                .execute(Tuple.from(arguments))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> line(asked, row))
                        .toList());
    }

    /** Null = the owner has no such item. */
    Uni<@Nullable Long> itemId(House house, String sku) {
        return pool.preparedQuery(ITEM_ID)
                .execute(Tuple.of(house.owner(), sku))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    /** What the lots of an item cost; lot 0 = goods without one. */
    Uni<Map<Long, BigDecimal>> item(Asked asked, String sku) {
        List<@Nullable Object> arguments = new ArrayList<>(List.of(asked.arguments()));
        arguments.add(sku);
        return pool.preparedQuery(ITEM)
                .execute(Tuple.from(arguments))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getLong("lot_id"), row -> asked.money(row, "whole"))));
    }

    /** The lots whose days to come cost most. */
    Uni<List<Coming>> coming(Asked asked, int limit) {
        List<@Nullable Object> arguments = new ArrayList<>(List.of(asked.arguments()));
        arguments.add(limit);
        return pool.preparedQuery(COMING)
                .execute(Tuple.from(arguments))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Coming(
                                row.getString("sku"),
                                row.getLong("lot_id") == 0 ? null : String.valueOf(row.getLong("lot_id")),
                                row.getString("lot"),
                                asked.money(row, "coming")))
                        .toList());
    }

    private static FeePage.Line line(Asked asked, Row row) {
        String[] key = row.getArrayOfStrings("key");
        BigDecimal least = row.getBigDecimal("least_rate");
        return new FeePage.Line(
                new FeePage.Key("", key[0], key[1], key[2], key[3], key[4]),
                row.getString("lot"),
                asked.rates().units().getOrDefault(key[4], ""),
                row.getLong("places").intValue(),
                row.getInteger("days"),
                row.getBigDecimal("average").setScale(4, RoundingMode.HALF_UP),
                least.compareTo(row.getBigDecimal("most_rate")) == 0 ? least : null,
                asked.money(row, "accrued"),
                asked.money(row, "whole"));
    }
}
