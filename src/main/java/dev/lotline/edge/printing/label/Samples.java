package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.LabelKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payloads to try a template with: the smallest, a typical and the largest that must fit. */
public final class Samples {
    /** How much stands on it. */
    public enum Size {
        SMALLEST,
        TYPICAL,
        LARGEST
    }

    private Samples() {}

    public static Map<String, String> of(LabelKind kind, Size size) {
        return switch (kind) {
            case ITEM_LOT -> itemLot(size);
            case LPN ->
                map(
                        "code",
                        "LPN-7K3M9QXA0B1C",
                        "contents",
                        pick(size, "", "GUMMY-60 L-A 24 EA", "X".repeat(30) + " and 5 more"));
            case PALLET -> pallet(size);
            case LOCATION ->
                map(
                        "place", pick(size, "A", "A-01-02-3", "RESERVE-A01-02-03"),
                        "zone", pick(size, "", "A", "COLD STORE"),
                        "arrow", pick(size, "", "UP", "DOWN"));
            case TOTE -> map("place", pick(size, "1", "T-07", "RED-TOTE-00017"));
            case HOLD -> hold(size);
            case RETURN ->
                map(
                        "code", "LPN-7K3M9QXA0B1C",
                        "action", pick(size, "DISPOSE", "QUARANTINE", "QUARANTINE"),
                        "document", pick(size, "R", "RET-1001", "RETURN-2026-EU-00001234"),
                        "customer", pick(size, "", "Corner Shop", "Compañía de Alimentos del Valle"),
                        "sku", pick(size, "A", "GUMMY-60", "GRANOLA-MAPLE-PECAN-12OZ-24PACK"),
                        "date", "2026-03-01");
            case BADGE ->
                map(
                        "code",
                        "BDG-0123456789ABCDEFGHJKMNPQRS0",
                        "name",
                        pick(size, "A", "Ana", "Maximiliano R."),
                        "role",
                        pick(size, "", "Lead", "Supervisor"));
            case COMMANDS -> map();
            case PRINTER -> map("printer", pick(size, "P", "P-DOCK2", "PACKING-17"));
            case TEST -> map("printer", pick(size, "P", "P-DOCK2", "PACKING-17-LEFT"), "dpi", "203");
        };
    }

    private static Map<String, String> itemLot(Size size) {
        return switch (size) {
            case SMALLEST -> map("sku", "A", "name", "A", "code", "LOT-0000000017", "lot", "1");
            case TYPICAL ->
                map(
                        "sku", "GUMMY-60",
                        "name", "Vitamin gummies, 60",
                        "gtin", "09504000059101",
                        "lot", "AB-123",
                        "expires", "2026-12-31",
                        "quantity", "24",
                        "count", "24",
                        "unit", "EA");
            case LARGEST ->
                map(
                        "sku", "GRANOLA-MAPLE-PECAN-12OZ-24PACK",
                        "name", "Granola WWWWW with maple, pecan and other things",
                        "gtin", "09504000059101",
                        "lot", "ABCDEFGHIJ0123456789",
                        "expires", "2027-12-01",
                        "quantity", "12345678",
                        "count", "12345678",
                        "unit", "EACH");
        };
    }

    private static Map<String, String> pallet(Size size) {
        Map<String, String> payload =
                map("sscc", "095040000000000011", "from", pick(size, "", "Healthy Foods", "W".repeat(40)));
        if (size == Size.SMALLEST) {
            return payload;
        }
        payload.putAll(itemLot(size));
        payload.put(
                "to", pick(size, "", "Corner Shop, 12345 Springfield", "Compañía de Alimentos del Valle S.A. de C.V."));
        return payload;
    }

    private static Map<String, String> hold(Size size) {
        return map(
                "code", "LOT-0000000017",
                "reason", pick(size, "MANUAL", "RECALL", "QUALITY"),
                "sku", pick(size, "A", "GUMMY-60", "GRANOLA-MAPLE-PECAN-12OZ-24PACK"),
                "lot", pick(size, "", "L-B", "ABCDEFGHIJ0123456789"),
                "place", pick(size, "", "A-01", "RESERVE-A01-02-03-LEFT"),
                "date", "2026-03-01",
                "who", pick(size, "A", "supervisor-1", "a.very.long.name.of.somebody"),
                "case", pick(size, "1", "17", "1234567890"),
                "note",
                        pick(
                                size,
                                "",
                                "glass found",
                                "the supplier called, see the letter of 2026-02-27 in the office, n"));
    }

    private static String pick(Size size, String smallest, String typical, String largest) {
        return size == Size.SMALLEST ? smallest : size == Size.TYPICAL ? typical : largest;
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int n = 0; n < pairs.length; n += 2) {
            map.put(pairs[n], pairs[n + 1]);
        }
        return map;
    }
}
