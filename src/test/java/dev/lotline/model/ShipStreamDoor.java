package dev.lotline.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON-RPC: {@code inventory.details}, {@code inventory.list} and {@code inventory.lots}. */
final class ShipStreamDoor implements DialectDoor {
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    @Override
    public Said says(Merchant merchant) throws IOException, InterruptedException {
        Said said = new Said();
        String owner = merchant.owner();
        Map<String, String> houses = new HashMap<>();
        call(merchant, "warehouse.list")
                .forEach(house -> houses.put(
                        house.get("warehouse_id").asText(), house.get("name").asText()));
        houses.values().removeIf(name -> !name.startsWith(owner + "-W"));
        for (JsonNode item : call(merchant, "inventory.details")) {
            String sku = item.get("sku").asText();
            add(said, sku, item);
            item.get("detailed").forEach(row -> {
                String house = houses.get(row.get("warehouse_id").asText());
                if (house != null) {
                    add(said, sku + house.replace(owner + "-", "@"), row);
                }
            });
        }
        call(merchant, "inventory.list")
                .forEach(item -> add(said, item.get("sku").asText(), item));
        for (Map.Entry<String, String> house : houses.entrySet()) {
            String name = house.getValue().replace(owner + "-", "@");
            call(merchant, "inventory.list", null, house.getKey())
                    .forEach(item -> add(said, item.get("sku").asText() + name, item));
        }
        call(merchant, "inventory.lots")
                .get("results")
                .forEach(lot -> add(
                        said,
                        lot.get("sku").asText() + "." + lot.get("group_value").asText(),
                        lot));
        return said;
    }

    private static void add(Said said, String of, JsonNode answer) {
        answer.properties().forEach(figure -> {
            if (figure.getKey().startsWith("qty_")) {
                String name = NEXT_WORD
                        .matcher(figure.getKey().substring("qty_".length()))
                        .replaceAll(found -> found.group(1).toUpperCase());
                said.add(of + " shipstream." + name, figure.getValue());
            }
        });
    }

    private static JsonNode call(Merchant merchant, String path, Object... arguments)
            throws IOException, InterruptedException {
        List<Object> params = Arrays.asList(null, path, Arrays.asList(arguments));
        JsonNode answer =
                merchant.ask("/api/jsonrpc", Map.of("jsonrpc", "2.0", "id", 1, "method", "call", "params", params));
        if (answer.has("error")) {
            throw new IOException(path + ": " + answer);
        }
        return answer.get("result");
    }

    @Override
    public Map<String, Object> must(House house) {
        Map<String, Object> told = Told.of(house, false);
        told.keySet().removeIf(name -> !name.contains(" shipstream.") || name.contains(".- "));
        return told;
    }
}
