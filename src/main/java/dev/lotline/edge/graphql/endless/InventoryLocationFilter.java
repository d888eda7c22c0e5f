package dev.lotline.edge.graphql.endless;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which places are wanted; what is left out narrows nothing. */
@Input("InventoryLocationFilterInput")
@Description("Which locations are wanted; what is left out narrows nothing.")
public final class InventoryLocationFilter {
    @Id
    public @Nullable String warehouseId;

    public @Nullable List<@NonNull String> buildingIds;

    public @Nullable List<@NonNull String> locationIds;

    boolean takes(ItemLocation.Row row) {
        return (warehouseId == null || warehouseId.equals(row.warehouse()))
                && (buildingIds == null || buildingIds.contains(row.building()))
                && (locationIds == null || locationIds.contains(row.id()));
    }
}
