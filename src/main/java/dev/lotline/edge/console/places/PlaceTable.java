package dev.lotline.edge.console.places;

import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.stock.location.Location;
import java.util.function.Function;

/** The columns of the list of places; as a file, they can be brought in again. */
final class PlaceTable {
    static final String WAREHOUSE = "warehouse";

    static final Table<Location> TABLE = Table.<Location>of("places", place -> place.code)
            .parameters(WAREHOUSE)
            .sortedHere()
            .columns(
                    Column.text("location", words(PlaceWords::place), place -> place.code),
                    Column.text("type", words(PlaceWords::type), place -> place.type),
                    Column.text("zone", words(PlaceWords::zone), place -> place.zone),
                    Column.text("aisle", words(PlaceWords::aisle), place -> place.aisle),
                    Column.text("bay", words(PlaceWords::bay), place -> place.bay),
                    Column.text("level", words(PlaceWords::level), place -> place.level),
                    Column.text("bin", words(PlaceWords::bin), place -> place.bin),
                    Column.number("pickSequence", words(PlaceWords::sequence), place -> place.pickSequence),
                    Column.text("storageClass", words(PlaceWords::storage_class), place -> place.storageClass),
                    Column.<Location>number("capacityVolume", words(PlaceWords::volume), place -> place.capacityVolume)
                            .help(words(PlaceWords::volume_help)),
                    Column.text("temperatureClass", words(PlaceWords::temperature), place -> place.temperatureClass),
                    Column.text("pickable", words(PlaceWords::pickable), place -> place.pickable),
                    Column.text("locked", words(PlaceWords::locked), place -> place.locked),
                    Column.acts(PlacePages::acts));

    private PlaceTable() {}

    private static Text words(Function<PlaceWords, String> message) {
        return Text.of(PlaceWords.class, message);
    }
}
