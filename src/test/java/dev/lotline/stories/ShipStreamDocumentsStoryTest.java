package dev.lotline.stories;

import static dev.lotline.given.World.ok;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Rpc;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders, deliveries and movements in ShipStream's words: the same operations as by REST, never stock of its own. */
@QuarkusTest
class ShipStreamDocumentsStoryTest {
    private World world;
    private Rpc program;
    private String warehouse;

    @BeforeEach
    void a_program_of_the_merchant() {
        world = World.acceptance();
        program = Rpc.as(
                House.token(Map.of("name", "P-" + world.owner, "role", "INTEGRATION", "owners", List.of(world.owner))));
        warehouse = program.result("warehouse.list")
                .getString("find { it.name == '" + world.warehouse + "' }.warehouse_id");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_delivery_goes_through_all_its_states() {
        JsonPath created = program.result("delivery.create", delivery("D-1", 10));
        assertEquals("new", created.getString("status"));
        assertEquals("10.0000", created.getString("items[0].qty_expected"));
        assertEquals(warehouse, created.getString("warehouse_id"));
        assertEquals(10, program.result("inventory.list", "GUMMY-60").getInt("[0].qty_expected"));

        ok(world.receive("D-1", "GUMMY-60", "L-A", "2026-12-31", 6));
        assertEquals("processing", status("D-1"));
        world.receive("D-1", "GUMMY-60", "L-Q", "2026-12-31", 1);
        assertEquals("processing_exception", status("D-1"));
        program.result("delivery.create", delivery("D-2", 4));
        ok(world.receive("D-2", "GUMMY-60", "L-A", "2026-12-31", 4));
        assertEquals("putting_away", status("D-2"));
        ok(world.stow("D-2", "GUMMY-60", "L-A", "2026-12-31", 3, "A-01"));
        assertEquals("putting_away", status("D-2"));
        ok(world.stow("D-2", "GUMMY-60", "L-A", "2026-12-31", 1, "A-01"));
        assertEquals("pending_commit", status("D-2"));
        assertEquals(4, program.result("inventory.list", "GUMMY-60").getInt("[0].qty_putaway"));
        JsonPath committed = program.result("delivery.commit", "D-2");
        assertEquals("complete", committed.getString("status"));
        assertEquals("4.0000", committed.getString("qty_committed"));
        assertEquals(4, program.result("inventory.list", "GUMMY-60").getInt("[0].qty_available"));

        program.result("delivery.create", delivery("D-3", 7));
        assertEquals(
                "canceled",
                program.result("delivery.cancel", "D-3", world.owner).getString("status"));
        assertEquals("0.0000", program.result("delivery.close", "D-1").getString("qty_expected"));
    }

    @Test
    void an_order_is_accepted_found_and_told_by_its_buckets() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 8, "A-01");
        JsonPath order = program.result("order.create", order("O-1", 5));
        assertEquals("new", order.getString("status"));
        assertEquals("5.0000", order.getString("items[0].qty_allocated"));
        assertEquals(
                "backordered", program.result("order.create", order("O-2", 5)).getString("status"));
        List<Map<String, Object>> tasks = world.release("O-1");
        assertEquals("ready_to_pick", found("O-1"));
        ok(world.pick(tasks.get(0), "L-A", 2));
        assertEquals("picking", found("O-1"));
        ok(world.pick(tasks.get(0), "L-A", 3));
        assertEquals("picked", found("O-1"));
        world.orderCommand("O-1", "ship", Map.of()).then().statusCode(200);
        assertEquals("complete", found("O-1"));
        world.orderCommand("O-2", "cancel", Map.of()).then().statusCode(200);
        assertEquals("canceled", found("O-2"));

