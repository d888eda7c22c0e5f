package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A world's goods as Fluent Commerce's clients see and load them. */
public final class Positions {
    private final World world;

    public Positions(World world) {
        this.world = world;
    }

    public String ref(String sku) {
        return sku + ":" + world.warehouse + ":DEFAULT";
    }

    public String catalogue() {
        return "DEFAULT:" + world.owner;
    }

    /** Fields of one position. */
    public JsonPath of(String sku, String fields) {
        String query = "query($ref: String!, $c: String!) { inventoryPosition(ref: $ref, catalogue: {ref: $c}) { "
                + fields + " } }";
        return Graph.data(House.admin(), query, Map.of("ref", ref(sku), "c", catalogue()))
                .setRootPath("data.inventoryPosition");
    }

    public int onHand(String sku) {
        return of(sku, "onHand").getInt("onHand");
    }

    /** Type, status and quantity of each quantity, such as {@code SALE ACTIVE -1}. */
    public List<String> quantities(String sku, String arguments) {
        JsonPath found = of(
                sku,
                "quantities" + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                        + " { edges { node { type status quantity } } }");
        List<Map<String, Object>> nodes = found.getList("quantities.edges.node");
        return nodes.stream()
                .map(each -> each.get("type") + " " + each.get("status") + " " + each.get("quantity"))
                .toList();
    }

    /** A job; preprocessing "skip" does every entry. */
    public long job(String preprocessing) {
        return House.admin()
                .body(Map.of(
                        "name", "nightly", "retailerId", world.owner, "meta", Map.of("preprocessing", preprocessing)))
                .post("/api/v1/fluent/job")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public Map<String, Object> entity(String sku, Number units, Object... more) {
        Map<String, Object> entity = new HashMap<>(Map.of("skuRef", sku, "locationRef", world.warehouse, "qty", units));
        for (int n = 0; n < more.length; n += 2) {
            entity.put(String.valueOf(more[n]), more[n + 1]);
        }
        return entity;
    }

    public static List<Map<String, String>> lot(String number, String expires) {
        return List.of(
                Map.of("name", "manufacturerBatchNumber", "type", "STRING", "value", number),
                Map.of("name", "expiresOn", "type", "STRING", "value", expires));
    }

    public static Response send(long job, String key, List<?> entities) {
        return House.admin()
                .header("Idempotency-Key", key)
                .body(Map.of("action", "UPSERT", "entityType", "INVENTORY", "entities", entities))
                .post("/api/v1/fluent/job/" + job + "/batch");
    }

    /** The fates of the entries of a batch, each as its outcome with its code where there is one. */
    @SafeVarargs
    public static List<String> fates(long job, Map<String, Object>... entities) {
        Response sent = send(job, UUID.randomUUID().toString(), List.of(entities));
        assertEquals(201, sent.statusCode(), sent.asString());
        assertEquals("COMPLETE", sent.path("status"));
        List<Map<String, Object>> results = sent.jsonPath().getList("results");
        assertEquals(entities.length, results.size(), sent.asString());
        return results.stream()
                .map(each -> each.get("outcome") + (each.get("code") == null ? "" : " " + each.get("code")))
                .toList();
    }

    /** A mutation on quantities: create or update. */
    public Response change(String verb, Map<String, ?> input) {
        String name = verb + "InventoryQuantity";
        String type = Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + "InventoryQuantityInput!";
        return Graph.post(
                House.admin(),
                "mutation($input: " + type + ") { " + name + "(input: $input) { ref type status quantity condition"
                        + " storageAreaRef expectedOn position { ref onHand } } }",
                Map.of("input", input));
    }

    public Map<String, Object> quantity(String sku, String ref, String type, Number units, Object... more) {
        Map<String, Object> catalogue = Map.of("ref", catalogue());
        Map<String, Object> input = new HashMap<>(Map.of(
                "ref",
                ref,
                "type",
                type,
                "catalogue",
                catalogue,
                "position",
                Map.of("ref", ref(sku), "catalogue", catalogue),
                "quantity",
                units));
        for (int n = 0; n < more.length; n += 2) {
            input.put(String.valueOf(more[n]), more[n + 1]);
        }
        return input;
    }
}
