package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.door.Decimal;
import dev.lotline.stock.figures.EndlessVocabulary.Standing;
import dev.lotline.stock.figures.Units;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where an item stands. */
@Description("A location that an inventory item is stored in.")
public final class ItemLocation {
    private final InventoryItem item;
    private final Row row;
    private final Standing figures;

    public record Row(
            String warehouse,
            String location,
            String type,
            @Nullable String building,
            Units units) {
        public String id() {
            return warehouse + ":" + location;
        }
    }

    public ItemLocation(InventoryItem item, Row row) {
        this.item = item;
        this.row = row;
        this.figures = Standing.of(row.units);
    }

    @NonNull
    @Id
    public String getId() {
        return row.id() + ":" + item.getId();
    }

    @NonNull
    public InventoryItem getInventoryItem() {
        return item;
    }

    @NonNull
    @Id
    @Description("What locationIds take.")
    public String getLocationId() {
        return row.id();
    }

    @NonNull
    @Id
    public String getWarehouseId() {
        return row.warehouse;
    }

    @Id
    @Description("What buildingIds take; null = the place stands in no building.")
    public @Nullable String getBuildingId() {
        return row.building;
    }

    @NonNull
    @Description("The place's code.")
    public String getName() {
        return row.location;
    }

    @NonNull
    @Description("RECEIVING, STAGING, STORAGE, PICK_FACE, TOTE, PACKING, SHIPPING, QUARANTINE or DAMAGED.")
    public String getType() {
        return row.type;
    }

    @NonNull
    @Description("All units in the place.")
    public Decimal getStockLevel() {
        return Decimal.of(figures.physical());
    }

    @NonNull
    @Description("Units in the place that are reserved or picked for orders.")
    public Decimal getAllocated() {
        return Decimal.of(figures.allocated());
    }

    @NonNull
    @Description("Units in the place that may not be sold.")
    public Decimal getUnavailable() {
        return Decimal.of(figures.unavailable());
    }

    @NonNull
    @Description("Units in the place that may be sold and are not claimed there.")
    public Decimal getAvailable() {
        return Decimal.of(figures.available());
    }
}
