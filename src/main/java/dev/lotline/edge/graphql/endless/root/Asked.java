package dev.lotline.edge.graphql.endless.root;

import dev.lotline.kernel.FieldCheck;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query wants of each item, gathered from all its fields before anything is read. */
record Asked(
        Set<String> warehouses,
        Set<String> buildings,
        Set<String> places,
        boolean incoming,
        boolean locations,
        boolean count) {
    private static final int MOST = 500;

    /** Ends with VALIDATION_FAILED when too many places are named. */
    static Asked by(DataFetchingEnvironment query) {
        Set<String> warehouses = new LinkedHashSet<>();
        Set<String> buildings = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        boolean incoming = false;
        boolean locations = false;
        boolean count = false;
        for (SelectedField field : query.getSelectionSet().getFields()) {
            Map<String, Object> arguments = field.getArguments();
            add(warehouses, arguments.get("warehouseId"));
            add(buildings, arguments.get("buildingIds"));
            add(places, arguments.get("locationIds"));
            incoming |= field.getName().equals("incomingItems");
            locations |= field.getName().equals("inventoryLocations");
            count |= field.getName().equals("totalCount");
        }
        new FieldCheck()
                .that(buildings.size() <= MOST, "buildingIds", "must be at most " + MOST + " in a query")
                .that(places.size() <= MOST, "locationIds", "must be at most " + MOST + " in a query")
                .done();
        return new Asked(warehouses, buildings, places, incoming, locations, count);
    }

    private static void add(Set<String> to, @Nullable Object argument) {
        if (argument instanceof Collection<?> many) {
            many.forEach(each -> to.add(String.valueOf(each)));
        } else if (argument != null) {
            to.add(argument.toString());
        }
    }

    /** Is a warehouse, a building or a place named anywhere? */
    boolean narrowed() {
        return !(warehouses.isEmpty() && buildings.isEmpty() && places.isEmpty());
    }
}
