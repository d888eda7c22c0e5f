package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.Figures;
import dev.lotline.edge.graphql.Figures.Known;
import dev.lotline.edge.graphql.Figures.Part;
import dev.lotline.edge.graphql.Figures.Spot;
import dev.lotline.edge.graphql.door.Iso8601Date;
import dev.lotline.edge.graphql.door.Iso8601DateTime;
import dev.lotline.edge.graphql.endless.Bounded;
import dev.lotline.edge.graphql.endless.Brand;
import dev.lotline.edge.graphql.endless.InventoryIncoming;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.edge.graphql.endless.InventoryWarehouse;
import dev.lotline.edge.graphql.endless.ItemLocation;
import dev.lotline.edge.graphql.endless.Product;
import dev.lotline.stock.figures.Units;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of facts as an item. Quantities inside JSON are text, so that none passes through a floating point number. */
final class InventoryRow {
    private InventoryRow() {}

    /** @param most rows that each list of the item may tell */
    static InventoryItem item(Row row, Known known, int most) {
        BigDecimal anywhere = row.getBigDecimal("bought_anywhere");
        List<JsonObject> warehouses = objects(row.getJsonArray("warehouses")).toList();
        Figures figures = new Figures(
                known,
                row.getBoolean("whole"),
                row.getBigDecimal("backordered"),
                anywhere == null ? BigDecimal.ZERO : anywhere,
                warehouses.stream().map(InventoryRow::spot).toList(),
                spots(row.getJsonArray("buildings")),
                spots(row.getJsonArray("places")),
                objects(row.getJsonArray("parts")).map(InventoryRow::part).toList());
        return new InventoryItem(
                product(row),
                times(row),
                figures,
                warehouses.stream().map(each -> warehouse(each, figures)).toList(),
                new Bounded<>(
                        objects(row.getJsonArray("incoming"))
                                .map(InventoryRow::incoming)
                                .toList(),
                        most),
                new Bounded<>(
                        objects(row.getJsonArray("locations"))
                                .map(InventoryRow::location)
                                .toList(),
                        most));
    }

    private static Product product(Row row) {
        return new Product(
                row.getLong("id"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("unit"),
                new Brand(row.getString("owner"), row.getString("owner_name")));
    }

    private static InventoryItem.Times times(Row row) {
        OffsetDateTime archived = row.getOffsetDateTime("archived_at");
        return new InventoryItem.Times(
                Iso8601DateTime.of(row.getOffsetDateTime("created_at")),
                Iso8601DateTime.of(row.getOffsetDateTime("updated_at")),
                archived == null ? null : Iso8601DateTime.of(archived));
    }

    private static InventoryWarehouse warehouse(JsonObject each, Figures figures) {
        String code = each.getString("warehouse");
        return new InventoryWarehouse(code, each.getString("name"), each.getBoolean("active"), figures);
    }

    private static InventoryIncoming incoming(JsonObject line) {
        String expectedOn = line.getString("expectedOn");
        return new InventoryIncoming(new InventoryIncoming.Line(
                line.getLong("id"),
                line.getString("reference"),
                line.getString("kind"),
                line.getString("warehouse"),
                line.getString("purchaseOrder"),
                expectedOn == null ? null : new Iso8601Date(expectedOn),
                new BigDecimal(line.getString("expected")),
                new BigDecimal(line.getString("received")),
                new BigDecimal(line.getString("open"))));
    }

    private static ItemLocation.Row location(JsonObject place) {
        return new ItemLocation.Row(
                place.getString("warehouse"),
                place.getString("location"),
                place.getString("type"),
                place.getString("building"),
                units(place));
    }

    private static Part part(JsonObject part) {
        return new Part(
                part.getString("sku"),
                new BigDecimal(part.getString("perUnit")),
                spots(part.getJsonArray("warehouses")),
                spots(part.getJsonArray("buildings")));
    }

    private static List<Spot> spots(@Nullable JsonArray list) {
        return objects(list).map(InventoryRow::spot).toList();
    }

    private static Spot spot(JsonObject spot) {
        return new Spot(
                spot.getString("warehouse"),
                spot.getBoolean("active", true),
                spot.getString("building"),
                spot.getString("place"),
                units(spot));
    }

    private static Units units(JsonObject of) {
        List<?> texts = of.getJsonArray("units").getList();
        List<BigDecimal> units = new ArrayList<>(texts.size());
        for (Object text : texts) {
            units.add(text == null ? BigDecimal.ZERO : new BigDecimal((String) text));
        }
        return Units.of(Figures.COUNTED, units);
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray list) {
        return list == null ? Stream.empty() : list.stream().map(JsonObject.class::cast);
    }
}
