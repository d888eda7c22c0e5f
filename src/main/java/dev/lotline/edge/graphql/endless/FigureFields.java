package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.Figures.Where;
import dev.lotline.edge.graphql.Whole;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The figures of an item as whole numbers, rounded down. Without argument: all active warehouses. */
@GraphQLApi
@Singleton
@NonBlocking
public class FigureFields {
    @Description(
            "Units assigned to orders: promised, reserved or picked. Of buildings and locations what is reserved or picked there; what is promised has no place yet.")
    public int allocated(
            @Source InventoryItem item,
            @Nullable List<@NonNull String> buildingIds,
            @Nullable List<@NonNull String> locationIds,
            @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, locationIds)).allocated());
    }

    @Description("Units available for sale: physical less unavailable less allocated.")
    public int available(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, null)).available());
    }

    @Description("What may still be allocated to an order: unallocated plus availableToMake.")
    public int availableToAllocate(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, null)).availableToAllocate());
    }

    @Description(
            "Whole kits that the free components would make; 0 without a bill of materials. Comes on top of available.")
    public int availableToMake(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Whole.of(item.at(Where.of(null, buildingIds, null)).availableToMake());
    }

    @Description("available plus availableToMake.")
    public int availableToSell(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, null)).availableToSell());
    }

    @Description("Expected less already received, across active shipments.")
    public int incoming(@Source InventoryItem item, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, null, null)).incoming());
    }

    @Description("Open order quantity: allocated plus, for the whole house, what nothing covers yet.")
    public int ordered(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.ordered(Where.of(warehouseId, buildingIds, null)));
    }

    @Description("All units present in the building: unavailable plus stock.")
    public int physical(
            @Source InventoryItem item,
            @Nullable List<@NonNull String> buildingIds,
            @Nullable List<@NonNull String> locationIds,
            @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, locationIds)).physical());
    }

    @Description("physical less unavailable; allocated plus unallocated.")
    public int stock(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, null)).stock());
    }

    @Description("stock less allocated.")
    public int unallocated(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, null)).unallocated());
    }

    @Description("Units that may not be sold: being received or put away, quarantined, short-dated, damaged.")
    public int unavailable(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Whole.of(item.at(Where.of(warehouseId, buildingIds, null)).unavailable());
    }
}
