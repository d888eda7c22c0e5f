package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Positions;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fluent Commerce's clients make quantities and change them; what they do to stock are adjustments. */
@QuarkusTest
class FluentChangesStoryTest {
    private World world;
    private Positions positions;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.put("/owners/" + world.owner + "/items/PLAIN", Map.of("name", "Plain", "tracking", true));
        positions = new Positions(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "PLAIN");
    }

    @Test
    void a_last_on_hand_is_made_and_changed_and_keeps_its_name() {
        Map<String, Object> input =
                positions.quantity("PLAIN", "MINE", "LAST_ON_HAND", 20, "storageAreaRef", "A-01", "condition", "NEW");
        Response made = positions.change("create", input);
        assertEquals("MINE", told(made, "create", "ref"));
        assertEquals("ACTIVE", told(made, "create", "status"));
        assertEquals((Object) 20, told(made, "create", "quantity"));
        assertEquals("NEW", told(made, "create", "condition"));
        assertEquals((Object) 20, told(made, "create", "position.onHand"));
        assertEquals((Object) 20, told(positions.change("create", input), "create", "quantity"), "once");
        assertEquals("REFERENCE_REUSED", code(positions.change("create", with(input, "quantity", 21))));
        Response less = positions.change("update", key("MINE", "quantity", 15));
        assertEquals((Object) 15, told(less, "update", "position.onHand"));
        assertEquals(List.of("LAST_ON_HAND ACTIVE 15"), positions.quantities("PLAIN", "status: [\"ACTIVE\"]"));
        assertEquals(
                List.of("UNCHANGED"),
                Positions.fates(positions.job("enabled"), positions.entity("PLAIN", 15, "storageAreaRef", "A-01")));
        Response renamed = positions.change("create", with(with(input, "ref", "NEW"), "quantity", 16));
        assertEquals((Object) 16, told(renamed, "create", "quantity"), "a place has one last on hand");
        assertEquals("UNKNOWN_DOCUMENT", code(positions.change("update", key("MINE", "quantity", 15))));
        assertEquals(
                1,
                world.get("/adjustments?owner=" + world.owner)
                        .getList("items.findAll { it.delta == -5 }")
                        .size());
    }

    @Test
    void a_difference_counts_until_it_is_taken_back_or_an_epoch_ends_it() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        Map<String, Object> input = positions.quantity(
                "GUMMY-60",
                "FOUND",
                "ADJUSTMENT",
                3,
                "storageAreaRef",
                "A-01",
                "attributes",
                Positions.lot("L-A", "2026-12-31"));
        assertEquals((Object) 13, told(positions.change("create", input), "create", "position.onHand"));
        assertEquals(List.of("LAST_ON_HAND ACTIVE 10", "ADJUSTMENT ACTIVE 3"), positions.quantities("GUMMY-60", ""));
        Response more = positions.change("update", key("FOUND", "quantity", 4));
        assertEquals((Object) 14, told(more, "update", "position.onHand"));
        Response none = positions.change("update", key("FOUND", "status", "INACTIVE"));
        assertEquals("INACTIVE", told(none, "update", "status"));
        assertEquals((Object) 10, told(none, "update", "position.onHand"));
        Response back = positions.change("update", key("FOUND", "status", "ACTIVE"));
        assertEquals((Object) 14, told(back, "update", "position.onHand"));
        assertEquals(List.of("APPLIED"), Positions.fates(positions.job("enabled"), positions.entity("GUMMY-60", 14)));
        assertEquals(
                List.of("LAST_ON_HAND ACTIVE 14", "ADJUSTMENT INACTIVE 4"),
                positions.quantities("GUMMY-60", "type: [\"LAST_ON_HAND\", \"ADJUSTMENT\"]"));
        assertEquals("DOCUMENT_CLOSED", code(positions.change("update", key("FOUND", "quantity", 5))));
    }

    @Test
    void what_is_left_out_of_an_update_stays() {
        positions.change(
                "create",
                positions.quantity(
                        "PLAIN", "SOON", "EXPECTED", 30, "expectedOn", "2026-04-01T10:00:00Z", "condition", "USED"));
        Response later = positions.change("update", key("SOON", "expectedOn", "2026-05-01T10:00:00Z"));
        assertEquals("2026-05-01T10:00:00Z", told(later, "update", "expectedOn"));
        assertEquals("USED", told(later, "update", "condition"));
        assertEquals((Object) 30, told(later, "update", "quantity"));
        Response worn = positions.change("update", key("SOON", "condition", "DAMAGED"));
        assertEquals("DAMAGED", told(worn, "update", "condition"));
        assertEquals("2026-05-01T10:00:00Z", told(worn, "update", "expectedOn"));
        positions.change(
                "update",
                key("SOON", "attributes", List.of(Map.of("name", "carrier", "type", "STRING", "value", "UPS"))));
        assertEquals(
                "UPS",
                positions
                        .of("PLAIN", "quantities { edges { node { attributes { name value } } } }")
                        .getString("quantities.edges[0].node.attributes.find { it.name == 'carrier' }.value"));
    }

    @Test
    void an_expected_quantity_is_told_and_never_counted() {
        Map<String, Object> input = positions.quantity(
                "PLAIN", "SOON", "EXPECTED", 30, "expectedOn", "2026-04-01T10:00:00Z", "condition", "USED");
        Response made = positions.change("create", input);
        assertEquals("CREATED", told(made, "create", "status"));
        assertEquals("2026-04-01T10:00:00Z", told(made, "create", "expectedOn"));
        assertEquals((Object) 0, told(made, "create", "position.onHand"));
        assertEquals(
                "INACTIVE", told(positions.change("update", key("SOON", "status", "INACTIVE")), "update", "status"));
    }

    @Test
    void above_the_threshold_it_is_pending_and_counts_when_somebody_has_agreed() {
        Map<String, Object> input = positions.quantity("PLAIN", "MANY", "DELTA", 60, "storageAreaRef", "A-01");
        Response made = positions.change("create", input);
        assertEquals("PENDING", told(made, "create", "status"));
        assertEquals((Object) 0, told(made, "create", "position.onHand"));
        long waiting =
                world.get("/adjustments?status=WAITING&owner=" + world.owner).getLong("items[0].id");
        String second = House.token(
                Map.of("name", "S-" + world.owner, "role", "SUPERVISOR", "warehouses", List.of(world.warehouse)));
        House.as(second)
                .body(Map.of())
                .post("/api/v1/adjustments/" + waiting + "/approve")
                .then()
                .statusCode(200);
        assertEquals(List.of("DELTA ACTIVE 60"), positions.quantities("PLAIN", ""));
        assertEquals(60, positions.onHand("PLAIN"));
    }

    @Test
    void what_can_not_be_is_refused_by_its_name() {
        Map<String, Object> good = positions.quantity("PLAIN", "Q", "DELTA", 1, "storageAreaRef", "A-01");
        assertEquals("VALIDATION_FAILED", code(positions.change("create", with(good, "type", "NO"))));
        assertEquals("STATE_NEEDS_DOCUMENT", code(positions.change("create", with(good, "type", "RESERVED"))));
        assertEquals("UNKNOWN_LOCATION", code(positions.change("create", with(good, "storageAreaRef", "NO"))));
        assertEquals("VALIDATION_FAILED", code(positions.change("create", with(good, "storageAreaRef", null))));
        assertEquals("NOT_ENOUGH_STOCK", code(positions.change("create", with(good, "quantity", -1))));
        assertEquals("MALFORMED", code(positions.change("create", with(good, "quantity", "many"))));
        assertEquals("VALIDATION_FAILED", code(positions.change("create", with(good, "ref", ""))));
        assertEquals(
                "VALIDATION_FAILED",
                code(positions.change("create", with(good, "catalogue", Map.of("ref", "DEFAULT:ELSE")))));
        assertEquals("UNKNOWN_DOCUMENT", code(positions.change("update", key("NO", "quantity", 1))));
        positions.change("create", good);
        assertEquals("VALIDATION_FAILED", code(positions.change("update", key("Q", "type", "SALE"))));
        assertEquals("VALIDATION_FAILED", code(positions.change("update", key("Q", "storageAreaRef", "A-02"))));
        assertEquals("VALIDATION_FAILED", code(positions.change("update", key("Q", "status", "NO"))));
        String merchant =
                House.token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        assertEquals(
                "FORBIDDEN",
                Graph.refused(
                        House.as(merchant),
                        "mutation($i: CreateInventoryQuantityInput!) { createInventoryQuantity(input: $i) { ref } }",
                        Map.of("i", good)));
    }

    private Map<String, Object> key(String ref, String field, Object value) {
        Map<String, Object> key = new HashMap<>(Map.of("ref", ref, "catalogue", Map.of("ref", positions.catalogue())));
        key.put(field, value);
        return key;
    }

    private static Map<String, Object> with(Map<String, Object> input, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(input);
        changed.put(field, value);
        return changed;
    }

    private static Object told(Response answer, String verb, String path) {
        assertNull(answer.jsonPath().get("errors"), answer.asString());
        return answer.path("data." + verb + "InventoryQuantity." + path);
    }

    private static String code(Response answer) {
        return answer.path("errors[0].extensions.code");
    }
}
