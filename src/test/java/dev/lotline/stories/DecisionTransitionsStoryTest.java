package dev.lotline.stories;

import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The states of what somebody decides upon (adjustments, counts, purchase orders, tasks on a cart) against every command;
 * a refusal leaves every figure as it was. Orders, receipts and holds: {@link TransitionsStoryTest}.
 */
@QuarkusTest
class DecisionTransitionsStoryTest {
    private static final String SKU = "GUMMY-60";
    private static final String LOT = "L-A";
    private static final String EXPIRES = "2026-09-30";
    private static final long NONE = 999_999_999L;

    private World world;
    private String first;
    private String second;

    @BeforeEach
    void ninety_units_and_two_persons() {
        world = World.acceptance();
        world.stock(SKU, LOT, EXPIRES, 90, "A-01");
        first = person("anna");
        second = person("ben");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, SKU);
    }

    @Test
    void an_adjustment_is_decided_upon_once() {
        long posted = asked();
        changed("OK", () -> decide(posted, "approve"));
        unchanged("ALREADY_RESOLVED", () -> decide(posted, "approve"));
        unchanged("ALREADY_RESOLVED", () -> decide(posted, "reject"));
        long rejected = asked();
        unchanged("OK", () -> decide(rejected, "reject"));
        unchanged("ALREADY_RESOLVED", () -> decide(rejected, "approve"));
        unchanged("ALREADY_RESOLVED", () -> decide(rejected, "reject"));
        unchanged("UNKNOWN_DOCUMENT", () -> decide(NONE, "approve"));
        unchanged("UNKNOWN_DOCUMENT", () -> decide(NONE, "reject"));
    }

    @Test
    void a_count_is_posted_when_there_is_something_to_post() {
        long near = planned();
        unchanged("NOTHING_TO_POST", () -> post(near));
        changed("COUNTED", () -> count(89));
        unchanged("NOTHING_TO_POST", () -> post(near));
        long far = planned();
        unchanged("COUNT_AGAIN", () -> count(49));
        unchanged("SECOND_PERSON_AWAITED", () -> count(49));
        changed("OK", () -> post(far));
        unchanged("NOTHING_TO_POST", () -> post(far));
        unchanged("UNKNOWN_DOCUMENT", () -> post(NONE));
    }

    @Test
    void a_closed_purchase_order_is_neither_closed_nor_named_again() {
        unchanged("UNKNOWN_DOCUMENT", this::close);
        List<Map<String, ?>> lines = List.of(Map.of("sku", SKU, "quantity", 50));
        Map<String, ?> body = Map.of("reference", "PO-1", "owner", world.owner, "lines", lines);
        World.call().body(body).post("/api/v1/purchase-orders").then().statusCode(201);
        changed("OK", () -> announce("WRO-1"));
        changed("OK", this::close);
        unchanged("DOCUMENT_CLOSED", this::close);
        unchanged("DOCUMENT_CLOSED", () -> announce("WRO-2"));
    }

    @Test
    void a_task_is_handed_over_while_it_is_open() {
        for (String order : List.of("O-1", "O-2")) {
            world.order(order, Map.of("sku", SKU, "quantity", 10)).then().statusCode(201);
        }
        Map<String, Object> task = world.release("O-1").get(0);
        Object other = world.release("O-2").get(0).get("task");
        unchanged("OK", () -> handOver(task.get("task")));
        World.ok(world.pick(task, LOT, 4));
        unchanged("OK", () -> handOver(task.get("task")));
        World.ok(world.pick(task, LOT, 6));
        unchanged("TASK_ALREADY_PICKED", () -> handOver(task.get("task")));
        world.orderCommand("O-2", "cancel", Map.of()).then().statusCode(200);
        unchanged("TASK_STOPPED", () -> handOver(other));
        unchanged("UNKNOWN_TASK", () -> handOver(NONE));
    }

    private void changed(String expected, Supplier<Response> command) {
        assertSaid(expected, command, true);
    }

    private void unchanged(String expected, Supplier<Response> command) {
        assertSaid(expected, command, false);
    }

    private void assertSaid(String expected, Supplier<Response> command, boolean changes) {
        String before = figures();
        assertEquals(expected, said(command.get()));
        String after = figures();
        assertEquals(changes, !after.equals(before), before + "\n" + after);
    }

    private String figures() {
        Map<String, Object> inventory = new HashMap<>(world.inventory(SKU).getMap(""));
        inventory.remove("at");
        return inventory.toString();
    }

    /** By a first person, and too much to be posted without a second one. */
    private long asked() {
        Response asked = House.as(first)
                .body(Map.of(
                        "warehouse",
                        world.warehouse,
                        "location",
                        "A-01",
                        "owner",
                        world.owner,
                        "sku",
                        SKU,
                        "lotNumber",
                        LOT,
                        "delta",
                        -40,
                        "reason",
                        "found so"))
                .post("/api/v1/adjustments");
        asked.then().statusCode(202);
        return asked.jsonPath().getLong("id");
    }

    private Response decide(long id, String command) {
        return House.as(second).body(Map.of("note", "seen")).post("/api/v1/adjustments/" + id + "/" + command);
    }

    private long planned() {
        Response plan = World.call()
                .body(Map.of("warehouse", world.warehouse, "basis", "ITEM", "owner", world.owner, "sku", SKU))
                .post("/api/v1/counts");
        plan.then().statusCode(201);
        return plan.jsonPath().getLong("id");
    }

    private Response post(long plan) {
        return House.as(second).body(Map.of()).post("/api/v1/counts/" + plan + "/post");
    }

    private Response count(int units) {
        Map<String, ?> what = Map.of("counted", units, "location", "A-01");
        Map<String, Object> event = new HashMap<>(world.event("COUNT", goods(SKU, LOT, null, null, what)));
        event.put("owner", world.owner);
        return World.call().body(List.of(event)).post("/floor/events");
    }

    private Response handOver(Object task) {
        return World.call()
                .body(Map.of("warehouse", world.warehouse, "tasks", List.of(task), "to", "HH-9"))
                .post("/api/v1/pick-waves/hand-over");
    }

    private Response close() {
        return World.call().body(Map.of()).post("/api/v1/purchase-orders/" + world.owner + "/PO-1/close");
    }

    private Response announce(String reference) {
        Map<String, ?> line =
                Map.of("sku", SKU, "quantity", 5, "purchaseOrder", "PO-1", "lots", List.of(lot("L-B", EXPIRES, 5)));
        return World.call()
                .body(Map.of(
                        "reference",
                        reference,
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(line)))
                .post("/api/v1/receiving-orders");
    }

    private String person(String name) {
        return House.token(
                Map.of("name", name + "-" + world.owner, "role", "SUPERVISOR", "owners", List.of(world.owner)));
    }

    /** The code of a scan or a refusal; OK for the rest. */
    private static String said(Response response) {
        JsonPath answer = response.jsonPath();
        if (response.statusCode() / 100 == 2) {
            return answer.get("[0].code") == null ? "OK" : answer.getString("[0].code");
        }
        return answer.getString("code");
    }
}
