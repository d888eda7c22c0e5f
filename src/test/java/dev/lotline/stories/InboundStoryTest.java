package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.messaging.MemoryBus;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker brings documents and scans: done once, or kept with the reason; and what the house did is told to it. */
@QuarkusTest
class InboundStoryTest {
    @Inject
    @Connector("in-memory")
    MemoryBus bus;

    private World world;

    @BeforeEach
    void house() {
        world = World.acceptance();
    }

    @Test
    void documents_and_scans_of_a_broker_are_done_once_and_told() throws Exception {
        String announced = event(
                "1",
                new JsonObject()
                        .put("reference", "WRO-1")
                        .put("kind", "WRO")
                        .put("owner", world.owner)
                        .put("warehouse", world.warehouse)
                        .put("autoCommit", true)
                        .put(
                                "lines",
                                List.of(Map.of(
                                        "sku",
                                        "GUMMY-60",
                                        "quantity",
                                        20,
                                        "lots",
                                        List.of(Map.of(
                                                "lotNumber",
                                                "L-A",
                                                "expirationDate",
                                                "2026-06-30",
                                                "quantity",
                                                20))))));
        offer("receiving-orders", announced);
        offer("receiving-orders", announced);
        world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 20);
        world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 20, "A-01");
        offer("orders", event("2", order("O-1", 8)));
        offer("orders", event("3", order("O-1", 8)));
        World.figures(world.inventory("GUMMY-60"), "shipstream", "available", 12, "allocated", 8, "backordered", 0);
        await(() -> told("\"reference\":\"O-1\"").size() == 1);
        // everything of one item × warehouse, in the order in which it happened
        List<Long> numbers = bus.newest().stream()
                .filter(message -> message.key().equals(world.warehouse + "/" + world.owner + "/GUMMY-60"))
                .map(message -> Long.valueOf(new JsonObject(message.text()).getString("sequence")))
                .toList();
        assertEquals(2, numbers.size());
        assertEquals(numbers.stream().sorted().toList(), numbers);
        JsonPath relays = call().get("/api/v1/admin/outbox").jsonPath();
        assertEquals(List.of("bus", "webhooks"), relays.getList("name"));
        assertEquals(0, relays.getInt("find{it.name=='bus'}.failures"));
        call().get("/q/health/well").then().statusCode(200);
        scan();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    private void scan() throws Exception {
        String device = "FIX-" + world.warehouse;
        call().body(Map.of("name", device, "role", "DEVICE", "warehouses", List.of(world.warehouse)))
                .post("/api/v1/admin/credentials")
                .then()
                .statusCode(201);
        call().body(Map.of("warehouse", world.warehouse, "profile", "standard", "location", "DOCK-1"))
                .put("/api/v1/devices/" + device)
                .then()
                .statusCode(200);
        String id = UUID.randomUUID().toString();
        offer(
                "scans",
                new JsonObject()
                        .put("id", id)
                        .put("device", device)
                        .put("data", "LOC-A-01")
                        .encode());
        JsonPath again = call().header("Lotline-Device", device)
                .body(Map.of("id", id, "data", "LOC-A-01"))
                .post("/floor/scans")
                .jsonPath();
        assertTrue(again.getBoolean("replayed"), again.prettify());
        offer(
                "scans",
                new JsonObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("data", "X")
                        .encode());
        JsonPath letter = letter("scans");
        assertEquals("VALIDATION_FAILED", letter.getString("items[0].code"));
        assertEquals("device", letter.getString("items[0].field"));
    }

    @Test
    void what_can_not_be_done_is_kept_and_told_with_its_reason() throws Exception {
        offer("orders", "{ no json");
        assertEquals("MALFORMED", letter("orders").getString("items[0].code"));
        offer("orders", event("1", order("O-2", 8).put("quantityOfLines", 1)));
        assertEquals("VALIDATION_FAILED", letter("orders").getString("items[0].code"));
        assertEquals("quantityOfLines", letter("orders").getString("items[0].field"));
        offer("orders", event("2", order("O-3", 8).put("owner", "NOBODY")));
        assertEquals("UNKNOWN_OWNER", letter("orders").getString("items[0].code"));
        assertEquals("owner", letter("orders").getString("items[0].field"));
        offer("orders", event("3", order("O-4", 8)));
        offer("orders", event("3", order("O-4", 9)));
        assertEquals("KEY_REUSED", letter("orders").getString("items[0].code"));
        // the channel goes on behind them, and the poison is on the dead-letter topic
        offer("orders", event("4", order("O-5", 8)));
        world.get("/orders/" + world.owner + "/O-5");
        await(() -> bus.newest().stream()
                .anyMatch(message -> message.topic().equals("lotline.dead-letter")
                        && message.text().contains("KEY_REUSED")
                        && message.text().contains(world.owner)));
    }

    private JsonObject order(String reference, int quantity) {
        return new JsonObject()
                .put("reference", reference)
                .put("owner", world.owner)
                .put("warehouse", world.warehouse)
                .put("lines", List.of(Map.of("sku", "GUMMY-60", "quantity", quantity)));
    }

    private String event(String id, JsonObject data) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "/shop/" + world.owner)
                .put("type", "shop.document")
                .put("data", data)
                .encode();
    }

    /** Until the broker may forget it. */
    private void offer(String channel, String text) throws Exception {
        bus.offer(channel, text).get(20, TimeUnit.SECONDS);
    }

    private JsonPath letter(String channel) {
        JsonPath letters = call().get("/api/v1/admin/dead-letters?limit=1").jsonPath();
        assertEquals(channel, letters.getString("items[0].channel"), letters.prettify());
        return letters;
    }

    private List<MemoryBus.Told> told(String text) {
        return bus.newest().stream()
                .filter(message -> message.topic().equals("lotline.order")
                        && message.text().replace(" ", "").contains(text)
                        && message.text().contains(world.owner))
                .toList();
    }

    private static void await(BooleanSupplier what) {
        long since = System.nanoTime();
        while (!what.getAsBoolean()) {
            assertTrue(System.nanoTime() - since < 20_000_000_000L, "it does not happen");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
