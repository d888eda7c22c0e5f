package dev.lotline.operations.catalog;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.lotline.stock.catalog.Component;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.ItemBarcode;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries a checked body into an item, and items with their barcodes and components back into bodies. */
final class ItemFields {
    private ItemFields() {}

    /** Everything but barcodes and components, which have rows of their own. */
    static void into(Item target, ItemBody body) {
        target.name = requireNonNull(body.name());
        target.tracking = requireNonNull(body.tracking());
        target.lotTracked = body.lots();
        target.type = body.type();
        target.status = requireNonNullElse(body.status(), Item.Status.ACTIVE);
        target.visible = requireNonNullElse(body.visible(), true);
        target.unit = requireNonNullElse(body.unit(), "EA");
        target.decimals = body.places();
        target.weight = body.weight();
        target.burnOrder = requireNonNullElse(body.burnOrder(), Item.BurnOrder.FEFO);
        target.allowMixingLocations = requireNonNullElse(body.allowMixingLocations(), false);
        target.minShelfLifeDays = body.minShelfLifeDays();
        target.lotNumberPattern = body.lotNumberPattern();
        target.customerReturns = requireNonNullElse(body.customerReturns(), Item.ReturnAction.QUARANTINE);
        target.returnedToSender = requireNonNullElse(body.returnedToSender(), Item.ReturnAction.QUARANTINE);
        target.rtsBackup = requireNonNullElse(body.rtsBackup(), Item.ReturnAction.QUARANTINE);
        target.lowSupplyThreshold = body.lowSupplyThreshold();
        target.reorderPoint = body.reorderPoint();
        target.temperatureClass = body.temperatureClass();
        target.storageClass = body.storageClass();
        target.unitValue = body.unitValue();
        target.receivingLabels = requireNonNullElse(body.receivingLabels(), Item.ReceivingLabels.NEVER);
        target.virtualInventory = requireNonNullElse(body.virtualInventory(), Item.VirtualInventory.NONE);
        measures(target, body.dimensions());
    }

    private static void measures(Item target, ItemBody.@Nullable Dimensions size) {
        target.length = size == null ? null : size.length();
        target.width = size == null ? null : size.width();
        target.height = size == null ? null : size.height();
        target.dimensionUnit = size == null ? null : size.unit();
        target.volumeCubicFeet = size == null
                ? null
                : requireNonNull(size.unit())
                        .cubicFeet(
                                requireNonNull(size.length()),
                                requireNonNull(size.width()),
                                requireNonNull(size.height()));
    }

    /** Three queries for a whole page: barcodes, components, SKUs of the components. */
    static Uni<List<ItemBody>> bodies(String owner, List<Item> items) {
        List<Long> ids = items.stream().map(Item::id).toList();
        return ItemBarcode.of(ids)
                .chain(barcodes -> Component.of(ids)
                        .chain(components -> Item.withIds(partIds(components))
                                .map(parts -> bodies(owner, items, barcodes, components, parts))));
    }

    private static Set<Long> partIds(List<Component> components) {
        return components.stream()
                .map(component -> component.componentId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<ItemBody> bodies(
            String owner, List<Item> items, List<ItemBarcode> barcodes, List<Component> components, List<Item> parts) {
        Map<Long, List<ItemBarcode>> barcodesOf =
                barcodes.stream().collect(Collectors.groupingBy(barcode -> barcode.itemId));
        Map<Long, List<Component>> componentsOf =
                components.stream().collect(Collectors.groupingBy(component -> component.itemId));
        Map<Long, Item> partOf = parts.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return items.stream()
                .map(item -> ItemBody.of(
                        owner,
                        item,
                        barcodesOf.getOrDefault(item.id(), List.of()).stream()
                                .map(barcode -> new ItemBody.Barcode(barcode.code, barcode.quantity))
                                .toList(),
                        componentsOf.getOrDefault(item.id(), List.of()).stream()
                                .map(part -> new ItemBody.Part(
                                        requireNonNull(partOf.get(part.componentId)).sku, part.quantity))
                                .toList()))
                .toList();
    }
}
