package dev.lotline.edge.api.holds;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door of holds: who may knock, what must be said, what is said once. */
@QuarkusTest
class HoldResourceTest {
    private World world;
    private Holds holds;
    private Map<String, Object> body;

    @BeforeEach
    void a_lot_on_the_shelf() {
        world = World.acceptance();
        holds = new Holds(world);
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        body = Map.of("owner", world.owner, "lotNumbers", List.of("L-B"), "reason", "MANUAL");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        holds.place(Map.of("lotNumbers", List.of("L-B", ""), "warehouse", "W", "reason", "WHIM", "note", " x"))
                .then()
                .statusCode(400)
                .body("code", is("VALIDATION_FAILED"))
                .body("violations.field", containsInAnyOrder("owner", "lotNumbers[1]", "warehouse", "reason", "note"));
        holds.place(Map.of("owner", world.owner, "reason", "MANUAL"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("lotNumbers"));
        holds.place(Map.of("owner", world.owner, "reason", "RECALL", "locations", List.of("A-01")))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("warehouse", "locations"));
        World.call().post("/api/v1/holds").then().statusCode(400);
        World.call()
                .body(body)
                .post("/api/v1/holds?dryRun=maybe")
                .then()
                .statusCode(400)
                .body("field", is("dryRun"));
    }

    @Test
    void what_is_not_there_or_anothers_is_not_found() {
        World other = World.acceptance();
        other.stock("GUMMY-60", "L-X", "2026-05-15", 1, "A-01");
        long foreign =
                other.get("/owners/" + other.owner + "/items/GUMMY-60/lots").getLong("items[0].lotId");
        holds.place(Map.of("owner", world.owner, "lotIds", List.of(foreign), "reason", "MANUAL"))
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_LOT"));
        holds.place(Map.of("owner", world.owner, "lotNumbers", List.of("L-NONE"), "reason", "MANUAL"))
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_LOT"), "lot", is("L-NONE"));
        String ana = holds.supervisor();
        House.as(ana)
                .body(Map.of("owner", other.owner, "lotNumbers", List.of("L-X"), "reason", "MANUAL"))
                .post("/api/v1/holds")
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_OWNER"));
        long hold = new Holds(other).lot("L-X", "MANUAL").getLong("id");
        for (String command : List.of("release", "dispose", "return-to-sender")) {
            House.as(ana)
                    .post("/api/v1/holds/" + hold + "/" + command)
                    .then()
                    .statusCode(404)
                    .body("code", is("NOT_FOUND"));
        }
        House.as(ana).get("/api/v1/holds/" + hold).then().statusCode(404);
        House.as(ana).get("/api/v1/holds").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_merchant_sees_its_holds_and_places_none() {
        String merchant = House.token(
                Map.of("name", "M-" + UUID.randomUUID(), "role", "MERCHANT", "owners", List.of(world.owner)));
        House.as(merchant).body(body).post("/api/v1/holds").then().statusCode(403);
        long hold = holds.lot("L-B", "MANUAL").getLong("id");
        House.as(merchant).get("/api/v1/holds/" + hold).then().statusCode(200).body("reason", is("MANUAL"));
        House.as(merchant).post("/api/v1/holds/" + hold + "/release").then().statusCode(403);
    }

    @Test
    void a_device_holds_and_does_not_release() {
        String device = House.token(Map.of(
                "name",
                "HH-" + UUID.randomUUID(),
                "role",
                "DEVICE",
                "owners",
                List.of(world.owner),
                "warehouses",
                List.of(world.warehouse)));
        long hold = House.as(device)
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        House.as(device).post("/api/v1/holds/" + hold + "/release").then().statusCode(403);
        String scan = """
                [{"id":"%s","operation":"UNHOLD","warehouse":"%s","scope":"lot","sku":"GUMMY-60","lotNumber":"L-B"}]""".formatted(UUID.randomUUID(), world.warehouse);
        House.as(device)
                .body(scan)
                .post("/floor/events")
                .then()
                .statusCode(200)
                .body("[0].verdict", is("REFUSED"), "[0].code", is("FORBIDDEN"));
    }

    @Test
    void the_same_key_holds_once() {
        String key = UUID.randomUUID().toString();
        JsonPath first = World.call()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        World.call()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("id", is(first.getInt("id")));
        World.call()
                .header("Idempotency-Key", key)
                .body(Map.of("owner", world.owner, "lotNumbers", List.of("L-B"), "reason", "RECALL"))
                .post("/api/v1/holds")
                .then()
                .statusCode(409)
                .body("code", is("KEY_REUSED"));
        World.call()
                .get("/api/v1/holds?state=open&owner=" + world.owner)
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].left", is(60));
        String again = UUID.randomUUID().toString();
        for (boolean replayed : new boolean[] {false, true}) {
            var reply = World.call()
                    .header("Idempotency-Key", again)
                    .post("/api/v1/holds/" + first.getInt("id") + "/release");
            assertEquals(200, reply.statusCode(), reply.asString());
            assertEquals(60, reply.jsonPath().getInt("quantity"));
            assertEquals(replayed, "true".equals(reply.header("Idempotency-Replayed")));
        }
    }

    @Test
    void a_disposition_says_what_is_wrong_with_it() {
        long hold = holds.lot("L-B", "MANUAL").getLong("id");
        holds.decide(hold, "release", Map.of("quantity", 5, "locations", List.of("A-01")))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("quantity", "locations", "warehouse"));
        holds.decide(hold, "dispose", Map.of("quantity", 0))
                .then()
                .statusCode(400)
                .body("field", is("quantity"));
        holds.decide(hold, "dispose", Map.of("lotIds", List.of(0)))
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_LOT"));
        holds.decide(hold, "dispose", Map.of("warehouse", world.warehouse, "locations", List.of("Z-99")))
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_LOCATION"));
        holds.decide(0, "dispose", Map.of()).then().statusCode(404).body("code", is("NOT_FOUND"));
    }
}