        JsonPath newest = program.result("order.search", null, Map.of("limit", 1));
        assertEquals(List.of("O-2"), newest.getList("results.order_ref"));
        JsonPath older = program.result("order.search", List.of(), Map.of("after", newest.getString("next")));
        assertEquals(List.of("O-1"), older.getList("results.order_ref"));
        assertNull(older.get("next"));
        assertEquals("5.0000", older.getString("results[0].qty_shipped"));
        assertEquals(
                List.of(), program.result("order.search", Map.of("open", 1)).getList("results"));
        assertEquals(
                List.of(),
                program.result("order.search", Map.of("order_ref", "O-9")).getList("results"));
        assertEquals(-32102, program.error("order.search", Map.of("colour", "red")));
    }

    @Test
    void what_the_books_do_not_allow_is_told_with_its_code() {
        assertEquals(
                program.call("order.create", order("O-1", 5)).prettify(),
                program.call("order.create", order("O-1", 5)).prettify());
        JsonPath reused = program.call("order.create", order("O-1", 6));
        assertEquals(-32103, reused.getInt("error.code"));
        assertEquals("REFERENCE_REUSED", reused.getString("error.data.code"));
        assertEquals(-32101, program.error("delivery.commit", "D-NONE"));
        assertEquals(-32101, program.error("order.create", Map.of("order_ref", "O-3", "merchant", "SOMEBODY")));
        assertEquals(-32006, program.error("order.create"));
        assertEquals(-32006, Rpc.admin().error("order.create", order("O-4", 1)));
        assertEquals(-32602, program.error("order.create", Map.of("order_ref", "O-3", "colour", "red")));
        assertEquals(-32602, program.error("order.create", Map.of("order_ref", "O-3")));
        Map<String, Object> nowhere = new HashMap<>(delivery("D-1", 1));
        nowhere.remove("warehouse_id");
        assertEquals(-32006, program.error("delivery.create", nowhere));
        assertEquals(-32002, Rpc.merchant(world).error("order.create", order("O-5", 1)), "a merchant only reads");
    }

    @Test
    void a_command_with_a_key_is_done_once() {
        program.result("delivery.create", delivery("D-1", 4));
        for (int n = 0; n < 2; n++) {
            JsonPath answer = given().contentType("application/json")
                    .header("Authorization", "Bearer " + program.token())
                    .header("Idempotency-Key", "cancel D-1")
                    .body(Rpc.request("call", Arrays.asList(null, "delivery.cancel", List.of("D-1"))))
                    .post("/api/jsonrpc")
                    .jsonPath();
            assertEquals("canceled", answer.getString("result.status"), answer.prettify());
        }
        assertEquals(-32103, program.error("delivery.cancel", "D-1"));
    }

    @Test
    void movements_are_read_page_by_page() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 8, "A-01");
        List<String> statuses = new ArrayList<>();
        Object after = null;
        int pages = 0;
        do {
            Map<String, Object> options = new HashMap<>(Map.of("limit", 1));
            options.put("after", after);
            JsonPath page = program.result("stock_movement.list", Map.of("warehouse_id", warehouse), options);
            page.getList("results", Map.class)
                    .forEach(row -> statuses.add(row.get("from_status") + " > " + row.get("to_status")));
            assertEquals("8.0000", page.getString("results[0].qty"));
            assertEquals("L-A", page.getString("results[0].lot_number"));
            after = page.get("next");
            pages++;
        } while (after != null && pages < 10);
        assertTrue(statuses.get(0).startsWith("null > processed"), statuses.toString());
        assertTrue(statuses.get(statuses.size() - 1).endsWith("available"), statuses.toString());
        World neighbour = World.acceptance();
        assertEquals(
                List.of(), Rpc.merchant(neighbour).result("stock_movement.list").getList("results"));
    }

    private String status(String delivery) {
        return program.result("delivery.search", Map.of("delivery_ref", delivery))
                .getString("results[0].status");
    }

    private String found(String order) {
        return program.result("order.search", Map.of("order_ref", Map.of("eq", order)))
                .getString("results[0].status");
    }

    private Map<String, Object> delivery(String reference, int quantity) {
        Map<String, Object> lot = Map.of("lot_number", "L-A", "expiration_date", "2026-12-31", "qty", quantity);
        return Map.of(
                "delivery_ref",
                reference,
                "type",
                "asn",
                "warehouse_id",
                Long.parseLong(warehouse),
                "items",
                List.of(Map.of("sku", "GUMMY-60", "qty", quantity, "lots", List.of(lot))));
    }

    private Map<String, Object> order(String reference, int quantity) {
        return Map.of("order_ref", reference, "items", List.of(Map.of("sku", "GUMMY-60", "qty", quantity)));
    }
}
