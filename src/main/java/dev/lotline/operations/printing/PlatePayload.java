package dev.lotline.operations.printing;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;

/** What stands on the label of a plate about what stands on the plate. */
final class PlatePayload {
    private PlatePayload() {}

    /** @param held the largest part, with the number of parts and the units of all */
    static JsonObject of(JsonObject held) {
        BigDecimal units = new BigDecimal(held.getValue("units").toString()).stripTrailingZeros();
        String quantity = units.toPlainString();
        int others = held.getInteger("kinds") - 1;
        String lot = held.getString("lot");
        JsonObject payload = new JsonObject().put("from", held.getString("from"));
        if (others > 0) {
            return payload.put("contents", held.getString("sku") + " and " + others + " more");
        }
        payload.put(
                "contents",
                held.getString("sku") + (lot == null ? "" : " " + lot) + " " + quantity + " " + held.getString("unit"));
        for (String name : new String[] {"sku", "name", "gtin", "lot", "expires", "unit"}) {
            payload.put(name, held.getString(name));
        }
        return payload.put("quantity", quantity).put("count", quantity.matches("[0-9]{1,8}") ? quantity : null);
    }
}
