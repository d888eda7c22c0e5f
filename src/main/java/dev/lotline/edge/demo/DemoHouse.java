package dev.lotline.edge.demo;

import dev.lotline.edge.demo.DemoCatalogue.Merchant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of the demo warehouse: a zone for each merchant with aisles, bays and levels, and what stands around them.
 * Pure.
 */
final class DemoHouse {
    static final String WAREHOUSE = "MAIN";
    static final String NAME = "Main Street Fulfilment Center";
    static final String TIME_ZONE = "America/New_York";
    static final List<String> DOCKS = List.of("DOCK-1", "DOCK-2");

    private static final int AISLES = 6;
    private static final int AISLES_WITH_PICK_FACES = 4;
    private static final int BAYS = 5;
    private static final int LEVELS = 4;
    private static final BigDecimal SHELF = new BigDecimal(24);
    private static final BigDecimal PALLET = new BigDecimal(60);

    /** @param capacity cubic feet; null = no limit */
    record Place(
            String code,
            String type,
            boolean pickable,
            @Nullable String zone,
            @Nullable String aisle,
            @Nullable String bay,
            @Nullable String level,
            int pickSequence,
            String storageClass,
            @Nullable BigDecimal capacity) {}

    final List<Place> places;

    DemoHouse(List<Merchant> merchants) {
        List<Place> all = new ArrayList<>();
        DOCKS.forEach(code -> all.add(area(code, "RECEIVING")));
        around(all, "STAGE", "STAGING", 4);
        merchants.forEach(merchant -> shelves(all, merchant.zone()));
        around(all, "TOTE", "TOTE", 24);
        around(all, "PACK", "PACKING", 4);
        around(all, "SHIP", "SHIPPING", 2);
        around(all, "QUAR", "QUARANTINE", 3);
        around(all, "DAMAGED", "DAMAGED", 1);
        places = List.copyOf(all);
    }

    /** Where goods of a zone are put away. */
    List<Place> shelves(String zone) {
        return places.stream().filter(place -> zone.equals(place.zone())).toList();
    }

    private static void around(List<Place> all, String stem, String type, int count) {
        for (int n = 1; n <= count; n++) {
            all.add(area(stem + String.format(count > 9 ? "-%02d" : "-%d", n), type));
        }
    }

    private static Place area(String code, String type) {
        return new Place(code, type, false, null, null, null, null, 0, "PALLET", null);
    }

    /** Walked like a snake: up one aisle, down the next. The floor level of the front aisles is picked from most. */
    private static void shelves(List<Place> all, String zone) {
        for (int aisle = 1; aisle <= AISLES; aisle++) {
            for (int step = 1; step <= BAYS; step++) {
                int bay = aisle % 2 == 1 ? step : BAYS + 1 - step;
                for (int level = 1; level <= LEVELS; level++) {
                    boolean face = level == 1 && aisle <= AISLES_WITH_PICK_FACES;
                    all.add(new Place(
                            String.format("%s-%02d-%02d-%d", zone, aisle, bay, level),
                            face ? "PICK_FACE" : "STORAGE",
                            true,
                            zone,
                            String.format("%02d", aisle),
                            String.format("%02d", bay),
                            String.valueOf(level),
                            all.size(),
                            face ? "SHELF" : "PALLET",
                            face ? SHELF : PALLET));
                }
            }
        }
    }
}
