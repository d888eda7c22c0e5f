package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.Figures.Where;
import dev.lotline.edge.graphql.door.Decimal;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What is bought and on its way, and where an item stands. A building gets what its warehouse gets: goods that are announced have no building yet. */
@GraphQLApi
@Singleton
@NonBlocking
public class InboundFields {
    @NonNull
    @Description("Total quantity ordered across open POs for this product, net of receipts.")
    public Decimal poQuantity(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Decimal.of(item.at(Where.of(null, buildingIds, null)).poQuantity());
    }

    @NonNull
    @Description("Quantity on POs that has a shipment assigned.")
    public Decimal poShipped(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Decimal.of(item.at(Where.of(null, buildingIds, null)).poShipped());
    }

    @NonNull
    @Description("Quantity on POs not yet assigned to any shipment.")
    public Decimal poUnshipped(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Decimal.of(item.at(Where.of(null, buildingIds, null)).poUnshipped());
    }

    @NonNull
    @Description("Quantity on shipments not linked to any PO line.")
    public Decimal shipmentUnlinked(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Decimal.of(item.at(Where.of(null, buildingIds, null)).shipmentUnlinked());
    }

    @NonNull
    @Description("poShipped, poUnshipped and shipmentUnlinked together.")
    public Decimal totalIncoming(@Source InventoryItem item, @Nullable List<@NonNull String> buildingIds) {
        return Decimal.of(item.at(Where.of(null, buildingIds, null)).totalIncoming());
    }

    @Description("The locations that the inventory item is stored in, by warehouse and code. At most 1,000, of"
            + " more than 100 items together 100,000; more is refused.")
    public @Nullable List<@NonNull ItemLocation> inventoryLocations(
            @Source InventoryItem item, @Nullable InventoryLocationFilter filters) {
        InventoryLocationFilter wanted = filters == null ? new InventoryLocationFilter() : filters;
        return item.locations().all("inventoryLocations").stream()
                .filter(wanted::takes)
                .map(row -> new ItemLocation(item, row))
                .toList();
    }
}
