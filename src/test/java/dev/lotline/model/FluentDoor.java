package dev.lotline.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** GraphQL: {@code onHand} of every one of {@code inventoryPositions}. */
final class FluentDoor implements DialectDoor {
    private static final String QUERY = "{ inventoryPositions(catalogue: {ref: \"DEFAULT:%s\"}, first: 1000)"
            + " { edges { node { productRef locationRef onHand } } } }";

    @Override
    public Said says(Merchant merchant) throws IOException, InterruptedException {
        Said said = new Said();
        String owner = merchant.owner();
        JsonNode answer = merchant.ask("/graphql", Map.of("query", QUERY.formatted(owner)));
        if (answer.has("errors")) {
            throw new IOException(answer.toString());
        }
        for (JsonNode edge : answer.at("/data/inventoryPositions/edges")) {
            JsonNode position = edge.get("node");
            String house = position.get("locationRef").asText().replace(owner + "-", "@");
            said.add(position.get("productRef").asText() + house + " fluent.onHand", position.get("onHand"));
        }
        said.values().removeIf("0"::equals);
        return said;
    }

    /** A position is absent as long as the item has never had a figure there. */
    @Override
    public Map<String, Object> must(House house) {
        Map<String, Object> told = Told.of(house, true);
        told.keySet().removeIf(name -> !name.contains("@") || !name.endsWith(" fluent.onHand"));
        told.values().removeIf("0"::equals);
        return told;
    }
}
