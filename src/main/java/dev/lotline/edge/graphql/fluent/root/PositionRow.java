package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.endless.Brand;
import dev.lotline.edge.graphql.endless.Product;
import dev.lotline.edge.graphql.fluent.Attribute;
import dev.lotline.edge.graphql.fluent.InventoryCatalogue;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryQuantity;
import dev.lotline.edge.graphql.fluent.Location;
import dev.lotline.edge.graphql.fluent.QuantityRules.Changes;
import dev.lotline.edge.graphql.fluent.QuantityRules.Expected;
import dev.lotline.edge.graphql.fluent.QuantityRules.Facts;
import dev.lotline.edge.graphql.fluent.QuantityRules.Good;
import dev.lotline.edge.graphql.fluent.QuantityRules.Goods;
import dev.lotline.edge.graphql.fluent.QuantityRules.Held;
import dev.lotline.edge.graphql.fluent.QuantityRules.Named;
import dev.lotline.edge.graphql.fluent.QuantityRules.Promised;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of facts as a position. Quantities inside JSON are text, so that none passes through a floating point number. */
final class PositionRow {
    private PositionRow() {}

    static InventoryPosition position(Row row, boolean quantities) {
        Facts facts = !quantities
                ? null
                : new Facts(
                        row.getInteger("epoch"),
                        all(row, "good", PositionRow::good),
                        all(row, "held", each -> new Held(goods(each), units(each, "units"), each.getString("state"))),
                        all(row, "promised", PositionRow::promised),
                        all(row, "expected", PositionRow::expected),
                        all(row, "named", PositionRow::named));
        return new InventoryPosition(
                new InventoryPosition.Key(row.getLong("warehouse_id"), row.getLong("item_id")),
                of(row),
                row.getBigDecimal("on_hand"),
                facts);
    }

    private static InventoryPosition.Of of(Row row) {
        OffsetDateTime updated = row.getOffsetDateTime("updated_at");
        OffsetDateTime changed = row.getOffsetDateTime("changed_at");
        return new InventoryPosition.Of(
                new Product(
                        row.getLong("item_id"),
                        row.getString("sku"),
                        row.getString("name"),
                        row.getString("unit"),
                        new Brand(row.getString("owner"), row.getString("owner_name"))),
                new InventoryCatalogue(row.getString("owner"), row.getString("owner_name")),
                new Location(
                        row.getString("warehouse"),
                        row.getString("warehouse_name"),
                        row.getString("time_zone"),
                        row.getBoolean("active")),
                row.getLong("gate_seq") > 0,
                row.getString("item_status").equals("ACTIVE") && row.getOffsetDateTime("archived_at") == null,
                DateTime.of(row.getOffsetDateTime("created_at")),
                DateTime.of(changed == null || changed.isBefore(updated) ? updated : changed));
    }

    private static Good good(JsonObject each) {
        return new Good(
                goods(each),
                units(each, "units"),
                new Changes(units(each, "sale"), units(each, "correction"), units(each, "other")),
                new Changes(units(each, "saleBefore"), units(each, "correctionBefore"), units(each, "otherBefore")),
                moment(each, "first"),
                moment(each, "last"));
    }

    private static Promised promised(JsonObject each) {
        return new Promised(
                each.getString("order"),
                each.getInteger("line"),
                units(each, "units"),
                each.getBoolean("live"),
                OffsetDateTime.parse(each.getString("at")));
    }

    private static Expected expected(JsonObject each) {
        return new Expected(
                goods(each),
                each.getString("reference"),
                each.getLong("id"),
                units(each, "units"),
                OffsetDateTime.parse(each.getString("at")),
                moment(each, "expectedOn"));
    }

    private static Named named(JsonObject each) {
        OffsetDateTime expectedOn = moment(each, "expectedOn");
        return new Named(
                goods(each),
                new InventoryQuantity.What(
                        each.getString("type"),
                        each.getString("ref"),
                        "",
                        units(each, "quantity"),
                        each.getString("condition"),
                        expectedOn == null ? null : DateTime.of(expectedOn)),
                each.getBoolean("active"),
                each.getJsonArray("attributes").stream()
                        .map(JsonObject.class::cast)
                        .map(one ->
                                new Attribute(one.getString("name"), one.getString("type"), one.getString("value", "")))
                        .toList(),
                each.getInteger("epoch"),
                units(each, "posted"),
                each.getBoolean("waiting"),
                OffsetDateTime.parse(each.getString("created")),
                OffsetDateTime.parse(each.getString("updated")));
    }

    private static Goods goods(JsonObject each) {
        return new Goods(
                each.getString("place"),
                each.getLong("lot"),
                each.getString("number"),
                day(each, "expires"),
                day(each, "originated"));
    }

    private static @Nullable LocalDate day(JsonObject each, String name) {
        String text = each.getString(name);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable OffsetDateTime moment(JsonObject each, String name) {
        String text = each.getString(name);
        return text == null ? null : OffsetDateTime.parse(text);
    }

    private static BigDecimal units(JsonObject each, String name) {
        return new BigDecimal(Objects.requireNonNullElse(each.getString(name), "0"));
    }

    private static <T> List<T> all(Row row, String column, Function<JsonObject, T> read) {
        JsonArray list = row.getJsonArray(column);
        Stream<Object> each = list == null ? Stream.empty() : list.stream();
        return each.map(JsonObject.class::cast).map(read).toList();
    }
}
