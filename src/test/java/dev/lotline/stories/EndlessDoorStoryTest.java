package dev.lotline.stories;

import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.World;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.Document;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The GraphQL door: who comes in, how a no is said, how much one may ask. */
@QuarkusTest
class EndlessDoorStoryTest {
    private static final Path SCHEMA = Path.of("src/docs/integrate/schema.graphql");

    @TestHTTPResource("/")
    URL house;

    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @Test
    void nobody_asks_without_a_token_not_even_for_the_schema() {
        Map<String, String> query = Map.of("query", "{ __schema { queryType { name } } }");
        given().contentType("application/json")
                .body(query)
                .post("/graphql")
                .then()
                .statusCode(401);
        given().get("/graphql/schema.graphql").then().statusCode(401);
        as("ll_k_nobody").body(query).post("/graphql").then().statusCode(401);
        assertEquals("Query", Graph.data(query.get("query")).getString("__schema.queryType.name"));
    }

    @Test
    void what_belongs_to_another_is_as_unknown_as_what_is_not_there() {
        String other =
                token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of("SOMEBODY-ELSE")));
        String own = token(Map.of("name", "O-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        String id = world.owner + ":GUMMY-60";
        assertEquals("UNKNOWN_ITEM", Graph.refused(as(other), item(id, "id"), Map.of()));
        assertEquals("UNKNOWN_ITEM", Graph.refused(as(own), item(world.owner + ":NOTHING", "id"), Map.of()));
        String number = Graph.data(as(own), item(id, "id"), Map.of()).getString("inventoryItem.id");
        assertEquals("UNKNOWN_ITEM", Graph.refused(as(other), item(number, "id"), Map.of()));
        assertEquals(
                List.of(),
                Graph.data(as(other), "{ inventoryItems { nodes { id } } }", Map.of())
                        .getList("inventoryItems.nodes"));
        String narrowed = token(Map.of("name", "W-" + world.owner, "role", "SUPERVISOR", "warehouses", List.of("W-X")));
        String there = item(id, "physical(warehouseId: \"" + world.warehouse + "\")");
        assertEquals("UNKNOWN_WAREHOUSE", Graph.refused(as(narrowed), there, Map.of()));
    }

    @Test
    void a_web_socket_is_told_the_same() throws InterruptedException {
        String own = token(Map.of("name", "S-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        String query = item(world.owner + ":GUMMY-60", "id physicalDecimal product { sku name } warehouses { id }");
        Object told = Graph.data(as(own), query, Map.of()).get("inventoryItem");
        try (RelayLine line = RelayLine.speaking("graphql-transport-ws", house, "/graphql", own)) {
            line.say("{\"type\":\"connection_init\"}");
            assertEquals("connection_ack", line.heard().getString("type"));
            line.say(new JsonObject()
                    .put("id", "1")
                    .put("type", "subscribe")
                    .put("payload", new JsonObject().put("query", query))
                    .encode());
            assertEquals(told, line.heard().get("payload.data.inventoryItem"));
            assertEquals("complete", line.heard().getString("type"));
        }
    }

    @Test
    void a_credential_does_what_it_may() {
        String merchant =
                token(Map.of("name", "M2-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        String change = "mutation { inventoryQuickAdjust(inventoryItemId: \"" + world.owner
                + ":GUMMY-60\", locationId: \"" + world.warehouse + ":A-01\", quantity: 1, reason: \"found\") { id } }";
        assertEquals("FORBIDDEN", Graph.refused(as(merchant), change, Map.of()));
    }

    @Test
    void what_the_schema_does_not_know_is_an_error_with_a_code() {
        assertEquals("MALFORMED", Graph.refused("{ inventoryItem(id: \"1\") { colour } }"));
        assertEquals("MALFORMED", Graph.refused("{ inventoryItem(id: "));
        assertEquals("MALFORMED", Graph.refused("{ inventoryItems(first: \"many\") { nodes { id } } }"));
        assertEquals("VALIDATION_FAILED", Graph.refused("{ inventoryItem { id } }"));
        assertEquals("VALIDATION_FAILED", Graph.refused("{ inventoryItems(first: 0) { nodes { id } } }"));
        assertEquals("VALIDATION_FAILED", Graph.refused("{ inventoryItems(after: \"#\") { nodes { id } } }"));
    }

    @Test
    void a_query_that_asks_for_too_much_is_refused_before_anything_is_done() {
        assertEquals("QUERY_TOO_LARGE", Graph.refused(places(1000, 1000, 1000)));
        String used = "{ a: inventoryItems(first: 833) { ...page } b: inventoryItems(first: 834) { ...page } }"
                + " fragment page on InventoryItemConnection { nodes { inventoryLocations { id } incomingItems { id } } }";
        assertEquals("QUERY_TOO_LARGE", Graph.refused(used), "a fragment costs wherever it is used");
        assertEquals(
                413,
                Graph.post(House.admin(), "{ inventoryItems { nodes { id } } } # " + "x".repeat(270_000), Map.of())
                        .statusCode());
        assertNull(Graph.post(House.admin(), "{ inventoryItems(first: 1000) { nodes { physical stock } } }", Map.of())
                .jsonPath()
                .get("errors"));
    }

    @Test
    void each_limit_is_taken_to_the_last_one_and_not_one_further() {
        assertNull(exceeded(item(known(), aliases(30))));
        assertEquals("aliases", exceeded(item(known(), aliases(31))));
        // ten levels with the id: position, quantities, edges, node, position, quantities, edges, node, position
        assertNull(exceeded(position("id")));
        assertEquals("depth", exceeded(position("catalogue { id }")));
        // 2,500 items and a list of places for each are 5,000
        assertNull(exceeded(places(1000, 1000, 500)));
        assertEquals("cost", exceeded(places(1000, 1000, 501)));
    }

    private static String places(int... items) {
        return IntStream.range(0, items.length)
                .mapToObj(n ->
                        "p" + n + ": inventoryItems(first: " + items[n] + ") { nodes { inventoryLocations { id } } }")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private String known() {
        return world.owner + ":GUMMY-60";
    }

    private static String aliases(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> "a" + n + ": allocated")
                .collect(Collectors.joining(" "));
    }

    private String position(String innermost) {
        String each = "quantities(first: 1) { edges { node { position { ";
        return "{ inventoryPosition(ref: \"GUMMY-60:" + world.warehouse + ":DEFAULT\", catalogue: {ref: \"DEFAULT:"
                + world.owner + "\"}) { " + each.repeat(2) + innermost + " } } } }".repeat(2) + " } }";
    }

    /** Which limit a query exceeds; null = it is answered. */
    private static String exceeded(String query) {
        JsonPath answer =
                Graph.post(House.admin(), query, Map.of()).then().extract().jsonPath();
        if (answer.get("errors") == null) {
            return null;
        }
        assertEquals("QUERY_TOO_LARGE", answer.getString("errors[0].extensions.code"), answer.prettify());
        return answer.getString("errors[0].extensions.limit");
    }

    @Test
    void introspection_is_the_schema_that_is_written_down() throws IOException {
        Response answer = Graph.post(House.admin(), IntrospectionQuery.INTROSPECTION_QUERY, Map.of());
        assertEquals(200, answer.statusCode());
        Map<String, Object> data = answer.jsonPath().getMap("data");
        assertNotNull(data, answer.asString());
        Document document = new IntrospectionResultToSchema().createSchemaDefinition(data);
        String live = AstPrinter.printAst(new AstSorter().sort(document)).strip() + "\n";
        Files.writeString(Path.of("target/schema.graphql"), live);
        assertEquals(Files.exists(SCHEMA) ? Files.readString(SCHEMA) : "", live, "see target/schema.graphql");
    }

    private static String item(String id, String fields) {
        return "{ inventoryItem(id: \"" + id + "\") { " + fields + " } }";
    }
}
