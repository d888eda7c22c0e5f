package dev.lotline.operations.catalog;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Text;
import dev.lotline.stock.location.Building;
import dev.lotline.stock.location.Location;
import dev.lotline.stock.location.LocationType;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A location as it is sent and answered. What is absent takes its default. */
@Schema(name = "Location")
public record LocationBody(
        @Schema(description = "Business code; the one in the address.", example = "A-01") @Nullable
        String location,

        @Schema(
                required = true,
                description = "Not SUPPLIER, CUSTOMER, ADJUSTMENT or DISPOSAL; every warehouse has those.")
        @Nullable
        LocationType type,

        @Schema(description = "Code of a building of this warehouse.") @Nullable
        String building,

        @Nullable String zone,
        @Nullable String aisle,
        @Nullable String bay,
        @Nullable String level,
        @Nullable String bin,
        @Schema(defaultValue = "true") @Nullable Boolean pickable,

        @Schema(description = "True = nothing may be put here.", defaultValue = "false") @Nullable
        Boolean locked,

        @Schema(description = "Walking order, lowest first.", defaultValue = "0") @Nullable
        Integer pickSequence,

        @Schema(description = "How it is charged for.", defaultValue = "SHELF")
        Location.@Nullable StorageClass storageClass,

        @Schema(description = "Cubic feet; absent = no limit.") @Nullable
        BigDecimal capacityVolume,

        @Nullable String temperatureClass) {
    private static final BigDecimal LARGEST = new BigDecimal("9999999999");

    static LocationBody of(Location place, @Nullable Building building) {
        return new LocationBody(
                place.code,
                place.type,
                building == null ? null : building.code,
                place.zone,
                place.aisle,
                place.bay,
                place.level,
                place.bin,
                place.pickable,
                place.locked,
                place.pickSequence,
                place.storageClass,
                place.capacityVolume,
                place.temperatureClass);
    }

    /** Ends with VALIDATION_FAILED naming every wrong field. */
    public void check(String code) {
        FieldCheck check = new FieldCheck()
                .code("location", code)
                .that(location == null || location.equals(code), "location", "must be the same as in the address")
                .required("type", type)
                .text("building", building, Text.CODE)
                .text("zone", zone, Text.CODE)
                .text("aisle", aisle, Text.CODE)
                .text("bay", bay, Text.CODE)
                .text("level", level, Text.CODE)
                .text("bin", bin, Text.CODE)
                .range("pickSequence", pickSequence, 0, Integer.MAX_VALUE)
                .measure("capacityVolume", capacityVolume, LARGEST)
                .text("temperatureClass", temperatureClass, Text.CODE);
        if (code.startsWith("@")) {
            check.wrong("location", "must not begin with @");
        }
        if (type != null && !LocationType.REAL.contains(type)) {
            check.wrong("type", "must be a place inside the warehouse");
        }
        if (capacityVolume != null && capacityVolume.signum() == 0) {
            check.wrong("capacityVolume", "must be greater than 0");
        }
        check.done();
    }

    /** Whether storing it would change nothing of that one. */
    public boolean sameAs(LocationBody stored) {
        if (type == null) {
            return false;
        }
        Location target = new Location();
        into(target, null);
        LocationBody filled = of(target, null);
        return filled.bare().equals(stored.bare())
                && Objects.equals(building, stored.building)
                && (capacityVolume == null
                        ? stored.capacityVolume == null
                        : stored.capacityVolume != null && capacityVolume.compareTo(stored.capacityVolume) == 0);
    }

    /** Without its name, which the address has, its building, and the volume, which may be written in several ways. */
    private LocationBody bare() {
        return new LocationBody(
                null,
                type,
                null,
                zone,
                aisle,
                bay,
                level,
                bin,
                pickable,
                locked,
                pickSequence,
                storageClass,
                null,
                temperatureClass);
    }

    void into(Location target, @Nullable Building inBuilding) {
        target.type = requireNonNull(type);
        target.buildingId = inBuilding == null ? null : inBuilding.id;
        target.zone = zone;
        target.aisle = aisle;
        target.bay = bay;
        target.level = level;
        target.bin = bin;
        target.pickable = requireNonNullElse(pickable, true);
        target.locked = requireNonNullElse(locked, false);
        target.pickSequence = requireNonNullElse(pickSequence, 0);
        target.storageClass = requireNonNullElse(storageClass, Location.StorageClass.SHELF);
        target.capacityVolume = capacityVolume;
        target.temperatureClass = temperatureClass;
    }
}
