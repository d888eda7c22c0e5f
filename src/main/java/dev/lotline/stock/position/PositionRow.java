package dev.lotline.stock.position;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import dev.lotline.stock.figures.Booked;
import dev.lotline.stock.figures.LotPosition;
import dev.lotline.stock.figures.Position;
import dev.lotline.stock.figures.Product;
import dev.lotline.stock.figures.Units;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@link PositionSql} as facts. Quantities inside JSON come as text, so that none passes through a floating
 * point number.
 *
 * @param warehouseKnown false when a warehouse was asked for that is not there
 * @param unitVolume cubic feet; null = its dimensions are not known
 */
public record PositionRow(
        Product product,
        boolean warehouseKnown,
        @Nullable OffsetDateTime changedAt,
        Position position,
        @Nullable BigDecimal lowSupplyThreshold,
        @Nullable BigDecimal unitVolume,
        List<LotPosition> lots) {
    /** Columns are called like what they count. */
    private static final Set<Booked> COUNTED = EnumSet.range(Booked.EXPECTED, Booked.BACKORDERED);

    static PositionRow of(Row row, boolean wholeHouse) {
        return new PositionRow(
                product(row),
                row.getBoolean("house_known"),
                row.getOffsetDateTime("changed_at"),
                position(row, wholeHouse),
                row.getBigDecimal("low_supply_threshold"),
                row.getBigDecimal("volume_cubic_feet"),
                lots(row));
    }

    private static Product product(Row row) {
        String type = row.getString("type");
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("owner"),
                Owner.Kind.valueOf(row.getString("owned_by")),
                type == null ? null : Item.Type.valueOf(type),
                Item.Status.valueOf(row.getString("status")));
    }

    private static Position position(Row row, boolean wholeHouse) {
        return new Position(
                wholeHouse,
                Units.of(COUNTED, fact -> row.getBigDecimal(fact.name().toLowerCase(Locale.ROOT))),
                new Position.Kit(
                        row.getBoolean("optimistic"),
                        objects(row.getJsonArray("components"))
                                .map(each -> new Position.Component(
                                        each.getString("sku"), units(each, "perUnit"), units(each, "free")))
                                .toList()),
                row.getBigDecimal("reorder_point"));
    }

    /** Each part of all lots is one array: an item may have thousands. Units without a lot belong together, too, as lot 0. */
    private static List<LotPosition> lots(Row row) {
        Long[] keys = row.getArrayOfLongs("lot_keys");
        if (keys == null) {
            return List.of();
        }
        Map<Long, List<LotPosition.Place>> places = places(row);
        String[] numbers = row.getArrayOfStrings("lot_numbers");
        LocalDate[] expirations = row.getArrayOfLocalDates("expirations");
        LocalDate[] originations = row.getArrayOfLocalDates("originations");
        String[] holds = row.getArrayOfStrings("holds");
        String[] arriving = row.getArrayOfStrings("lot_arriving");
        List<LotPosition> lots = new ArrayList<>(keys.length);
        for (int n = 0; n < keys.length; n++) {
            lots.add(new LotPosition(
                    keys[n] == 0 ? null : keys[n],
                    numbers[n],
                    expirations[n],
                    originations[n],
                    holds[n],
                    new BigDecimal(arriving[n]),
                    places.getOrDefault(keys[n], List.of())));
        }
        return lots;
    }

    /** By lot, looked through once. */
    private static Map<Long, List<LotPosition.Place>> places(Row row) {
        Long[] lots = row.getArrayOfLongs("place_lots");
        if (lots == null) {
            return Map.of();
        }
        String[] warehouses = row.getArrayOfStrings("place_warehouses");
        String[] codes = row.getArrayOfStrings("place_codes");
        String[] states = row.getArrayOfStrings("place_states");
        String[] units = row.getArrayOfStrings("place_units");
        String[] reserved = row.getArrayOfStrings("place_reserved");
        Map<Long, List<LotPosition.Place>> places = new HashMap<>();
        for (int n = 0; n < lots.length; n++) {
            places.computeIfAbsent(lots[n], none -> new ArrayList<>(1))
                    .add(new LotPosition.Place(
                            warehouses[n], codes[n], states[n], new BigDecimal(units[n]), new BigDecimal(reserved[n])));
        }
        return places;
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray list) {
        return list == null ? Stream.empty() : list.stream().map(JsonObject.class::cast);
    }

    private static BigDecimal units(JsonObject from, String name) {
        return new BigDecimal(from.getString(name));
    }
}
