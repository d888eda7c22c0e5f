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

    /** Where the number of the lot stands in the lists of lots and of places, which are arrays: an item may have thousands. */
    private static final int LOT = 0;

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

    private static List<LotPosition> lots(Row row) {
        // looked through once, not once per lot
        Map<Long, List<LotPosition.Place>> places = new HashMap<>();
        rows(row.getJsonArray("places"))
                .forEach(place -> places.computeIfAbsent(place.getLong(LOT), none -> new ArrayList<>())
                        .add(place(place)));
        return rows(row.getJsonArray("lots"))
                .map(lot -> lot(lot, places.getOrDefault(lot.getLong(LOT), List.of())))
                .toList();
    }

    /** Units without a lot belong together, too, as lot 0. */
    private static LotPosition lot(JsonArray lot, List<LotPosition.Place> places) {
        long id = lot.getLong(LOT);
        return new LotPosition(
                id == 0 ? null : id,
                lot.getString(1),
                date(lot.getString(2)),
                date(lot.getString(3)),
                lot.getString(4),
                new BigDecimal(lot.getString(5)),
                places);
    }

    private static LotPosition.Place place(JsonArray place) {
        return new LotPosition.Place(
                place.getString(1),
                place.getString(2),
                place.getString(3),
                new BigDecimal(place.getString(4)),
                new BigDecimal(place.getString(5)));
    }

    private static Stream<JsonArray> rows(@Nullable JsonArray list) {
        return list == null ? Stream.empty() : list.stream().map(JsonArray.class::cast);
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray list) {
        return list == null ? Stream.empty() : list.stream().map(JsonObject.class::cast);
    }

    private static BigDecimal units(JsonObject from, String name) {
        return new BigDecimal(from.getString(name));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
