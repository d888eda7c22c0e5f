package dev.lotline.edge.api.inventory;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@link InventorySql} as facts. Quantities inside JSON come as text, so that none passes through a floating
 * point number.
 *
 * @param warehouseKnown false when a warehouse was asked for that is not there
 */
record PositionRow(
        String sku,
        String name,
        boolean warehouseKnown,
        @Nullable OffsetDateTime changedAt,
        Position position,
        @Nullable BigDecimal lowSupplyThreshold,
        List<LotPosition> lots) {

    static PositionRow of(Row row, boolean wholeHouse) {
        return new PositionRow(
                row.getString("sku"),
                row.getString("name"),
                row.getBoolean("house_known"),
                row.getOffsetDateTime("changed_at"),
                position(row, wholeHouse),
                row.getBigDecimal("low_supply_threshold"),
                lots(row));
    }

    private static Position position(Row row, boolean wholeHouse) {
        return new Position(
                wholeHouse,
                new Position.Physical(
                        row.getBigDecimal("received"),
                        row.getBigDecimal("stowed"),
                        row.getBigDecimal("available"),
                        row.getBigDecimal("picked"),
                        row.getBigDecimal("quarantined"),
                        row.getBigDecimal("short_dated"),
                        row.getBigDecimal("damaged")),
                new Position.Claims(
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("backordered"),
                        row.getBigDecimal("to_exceptions")),
                new Position.Inbound(
                        row.getBigDecimal("expected"),
                        row.getBigDecimal("expected_on_purchase"),
                        row.getBigDecimal("purchase_unshipped")),
                new Position.Kit(
                        row.getBoolean("optimistic"),
                        objects(row.getJsonArray("components"))
                                .map(each -> new Position.Component(units(each, "perUnit"), units(each, "free")))
                                .toList()),
                row.getBigDecimal("reorder_point"));
    }

    private static List<LotPosition> lots(Row row) {
        JsonArray places = row.getJsonArray("places");
        return objects(row.getJsonArray("lots"))
                .map(lot -> new LotPosition(
                        lot.getLong("lotId"),
                        lot.getString("lotNumber"),
                        date(lot.getString("expirationDate")),
                        date(lot.getString("originationDate")),
                        lot.getString("hold"),
                        units(lot, "expected"),
                        objects(places)
                                .filter(place -> Objects.equals(place.getLong("lot"), lot.getLong("lotId")))
                                .map(PositionRow::place)
                                .toList()))
                .toList();
    }

    private static LotPosition.Place place(JsonObject place) {
        return new LotPosition.Place(
                place.getString("warehouse"),
                place.getString("location"),
                place.getString("state"),
                units(place, "quantity"),
                units(place, "reserved"));
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
