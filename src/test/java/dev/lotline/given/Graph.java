package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions to the GraphQL door. */
public final class Graph {
    private Graph() {}

    public static Response post(RequestSpecification as, String query, Map<String, ?> variables) {
        Map<String, Object> body = new HashMap<>(Map.of("query", query));
        body.put("variables", variables);
        return as.body(body).post("/graphql");
    }

    /** The data of an answer without errors. */
    public static JsonPath data(RequestSpecification as, String query, Map<String, ?> variables) {
        Response response = post(as, query, variables);
        assertEquals(200, response.statusCode(), response.asString());
        assertNull(response.jsonPath().get("errors"), response.asString());
        return response.jsonPath().setRootPath("data");
    }

    public static JsonPath data(String query) {
        return data(House.admin(), query, Map.of());
    }

    /** The code of the first error, which has a message and never a word about our insides. */
    public static String refused(RequestSpecification as, String query, Map<String, ?> variables) {
        Response response = post(as, query, variables);
        List<Map<String, Object>> errors = response.jsonPath().getList("errors");
        assertNotNull(errors, response.asString());
        assertNotNull(errors.get(0).get("message"), response.asString());
        for (String inside : List.of("java.lang", "dev.lotline", "\tat ", "io.quarkus", "SELECT ")) {
            assertEquals(-1, response.asString().indexOf(inside), response.asString());
        }
        return response.jsonPath().getString("errors[0].extensions.code");
    }

    public static String refused(String query) {
        return refused(House.admin(), query, Map.of());
    }

    /** Fields of one item by its owner and sku. */
    public static JsonPath item(World world, String sku, String fields) {
        String query = "query($id: ID!) { inventoryItem(id: $id) { " + fields + " } }";
        return data(House.admin(), query, Map.of("id", world.owner + ":" + sku)).setRootPath("data.inventoryItem");
    }
}
