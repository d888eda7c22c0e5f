package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole plate that was carried to the wrong place is taken back by one scan. */
@QuarkusTest
class PlateUndoStoryTest {
    private static final String SKU = "GUMMY-60";
    private World world;

    @BeforeEach
    void two_plates_on_the_dock_one_on_the_other() {
        world = World.acceptance();
        world.item("BOX", Map.of("lotTracked", false));
        Map<String, Object> wro = new HashMap<>(document());
        wro.putAll(Map.of(
                "kind",
                "WRO",
                "warehouse",
                world.warehouse,
                "autoCommit",
                true,
                "lines",
                List.of(
                        Map.of("sku", SKU, "quantity", 40, "lots", List.of(lot("L-A", "2026-06-30", 40))),
                        Map.of("sku", "BOX", "quantity", 12))));
        call().body(wro).post("/api/v1/receiving-orders").then().statusCode(201);
        ok(world.receive("WRO-1", SKU, "L-A", "2026-06-30", 40));
        ok(world.scan(world.event(
                "RECEIVE",
                Map.of(
                        "receivingOrder",
                        document(),
                        "owner",
                        world.owner,
                        "sku",
                        "BOX",
                        "quantity",
                        12,
                        "location",
                        "DOCK-1"))));
        build("P-1", content(SKU, 20), content("BOX", 12));
        build("P-2", content(SKU, 10));
        post("/P-2/nest", Map.of("parent", "LPN-P-1"));
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, SKU, "BOX");
    }

    @Test
    void it_stands_where_it_stood_with_what_stood_on_it() {
        String before = standing();
        JsonPath stowed = ok(carried("STOW", "A-01"));
        figures(world.inventory(SKU), "shipstream", "processed", 10, "available", 30);
        JsonPath moved = ok(carried("MOVE", "C-01"));
        assertEquals("UNDONE", undone(moved).getString("code"));
        assertEquals("A-01", plate("P-2").getString("location"));
        assertEquals("UNDONE", undone(stowed).getString("code"));
        assertEquals(before, standing());
        figures(world.inventory(SKU), "shipstream", "processed", 40, "available", 0);
        figures(world.inventory("BOX"), "shipstream", "processed", 12, "available", 0);
        assertEquals("UNDO_TOO_LATE", undone(stowed).getString("code"), "once");
        ok(carried("STOW", "A-02"));
        figures(world.inventory(SKU), "shipstream", "processed", 10, "available", 30);
    }

    @Test
    void what_was_promised_of_it_is_waited_for_again() {
        JsonPath stowed = ok(carried("STOW", "A-01"));
        world.order("O-1", Map.of("sku", SKU, "quantity", 25)).then().statusCode(201);
        figures(world.inventory(SKU), "shipstream", "available", 5, "allocated", 25, "backordered", 0);
        ok(undone(stowed));
        figures(world.inventory(SKU), "shipstream", "available", 0, "allocated", 0, "backordered", 25);
    }

    @Test
    void not_when_something_happened_to_it_since() {
        JsonPath stowed = ok(carried("STOW", "A-01"));
        world.order("O-1", Map.of("sku", SKU, "quantity", 25)).then().statusCode(201);
        world.release("O-1");
        assertEquals("UNDO_TOO_LATE", undone(stowed).getString("code"), "reserved for picking");
        world.orderCommand("O-1", "cancel", Map.of()).then().statusCode(200);
        post("/P-2/split", Map.of("contents", List.of(content(SKU, 1))));
        assertEquals("UNDO_TOO_LATE", undone(stowed).getString("code"), "one unit was taken off it");
        assertEquals("A-01", plate("P-1").getString("location"));
    }

    private JsonPath undone(JsonPath scan) {
        return world.scan(world.event("UNDO", Map.of("of", scan.getString("id"))));
    }

    private JsonPath carried(String operation, String place) {
        return world.scan(world.event(operation, Map.of("lpn", "LPN-P-1", "location", place)));
    }

    private String standing() {
        List<String> lines = new ArrayList<>();
        for (String code : List.of("P-1", "P-2")) {
            JsonPath plate = plate(code);
            lines.add(plate.getString("location")
                    + plate.getList("contents.sku")
                    + plate.getList("contents.quantity")
                    + plate.getList("contents.state")
                    + plate.getString("parent"));
        }
        return String.join("\n", lines);
    }

    private JsonPath plate(String code) {
        return world.get("/warehouses/" + world.warehouse + "/plates/" + code);
    }

    private Map<String, Object> document() {
        return Map.of("owner", world.owner, "reference", "WRO-1");
    }

    private Map<String, Object> content(String sku, int quantity) {
        Map<String, Object> content = new HashMap<>(Map.of("owner", world.owner, "sku", sku, "quantity", quantity));
        if (sku.equals(SKU)) {
            content.put("lotNumber", "L-A");
        }
        return content;
    }

    @SafeVarargs
    private void build(String code, Map<String, Object>... contents) {
        post("", Map.of("code", "LPN-" + code, "location", "DOCK-1", "contents", List.of(contents)));
    }

    private void post(String path, Map<String, Object> body) {
        call().body(body)
                .post("/api/v1/warehouses/" + world.warehouse + "/plates" + path)
                .then()
                .statusCode(200);
    }
}
