package lotline.simulators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small house to work in, made by PUTs that may be repeated: one warehouse, three merchants, items, docks, places. */
final class Furniture {
    static final String WAREHOUSE = "SIM-W1";
    static final String[] OWNERS = {"SIM-ACME", "SIM-BELL", "SIM-CORA"};
    private static final int DOCKS = 4;
    private static final int PLACES_PER_ITEM = 4;

    private Furniture() {}

    static String dock(int n) {
        return String.format("DOCK-%d", n % DOCKS);
    }

    /** A kind of furniture: what its SKUs and places begin with, its GTINs, who owns it, whether all carry lots. */
    enum Kind {
        SHIFT("SIM", "0950400", 3),
        SCAN("SCAN", "0950401", 1);

        private final String prefix;
        private final String company;
        private final int owners;

        Kind(String prefix, String company, int owners) {
            this.prefix = prefix;
            this.company = company;
            this.owners = owners;
        }

        String owner(int n) {
            return OWNERS[n % owners];
        }

        String sku(int n) {
            return String.format("%s-%04d", prefix, n);
        }

        String place(int n, int which) {
            return String.format("%s-%04d-%c", prefix, n, (char) ('A' + which));
        }

        String gtin(int n) {
            return checked(company + String.format("%06d", n));
        }

        /** In a shift every eighth item has no lots. */
        boolean lots(int n) {
            return this == SCAN || n % 8 != 7;
        }
    }

    /** The 13 digits with their check digit. */
    private static String checked(String thirteen) {
        int sum = 0;
        for (int i = 0; i < thirteen.length(); i++) {
            sum += (thirteen.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return thirteen + (10 - sum % 10) % 10;
    }

    static void make(Office office, Kind kind, int items) {
        String house = "/warehouses/" + WAREHOUSE;
        office.must("PUT", house, Map.of("name", "Simulated house", "timeZone", "America/New_York"));
        for (int n = 0; n < DOCKS; n++) {
            office.must("PUT", house + "/locations/" + dock(n), Map.of("type", "RECEIVING", "pickable", false));
        }
        office.must("PUT", house + "/locations/SIM-LOCKED", Map.of("type", "STORAGE", "locked", true));
        for (String owner : OWNERS) {
            office.must("PUT", "/owners/" + owner, Map.of("name", "Merchant " + owner, "kind", "CUSTOMER"));
        }
        for (int n = 0; n < items; n++) {
            for (int which = 0; which < PLACES_PER_ITEM; which++) {
                Map<String, Object> place = Map.of("type", which == 0 ? "PICK_FACE" : "STORAGE", "pickSequence", n);
                office.must("PUT", house + "/locations/" + kind.place(n, which), place);
            }
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("name", "Simulated item " + n);
            item.put("tracking", true);
            item.put("lotTracked", kind.lots(n));
            item.put("barcodes", List.of(Map.of("code", kind.gtin(n), "quantity", 1)));
            office.must("PUT", "/owners/" + kind.owner(n) + "/items/" + kind.sku(n), item);
        }
    }
}
