package dev.lotline.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** GraphQL: every figure of {@code inventoryItems} and of their warehouses. */
final class EndlessDoor implements DialectDoor {
    private static final String OF_BOTH =
            "allocated available availableToAllocate availableToMake availableToSell incoming"
                    + " ordered physical stock unallocated unavailable";
    private static final String OF_ITEMS = " depth poQuantity poShipped poUnshipped shipmentUnlinked totalIncoming ";
    private static final String QUERY = "{ inventoryItems(filter: {brandId: \"%s\"}) { nodes { product { sku } "
            + OF_BOTH + OF_ITEMS + " warehouses { id " + OF_BOTH + " } } } }";

    @Override
    public Said says(Merchant merchant) throws IOException, InterruptedException {
        Said said = new Said();
        String owner = merchant.owner();
        JsonNode answer = merchant.ask("/graphql", Map.of("query", QUERY.formatted(owner)));
        if (answer.has("errors")) {
            throw new IOException(answer.toString());
        }
        for (JsonNode item : answer.at("/data/inventoryItems/nodes")) {
            String sku = item.at("/product/sku").asText();
            add(said, sku, item);
            item.get("warehouses")
                    .forEach(house -> add(said, sku + house.get("id").asText().replace(owner + "-", "@"), house));
        }
        said.entrySet().removeIf(EndlessDoor::nothingThere);
        return said;
    }

    /** A warehouse is absent as long as the item has never had a figure there. */
    private static boolean nothingThere(Map.Entry<String, Object> figure) {
        return figure.getKey().contains("@") && figure.getValue().equals("0");
    }

    private static void add(Said said, String of, JsonNode answer) {
        answer.properties().forEach(figure -> {
            if (figure.getValue().isValueNode() && !figure.getKey().equals("id")) {
                said.add(of + " endless." + figure.getKey(), figure.getValue());
            }
        });
    }

    @Override
    public Map<String, Object> must(House house) {
        Map<String, Object> told = Told.of(house, true);
        Set<String> ofBoth = Set.of(OF_BOTH.split(" "));
        told.keySet()
                .removeIf(name -> !name.contains(" endless.")
                        || name.contains("@") && !ofBoth.contains(name.substring(name.indexOf('.') + 1)));
        told.entrySet().removeIf(EndlessDoor::nothingThere);
        return told;
    }
}
