package dev.lotline.edge.console.catalog;

import dev.lotline.kernel.Quantity;
import dev.lotline.operations.catalog.ItemBody;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An item as it stands in its form. */
final class ItemValues {
    private final Map<String, String> values = new HashMap<>();

    private ItemValues() {}

    static Map<String, String> of(ItemBody item) {
        ItemValues read = new ItemValues();
        read.put("name", item.name());
        read.put("tracking", item.tracking());
        read.put("lotTracked", item.lotTracked());
        read.put("type", item.type());
        read.put("status", item.status());
        read.put("visible", item.visible());
        read.put("unit", item.unit());
        read.put("decimals", item.decimals());
        read.put("weight", item.weight());
        read.put("burnOrder", item.burnOrder());
        read.put("allowMixingLocations", item.allowMixingLocations());
        read.put("minShelfLifeDays", item.minShelfLifeDays());
        read.put("customerReturns", item.customerReturns());
        read.put("returnedToSender", item.returnedToSender());
        read.put("rtsBackup", item.rtsBackup());
        read.put("lowSupplyThreshold", item.lowSupplyThreshold());
        read.put("reorderPoint", item.reorderPoint());
        read.put("unitValue", item.unitValue());
        read.put("lotNumberPattern", item.lotNumberPattern());
        read.put("temperatureClass", item.temperatureClass());
        read.put("storageClass", item.storageClass());
        read.put("receivingLabels", item.receivingLabels());
        read.put("virtualInventory", item.virtualInventory());
        read.lists(item);
        return read.values;
    }

    private void lists(ItemBody item) {
        put(
                "barcodes",
                item.barcodeList().stream()
                        .map(each -> line(each.code(), each.quantity()))
                        .collect(Collectors.joining("\n")));
        put(
                "components",
                item.parts().stream()
                        .map(each -> line(each.sku(), each.quantity()))
                        .collect(Collectors.joining("\n")));
        ItemBody.Dimensions size = item.dimensions();
        if (size != null) {
            put("dimensions.length", size.length());
            put("dimensions.width", size.width());
            put("dimensions.height", size.height());
            put("dimensions.unit", size.unit());
        }
    }

    /** A tab, which stands in no code. */
    private static String line(@Nullable String code, @Nullable BigDecimal units) {
        return units == null ? String.valueOf(code) : code + "\t" + plain(units);
    }

    private static String plain(BigDecimal number) {
        return Quantity.plain(number).toPlainString();
    }

    private void put(String field, @Nullable Object value) {
        if (value instanceof Boolean is) {
            values.put(field, is ? "on" : "");
        } else if (value instanceof BigDecimal number) {
            values.put(field, plain(number));
        } else if (value != null) {
            values.put(field, value.toString());
        }
    }
}
