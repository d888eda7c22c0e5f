package dev.lotline.edge.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The nouns as the statements take them; names are columns, numbers are text, so that they stay exact. */
final class DemoJson {
    private static final BigDecimal LOW_SUPPLY_CASES = new BigDecimal(2);
    private static final BigDecimal REORDER_CASES = new BigDecimal(4);

    private DemoJson() {}

    static JsonArray owners(DemoCatalogue catalogue) {
        JsonArray owners = new JsonArray();
        catalogue.merchants.forEach(
                each -> owners.add(new JsonObject().put("code", each.code()).put("name", each.name())));
        return owners;
    }

    static JsonArray places(DemoHouse house) {
        JsonArray places = new JsonArray();
        house.places.forEach(place -> places.add(new JsonObject()
                .put("code", place.code())
                .put("type", place.type())
                .put("zone", place.zone())
                .put("aisle", place.aisle())
                .put("bay", place.bay())
                .put("level", place.level())
                .put("pickable", place.pickable())
                .put("pick_sequence", place.pickSequence())
                .put("storage_class", place.storageClass())
                .put("capacity_volume", text(place.capacity()))));
        return places;
    }

    static JsonArray items(DemoCatalogue catalogue) {
        JsonArray items = new JsonArray();
        catalogue.items.forEach(item -> items.add(item(item)));
        return items;
    }

    private static JsonObject item(DemoItem item) {
        boolean tracking = item.kind() != DemoItem.Kind.SERVICE;
        BigDecimal pack = BigDecimal.valueOf(item.casePack());
        return new JsonObject()
                .put("owner", item.merchant().code())
                .put("sku", item.sku())
                .put("name", item.name())
                .put("tracking", tracking)
                .put("lot_tracked", item.lotTracked())
                .put("unit", item.unit())
                .put("decimals", item.decimals())
                .put("length", text(item.length()))
                .put("width", text(item.width()))
                .put("height", text(item.height()))
                .put("volume_cubic_feet", tracking ? text(item.volume()) : null)
                .put("weight", text(item.weight()))
                .put("burn_order", item.policy().equals("FIFO") ? "FIFO" : "FEFO")
                .put("allow_mixing_locations", item.policy().equals("MIX"))
                .put("min_shelf_life_days", item.minimumLife())
                .put("low_supply_threshold", tracking ? text(pack.multiply(LOW_SUPPLY_CASES)) : null)
                .put("reorder_point", tracking ? text(pack.multiply(REORDER_CASES)) : null)
                .put("barcodes", barcodes(item));
    }

    private static JsonArray barcodes(DemoItem item) {
        JsonArray barcodes = new JsonArray();
        if (item.gtin() != null) {
            barcodes.add(new JsonObject().put("code", item.gtin()).put("quantity", "1"));
            barcodes.add(
                    new JsonObject().put("code", item.caseGtin()).put("quantity", Integer.toString(item.casePack())));
        }
        return barcodes;
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
