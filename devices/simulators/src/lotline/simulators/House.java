package lotline.simulators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The warehouse as the shift finds it: docks, places, items. */
record House(
        String warehouse, List<String> docks, List<String> places, List<String> closed, Map<String, Goods.Item> items) {
    private static final int MOST = 20_000;

    static House of(Office office, String wanted) {
        String warehouse = wanted;
        if (warehouse == null) {
            List<Map<String, Object>> all = office.list("/warehouses", MOST);
            if (all.isEmpty()) {
                throw new IllegalStateException("there is no warehouse yet; --furnish makes one");
            }
            warehouse = name(all.get(0), "warehouse");
        }
        List<String> docks = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (Map<String, Object> each : office.list("/warehouses/" + Office.code(warehouse) + "/locations", MOST)) {
            String type = String.valueOf(each.get("type"));
            if (Boolean.TRUE.equals(each.get("locked"))) {
                closed.add(name(each, "location"));
            } else if (type.equals("RECEIVING")) {
                docks.add(name(each, "location"));
            } else if ((type.equals("STORAGE") || type.equals("PICK_FACE"))
                    && !Boolean.FALSE.equals(each.get("pickable"))) {
                places.add(name(each, "location"));
            }
        }
        if (docks.isEmpty() || places.isEmpty()) {
            throw new IllegalStateException(warehouse + " has " + docks.size() + " docks and " + places.size()
                    + " places; a shift needs both (--furnish makes them)");
        }
        return new House(warehouse, docks, places, closed, items(office));
    }

    private static Map<String, Goods.Item> items(Office office) {
        Map<String, Goods.Item> items = new HashMap<>();
        for (Map<String, Object> owner : office.list("/owners", MOST)) {
            String code = name(owner, "owner");
            for (Map<String, Object> each : office.list("/owners/" + Office.code(code) + "/items", MOST)) {
                if (!Boolean.FALSE.equals(each.get("tracking")) && !"INACTIVE".equals(each.get("status"))) {
                    Goods.Item item = new Goods.Item(
                            code, name(each, "sku"), gtin(each), Boolean.TRUE.equals(each.get("lotTracked")));
                    items.put(item.key(), item);
                }
            }
        }
        return items;
    }

    /** The barcode of a single unit, padded to 14 digits. */
    private static String gtin(Map<String, Object> item) {
        for (Object each : Json.array(item.get("barcodes"))) {
            Map<String, Object> barcode = Json.object(each);
            String code = String.valueOf(barcode.get("code"));
            if (Json.units(barcode.get("quantity"), 1) == 1 && code.matches("\\d{8}|\\d{12,14}")) {
                return "0".repeat(14 - code.length()) + code;
            }
        }
        return null;
    }

    /** A noun's own code, whether it is named after the noun or plainly {@code code}. */
    static String name(Map<String, Object> noun, String member) {
        Object value = noun.containsKey(member) ? noun.get(member) : noun.get("code");
        if (!(value instanceof String)) {
            throw new IllegalStateException("a " + member + " without code: " + noun);
        }
        return (String) value;
    }

    String dock(Random dice) {
        return docks.get(dice.nextInt(docks.size()));
    }

    String place(Random dice) {
        return places.get(dice.nextInt(places.size()));
    }
}
