package dev.lotline.edge.console.catalog;

import static dev.lotline.edge.console.catalog.ItemField.choice;
import static dev.lotline.edge.console.catalog.ItemField.lines;
import static dev.lotline.edge.console.catalog.ItemField.number;
import static dev.lotline.edge.console.catalog.ItemField.text;
import static dev.lotline.edge.console.catalog.ItemField.tick;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.LengthUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of an item: what stands in its fields, which are named as the interface names them, and what is wrong there.
 *
 * @param isNew the SKU is still to be chosen
 * @param values by field; empty = nothing is written there
 * @param wrong by field
 * @param whole what is wrong with no single field
 */
public record ItemForm(
        boolean isNew,
        Map<String, String> values,
        Map<String, String> wrong,
        @Nullable String whole) {

    /** Fields that belong together. */
    private record Group(String title, List<ItemField> fields) {}

    /** A group in the reader's language. */
    public record Section(String title, List<ItemField.Shown> fields) {}

    private static final ItemField SKU = text("sku", ItemWords::sku);
    private static final Map<String, List<ItemField>> FIELDS = Map.of(
            "identity",
            List.of(
                    text("name", ItemWords::name),
                    choice("status", ItemWords::status, Item.Status.values()),
                    text("unit", ItemWords::unit),
                    number("decimals", ItemWords::decimals),
                    number("weight", ItemWords::weight),
                    number("unitValue", ItemWords::unit_value),
                    tick("visible", ItemWords::visible)),
            "lots",
            List.of(
                    tick("tracking", ItemWords::tracking),
                    tick("lotTracked", ItemWords::lot_tracked),
                    tick("allowMixingLocations", ItemWords::mixing),
                    choice("burnOrder", ItemWords::burn_order, Item.BurnOrder.values()),
                    number("minShelfLifeDays", ItemWords::min_life).help(ItemWords::min_life_help),
                    text("lotNumberPattern", ItemWords::pattern)),
            "barcodes",
            List.of(lines("barcodes", ItemWords::barcodes).help(ItemWords::barcodes_help)),
            "dimensions",
            List.of(
                    number("dimensions.length", ItemWords::length),
                    number("dimensions.width", ItemWords::width),
                    number("dimensions.height", ItemWords::height),
                    choice("dimensions.unit", ItemWords::measure, LengthUnit.values())),
            "returns",
            List.of(
                    choice("customerReturns", ItemWords::customer_returns, Item.ReturnAction.values()),
                    choice("returnedToSender", ItemWords::rts, Item.ReturnAction.values()),
                    choice(
                            "rtsBackup",
                            ItemWords::rts_backup,
                            Item.ReturnAction.QUARANTINE,
                            Item.ReturnAction.DISPOSE)),
            "keeping",
            List.of(
                    text("temperatureClass", ItemWords::temperature),
                    choice("storageClass", ItemWords::storage_class, Item.StorageClass.values())
                            .optional(),
                    choice("receivingLabels", ItemWords::labels, Item.ReceivingLabels.values()),
                    number("lowSupplyThreshold", ItemWords::low),
                    number("reorderPoint", ItemWords::reorder)),
            "kit",
            List.of(
                    choice("type", ItemWords::type, Item.Type.values()).optional(),
                    choice("virtualInventory", ItemWords::virtual, Item.VirtualInventory.values()),
                    lines("components", ItemWords::components).help(ItemWords::components_help)));

    /** Those of every item, with the SKU of a new one. */
    static List<String> names() {
        return Stream.concat(Stream.of(SKU), FIELDS.values().stream().flatMap(List::stream))
                .map(ItemField::name)
                .toList();
    }

    /** As items are when nothing else is said. */
    static ItemForm blank() {
        return new ItemForm(
                true,
                Map.of("tracking", "on", "lotTracked", "on", "visible", "on", "unit", "EA", "decimals", "0"),
                Map.of(),
                null);
    }

    /** The same, told what is wrong with it. */
    ItemForm refused(Map<String, String> fields, @Nullable String all) {
        return new ItemForm(isNew, values, fields, all);
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    List<Section> sections(Locale language) {
        return groups().stream()
                .map(group -> new Section(
                        ItemTable.words(words -> title(words, group.title())).in(language),
                        group.fields().stream()
                                .map(field -> field.shown(language, value(field.name()), wrong.get(field.name())))
                                .toList()))
                .toList();
    }

    private List<Group> groups() {
        return Stream.of("identity", "lots", "barcodes", "dimensions", "returns", "keeping", "kit")
                .map(name -> new Group(name, fields(name)))
                .toList();
    }

    private List<ItemField> fields(String group) {
        List<ItemField> fields = FIELDS.getOrDefault(group, List.of());
        return isNew && group.equals("identity")
                ? Stream.concat(Stream.of(SKU), fields.stream()).toList()
                : fields;
    }

    private static String title(ItemWords words, String group) {
        return switch (group) {
            case "identity" -> words.identity();
            case "lots" -> words.lots();
            case "barcodes" -> words.barcodes();
            case "dimensions" -> words.dimensions();
            case "returns" -> words.returns();
            case "keeping" -> words.keeping();
            default -> words.kit();
        };
    }
}
