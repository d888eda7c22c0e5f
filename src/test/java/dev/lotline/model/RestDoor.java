package dev.lotline.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET …/inventory}: all five, by item, by warehouse and by lot. */
final class RestDoor implements DialectDoor {
    private static final List<String> DIALECTS = List.of("shipstream", "endless", "jetpack", "fluent");

    @Override
    public Said says(Merchant merchant) throws IOException, InterruptedException {
        Said said = new Said();
        String path = "/api/v1/owners/" + merchant.owner();
        for (JsonNode item : merchant.ask(path + "/inventory", null).get("items")) {
            add(said, item.get("sku").asText(), item);
        }
        for (int warehouse = 0; warehouse < Plan.WAREHOUSES; warehouse++) {
            String where = "/inventory?warehouse=" + merchant.owner() + "-W" + warehouse;
            for (JsonNode item : merchant.ask(path + where, null).get("items")) {
                add(said, item.get("sku").asText() + "@W" + warehouse, item);
            }
        }
        for (int item = 0; item < Plan.ITEMS; item++) {
            JsonNode one = merchant.ask(path + "/items/I" + item + "/inventory", null);
            add(said, "I" + item, one);
            lots(said, merchant, path + "/items/I" + item + "/lots", "I" + item, one.get("lots"));
        }
        return said;
    }

    private static void lots(Said said, Merchant merchant, String path, String item, JsonNode lots)
            throws IOException, InterruptedException {
        Map<String, String> names = new HashMap<>(Map.of("null", "-"));
        merchant.ask(path, null)
                .get("items")
                .forEach(lot -> names.put(
                        lot.get("lotId").asText(), lot.get("groupValue").asText()));
        lots.forEach(lot -> add(said, item + "." + names.get(lot.get("lotId").asText()), lot));
    }

    private static void add(Said said, String of, JsonNode answer) {
        for (String dialect : DIALECTS) {
            if (answer.has(dialect)) {
                answer.get(dialect)
                        .properties()
                        .forEach(figure -> said.add(of + " " + dialect + "." + figure.getKey(), figure.getValue()));
            }
        }
        said.add(of + " bottleneck.status", answer.get("bottleneck").get("status"));
    }

    @Override
    public Map<String, Object> must(House house) {
        return Told.of(house, false);
    }
}
