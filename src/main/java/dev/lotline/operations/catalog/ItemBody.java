package dev.lotline.operations.catalog;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.LengthUnit;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item as it is sent and answered. What is absent takes its default; what is marked as answered only is ignored. */
@Schema(name = "Item")
public record ItemBody(
        @Schema(description = "Code of its owner; the one in the address.") @Nullable
        String owner,

        @Schema(description = "Unique per owner; the one in the address.", example = "GUMMY-60") @Nullable
        String sku,

        @Schema(required = true, maxLength = 200) @Nullable String name,

        @Schema(required = true, description = "False = no lots and no stock, still orderable.") @Nullable
        Boolean tracking,

        @Schema(description = "Every unit belongs to a lot.", defaultValue = "false") @Nullable
        Boolean lotTracked,

        @Schema(description = "Tracked items only.") Item.@Nullable Type type,
        @Schema(defaultValue = "ACTIVE") Item.@Nullable Status status,

        @Schema(description = "False = absent from inventory lists.", defaultValue = "true") @Nullable
        Boolean visible,

        @Schema(description = "Unit of all its quantities.", defaultValue = "EA", maxLength = 16) @Nullable
        String unit,

        @Schema(description = "Most decimals of a quantity.", minimum = "0", maximum = "4", defaultValue = "0")
        @Nullable
        Integer decimals,

        @Schema(description = "Of one unit.") @Nullable Dimensions dimensions,

        @Schema(description = "Answered only: from the dimensions.", readOnly = true) @Nullable
        BigDecimal volumeCubicFeet,

        @Schema(description = "Of one unit, in pounds.") @Nullable
        BigDecimal weight,

        @Schema(description = "All codes that mean this item.") @Nullable
        List<Barcode> barcodes,

        @Schema(defaultValue = "FEFO") Item.@Nullable BurnOrder burnOrder,

        @Schema(description = "False = a place holds one lot of it at most.", defaultValue = "false") @Nullable
        Boolean allowMixingLocations,

        @Schema(description = "Days a lot must still keep to be picked.", minimum = "0") @Nullable
        Integer minShelfLifeDays,

        @Schema(
                description = "What becomes of customer returns. RESTOCK not for lot items.",
                defaultValue = "QUARANTINE")
        Item.@Nullable ReturnAction customerReturns,

        @Schema(defaultValue = "QUARANTINE") Item.@Nullable ReturnAction returnedToSender,

        @Schema(description = "When too little life is left. Not RESTOCK.", defaultValue = "QUARANTINE")
        Item.@Nullable ReturnAction rtsBackup,

        @Nullable BigDecimal lowSupplyThreshold,
        @Nullable BigDecimal reorderPoint,

        @Schema(description = "Of one unit: large differences in value wait for a second person.") @Nullable
        BigDecimal unitValue,

        @Schema(description = "RE2 expression that a whole lot number must match.", maxLength = 200) @Nullable
        String lotNumberPattern,

        @Schema(description = "Only places of this class take it; absent = any.", example = "CHILLED") @Nullable
        String temperatureClass,

        @Schema(description = "Places that are suggested first; absent = any.")
        Item.@Nullable StorageClass storageClass,

        @Schema(
                description =
                        "Labels when it is counted in: CASE one for what is counted together, EACH one for each unit.",
                defaultValue = "NEVER")
        Item.@Nullable ReceivingLabels receivingLabels,

        @Schema(defaultValue = "NONE") Item.@Nullable VirtualInventory virtualInventory,

        @Schema(description = "Bill of materials of a kit: items of the same owner.") @Nullable
        List<Part> components) {

    /** Outer measures of one unit. */
    public record Dimensions(
            @Nullable BigDecimal length,
            @Nullable BigDecimal width,
            @Nullable BigDecimal height,
            @Nullable LengthUnit unit) {
        static @Nullable Dimensions of(Item item) {
            return item.dimensionUnit == null
                    ? null
                    : new Dimensions(item.length, item.width, item.height, item.dimensionUnit);
        }
    }

    /** A code and how many units one scan of it stands for (1 when absent). GTINs are answered as 14 digits. */
    public record Barcode(@Nullable String code, @Nullable BigDecimal quantity) {}

    /** How many units of another item one kit takes. */
    public record Part(@Nullable String sku, @Nullable BigDecimal quantity) {}

    static ItemBody of(String owner, Item item, List<Barcode> barcodes, List<Part> components) {
        return new ItemBody(
                owner,
                item.sku,
                item.name,
                item.tracking,
                item.lotTracked,
                item.type,
                item.status,
                item.visible,
                item.unit,
                item.decimals,
                Dimensions.of(item),
                item.volumeCubicFeet,
                item.weight,
                barcodes,
                item.burnOrder,
                item.allowMixingLocations,
                item.minShelfLifeDays,
                item.customerReturns,
                item.returnedToSender,
                item.rtsBackup,
                item.lowSupplyThreshold,
                item.reorderPoint,
                item.unitValue,
                item.lotNumberPattern,
                item.temperatureClass,
                item.storageClass,
                item.receivingLabels,
                item.virtualInventory,
                components);
    }

    boolean lots() {
        return Boolean.TRUE.equals(lotTracked);
    }

    int places() {
        return decimals == null ? 0 : decimals;
    }

    /** Empty where there are none. */
    public List<Barcode> barcodeList() {
        return barcodes == null ? List.of() : barcodes;
    }

    /** Empty where it is no kit. */
    public List<Part> parts() {
        return components == null ? List.of() : components;
    }
}
