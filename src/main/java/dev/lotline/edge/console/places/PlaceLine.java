package dev.lotline.edge.console.places;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.catalog.LocationBody;
import dev.lotline.stock.location.Location;
import dev.lotline.stock.location.LocationType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place as a line of a table has it.
 *
 * @param n of the line in what was pasted
 * @param cells by column; a column that is missing leaves the place as it is
 */
record PlaceLine(int n, Map<String, String> cells) {
    static final List<String> COLUMNS = List.of(
            "location",
            "type",
            "zone",
            "aisle",
            "bay",
            "level",
            "bin",
            "pickSequence",
            "storageClass",
            "capacityVolume",
            "temperatureClass",
            "pickable",
            "building");

    private static final int LONGEST_NUMBER = 32;

    String code() {
        return cells.getOrDefault("location", "");
    }

    /** The place as it shall be. Ends with VALIDATION_FAILED naming every cell that can't be read. */
    LocationBody over(@Nullable LocationBody there) {
        FieldCheck check = new FieldCheck();
        LocationBody wanted = new LocationBody(
                code(),
                choice(check, "type", there == null ? null : there.type(), LocationType.values()),
                text("building", there == null ? null : there.building()),
                text("zone", there == null ? null : there.zone()),
                text("aisle", there == null ? null : there.aisle()),
                text("bay", there == null ? null : there.bay()),
                text("level", there == null ? null : there.level()),
                text("bin", there == null ? null : there.bin()),
                yes(check, there == null ? null : there.pickable()),
                there == null ? Boolean.FALSE : there.locked(),
                whole(check, there == null ? null : there.pickSequence()),
                choice(
                        check,
                        "storageClass",
                        there == null ? null : there.storageClass(),
                        Location.StorageClass.values()),
                number(check, "capacityVolume", there == null ? null : there.capacityVolume()),
                text("temperatureClass", there == null ? null : there.temperatureClass()));
        check.done();
        return wanted;
    }

    private @Nullable String text(String column, @Nullable String there) {
        String cell = cells.get(column);
        return cell == null ? there : cell.isEmpty() ? null : cell;
    }

    private @Nullable Boolean yes(FieldCheck check, @Nullable Boolean there) {
        String cell = cells.get("pickable");
        check.that(cell == null || cell.matches("(?i)|true|false|yes|no|1|0"), "pickable", "must be true or false");
        return cell == null ? there : cell.isEmpty() ? null : Boolean.valueOf(cell.matches("(?i)true|yes|1"));
    }

    private @Nullable Integer whole(FieldCheck check, @Nullable Integer there) {
        String cell = cells.getOrDefault("pickSequence", "");
        check.that(cell.matches("[0-9]{0,9}"), "pickSequence", "must be a whole number");
        return !cells.containsKey("pickSequence")
                ? there
                : cell.isEmpty() || !cell.matches("[0-9]{1,9}") ? null : Integer.valueOf(cell);
    }

    private @Nullable BigDecimal number(FieldCheck check, String column, @Nullable BigDecimal there) {
        String cell = cells.get(column);
        try {
            return cell == null
                    ? there
                    : cell.isEmpty() ? null : new BigDecimal(cell.length() > LONGEST_NUMBER ? "" : cell);
        } catch (NumberFormatException notOne) {
            check.wrong(column, "must be a number");
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(FieldCheck check, String column, @Nullable E there, E[] values) {
        String cell = cells.get(column);
        if (cell == null || cell.isEmpty()) {
            return cell == null ? there : null;
        }
        E found = Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(cell))
                .findFirst()
                .orElse(null);
        check.that(found != null, column, "must be one of " + List.of(values));
        return found;
    }

    /** What is said to a line whose place another one has. */
    static Refusal twice(int earlier) {
        return Refusal.invalid("location", "is in line " + earlier + " already");
    }
}
