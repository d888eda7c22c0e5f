package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.Figures.Where;
import dev.lotline.edge.graphql.door.Decimal;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The same figures with their decimals, for items that are not counted in whole units. */
@GraphQLApi
@Singleton
@NonBlocking
public class DecimalFields {
    @NonNull
    @Description("allocated with its decimals.")
    public Decimal allocatedDecimal(
            @Source InventoryItem item,
            @Nullable List<@NonNull String> buildingIds,
            @Nullable List<@NonNull String> locationIds,
            @Id @Nullable String warehouseId) {
        return Decimal.of(
                item.at(Where.of(warehouseId, buildingIds, locationIds)).allocated());
    }

    @NonNull
    @Description("available with its decimals.")
    public Decimal availableDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, buildingIds, null)).available());
    }

    @NonNull
    @Description("availableToAllocate with its decimals.")
    public Decimal availableToAllocateDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, buildingIds, null)).availableToAllocate());
    }

    @NonNull
    @Description("availableToMake with its decimals.")
    public Decimal availableToMakeDecimal(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Decimal.of(item.at(Where.of(null, buildingIds, null)).availableToMake());
    }

    @NonNull
    @Description("availableToSell with its decimals.")
    public Decimal availableToSellDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, buildingIds, null)).availableToSell());
    }

    @NonNull
    @Description("incoming with its decimals.")
    public Decimal incomingDecimal(@Source InventoryItem item, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, null, null)).incoming());
    }

    @NonNull
    @Description("ordered with its decimals.")
    public Decimal orderedDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.ordered(Where.of(warehouseId, buildingIds, null)));
    }

    @NonNull
    @Description("physical with its decimals.")
    public Decimal physicalDecimal(
            @Source InventoryItem item,
            @Nullable List<@NonNull String> buildingIds,
            @Nullable List<@NonNull String> locationIds,
            @Id @Nullable String warehouseId) {
        return Decimal.of(
                item.at(Where.of(warehouseId, buildingIds, locationIds)).physical());
    }

    @NonNull
    @Description("stock with its decimals.")
    public Decimal stockDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, buildingIds, null)).stock());
    }

    @NonNull
    @Description("unallocated with its decimals.")
    public Decimal unallocatedDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, buildingIds, null)).unallocated());
    }

    @NonNull
    @Description("unavailable with its decimals.")
    public Decimal unavailableDecimal(
            @Source InventoryItem item, @Nullable List<@NonNull String> buildingIds, @Id @Nullable String warehouseId) {
        return Decimal.of(item.at(Where.of(warehouseId, buildingIds, null)).unavailable());
    }
}
