package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of a document against every command: what is allowed, and with which code the rest is refused. A refusal
 * leaves every figure and the document as they were; after anything else the next cell has an owner of its own.
 */
@QuarkusTest
class TransitionsStoryTest {
    private static final String SKU = "GUMMY-60";
    private static final String LOT = "L-A";
    private static final String NEAR = "L-B";
    private static final String EXPIRES = "2026-09-30";
    private static final String NEARER = "2026-06-30";
    private static final long NO_TASK = 999_999_999L;

    /** The house of all rows but those that lock a place; each world in it has an owner of its own. */
    private static World place;

    @BeforeEach
    void a_house() {
        place = place == null ? World.acceptance() : place;
    }

    private World world;
    private Map<String, Object> task =
            Map.of("task", NO_TASK, "sku", SKU, "location", "A-01", "expirationDate", EXPIRES);
    private long hold;
    private long exception;

    @ParameterizedTest(name = "order {0}")
    @CsvSource(delimiter = '|', textBlock = """
        order                 | release      | ship           | ship complete    | cancel       | pick                | short               | unpick
        BACKORDERED           | OK           | NOTHING_PICKED | NOT_FULLY_PICKED | OK           | UNKNOWN_TASK        | UNKNOWN_TASK        | UNKNOWN_TASK
        PARTIALLY_BACKORDERED | OK           | NOTHING_PICKED | NOT_FULLY_PICKED | OK           | UNKNOWN_TASK        | UNKNOWN_TASK        | UNKNOWN_TASK
        ALLOCATED             | OK           | NOTHING_PICKED | NOT_FULLY_PICKED | OK           | UNKNOWN_TASK        | UNKNOWN_TASK        | UNKNOWN_TASK
        RELEASED              | OK           | NOTHING_PICKED | NOT_FULLY_PICKED | OK           | OK                  | OK                  | NOT_ENOUGH_STOCK
        PICKING               | OK           | OK             | NOT_FULLY_PICKED | PICKED_UNITS | OK                  | OK                  | OK
        PICKED                | OK           | OK             | OK               | PICKED_UNITS | TASK_ALREADY_PICKED | TASK_ALREADY_PICKED | OK
        SHIPPED               | ORDER_CLOSED | ORDER_CLOSED   | ORDER_CLOSED     | ORDER_CLOSED | TASK_ALREADY_PICKED | TASK_ALREADY_PICKED | NOT_ENOUGH_STOCK
        CANCELLED             | ORDER_CLOSED | ORDER_CLOSED   | ORDER_CLOSED     | ORDER_CLOSED | TASK_STOPPED        | TASK_STOPPED        | NOT_ENOUGH_STOCK
        """, useHeadersInDisplayName = true)
    void orders(ArgumentsAccessor row) {
        assertRow(row, List.of("release", "ship", "ship complete", "cancel", "pick", "short", "unpick"), "order ");
    }

    @ParameterizedTest(name = "task {0}")
    @CsvSource(delimiter = '|', textBlock = """
        task           | pick                 | short               | unpick
        OPEN           | OK                   | OK                  | NOT_ENOUGH_STOCK
        PARTLY PICKED  | OK                   | OK                  | OK
        PICKED         | TASK_ALREADY_PICKED  | TASK_ALREADY_PICKED | OK
        SHORT          | TASK_STOPPED         | TASK_STOPPED        | NOT_ENOUGH_STOCK
        LOT HELD       | LOT_ON_HOLD          | TASK_STOPPED        | NOT_ENOUGH_STOCK
        PLACE LOCKED   | TASK_STOPPED         | TASK_STOPPED        | NOT_ENOUGH_STOCK
        TOO OLD        | SHELF_LIFE_TOO_SHORT | OK                  | NOT_ENOUGH_STOCK
        EXPIRED        | LOT_EXPIRED          | OK                  | NOT_ENOUGH_STOCK
        """, useHeadersInDisplayName = true)
    void tasks(ArgumentsAccessor row) {
        assertRow(row, List.of("pick", "short", "unpick"), "task ");
    }

    @ParameterizedTest(name = "receiving order {0}")
    @CsvSource(delimiter = '|', textBlock = """
        receiving order | receive           | stow             | commit          | close           | cancel receiving | accept           | reject
        SUBMITTED       | OK                | NOT_ENOUGH_STOCK | OK              | OK              | OK               | NOT_FOUND        | NOT_FOUND
        RECEIVING       | OK                | OK               | OK              | OK              | ALREADY_COUNTED  | NOT_FOUND        | NOT_FOUND
        EXCEPTION       | OVERAGE_COUNTED   | OK               | OK              | OK              | ALREADY_COUNTED  | OK               | OK
        RESOLVED        | OVERAGE_COUNTED   | OK               | OK              | OK              | ALREADY_COUNTED  | ALREADY_RESOLVED | ALREADY_RESOLVED
        STOWED          | OK                | NOT_ENOUGH_STOCK | OK              | OK              | ALREADY_COUNTED  | NOT_FOUND        | NOT_FOUND
        COMMITTED       | OK                | NOT_ENOUGH_STOCK | OK              | OK              | ALREADY_COUNTED  | NOT_FOUND        | NOT_FOUND
        CLOSED          | DOCUMENT_CLOSED   | OK               | OK              | DOCUMENT_CLOSED | DOCUMENT_CLOSED  | OK               | OK
        CANCELLED       | DOCUMENT_CLOSED   | NOT_ENOUGH_STOCK | DOCUMENT_CLOSED | DOCUMENT_CLOSED | DOCUMENT_CLOSED  | NOT_FOUND        | NOT_FOUND
        """, useHeadersInDisplayName = true)
    void receiving_orders(ArgumentsAccessor row) {
        assertRow(
                row,
                List.of("receive", "stow", "commit", "close", "cancel receiving", "accept", "reject"),
                "receiving order ");
    }

    @ParameterizedTest(name = "hold {0}")
    @CsvSource(delimiter = '|', textBlock = """
        hold            | release hold     | dispose          | return-to-sender
        PLACED          | OK               | OK               | OK
        EMPTIED         | OK               | NOT_ENOUGH_STOCK | NOT_ENOUGH_STOCK
        NOTHING THERE   | OK               | NOT_ENOUGH_STOCK | NOT_ENOUGH_STOCK
        RELEASED        | ALREADY_RESOLVED | ALREADY_RESOLVED | ALREADY_RESOLVED
        UNKNOWN         | NOT_FOUND        | NOT_FOUND        | NOT_FOUND
        """, useHeadersInDisplayName = true)
    void holds(ArgumentsAccessor row) {
        assertRow(row, List.of("release hold", "dispose", "return-to-sender"), "hold ");
    }

    /**
     * Plays every cell of a row and compares the whole row at once. What must be refused comes first: it changes nothing,
     * so that all of it, and the first command that is carried out, need the state only once.
     */
    private void assertRow(ArgumentsAccessor row, List<String> commands, String kind) {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (int n = 0; n < commands.size(); n++) {
            expected.put(commands.get(n), row.getString(n + 1));
        }
        List<String> refusedFirst = commands.stream()
                .sorted(Comparator.comparing(command -> !isRefusal(expected.get(command))))
                .toList();
        boolean fresh = false;
        for (String command : refusedFirst) {
            if (!fresh) {
                world = row.getString(0).equals("PLACE LOCKED") ? World.acceptance() : place.again();
                bring(kind + row.getString(0));
            }
            String said = cell(command);
            fresh = said.equals(expected.get(command)) && isRefusal(said);
            found.put(command, said);
        }
        assertEquals(expected.toString().replace(", ", "\n"), found.toString().replace(", ", "\n"));
        Identities.assertHold(world.owner, SKU);
    }

    private String cell(String command) {
        String before = figures();
        String said = carryOut(command);
        String after = figures();
        return isRefusal(said) && !after.equals(before) ? said + " but changed " + before + " to " + after : said;
    }

    private static boolean isRefusal(String said) {
        return !said.equals("OK") && !said.equals("OVERAGE_COUNTED");
    }

    private String figures() {
        String order =
                World.call().get("/api/v1/orders/" + world.owner + "/O-1").asString();
        String receiving = World.call()
                .get("/api/v1/receiving-orders/" + world.owner + "/R-1")
                .asString();
        Map<String, Object> inventory = new HashMap<>(world.inventory(SKU).getMap(""));
        inventory.remove("at");
        return inventory + order.replaceAll("\"instance\":\"[^\"]*\"", "") + receiving;
    }

    private void bring(String state) {
        switch (state.substring(0, state.indexOf(' '))) {
            case "order" -> order(state.substring("order ".length()));
            case "task" -> task(state.substring("task ".length()));
            case "receiving" -> receiving(state.substring("receiving order ".length()));
            default -> hold(state.substring("hold ".length()));
        }
    }

    private void order(String state) {
        task = Map.of("task", NO_TASK, "sku", SKU, "location", "A-01", "expirationDate", EXPIRES);
        int there = state.equals("BACKORDERED") ? 0 : state.equals("PARTIALLY_BACKORDERED") ? 4 : 20;
        if (there > 0) {
            world.stock(SKU, LOT, EXPIRES, there, "A-01");
        }
        world.order("O-1", Map.of("sku", SKU, "quantity", 10)).then().statusCode(201);
        if (List.of("RELEASED", "PICKING", "PICKED", "SHIPPED", "CANCELLED").contains(state)) {
            task = world.release("O-1").get(0);
        }
        switch (state) {
            case "PICKING" -> World.ok(world.pick(task, LOT, 4));
            case "PICKED" -> World.ok(world.pick(task, LOT, 10));
            case "SHIPPED" -> {
                World.ok(world.pick(task, LOT, 10));
                done(world.orderCommand("O-1", "ship", Map.of()));
            }
            case "CANCELLED" -> done(world.orderCommand("O-1", "cancel", Map.of()));
            default -> {}
        }
        assertEquals(state, world.get("/orders/" + world.owner + "/O-1").getString("state"));
    }

    private void task(String state) {
        world.stock(SKU, LOT, EXPIRES, 10, "A-01");
        world.order("O-1", Map.of("sku", SKU, "quantity", 10)).then().statusCode(201);
        task = world.release("O-1").get(0);
        switch (state) {
            case "PARTLY PICKED" -> World.ok(world.pick(task, LOT, 4));
            case "PICKED" -> World.ok(world.pick(task, LOT, 10));
            case "SHORT" -> assertEquals("OK", floor("SHORT", 10));
            case "LOT HELD" -> new Holds(world).lot(LOT, "MANUAL");
            case "PLACE LOCKED" ->
                world.put(
                        "/warehouses/" + world.warehouse + "/locations/A-01",
                        Map.of("type", "STORAGE", "pickSequence", 1, "locked", true));
            case "TOO OLD" -> World.clock("2026-09-15");
            case "EXPIRED" -> World.clock("2026-10-01");
            default -> {}
        }
    }

    private void receiving(String state) {
        exception = NO_TASK;
        Response announced = world.announce("R-1", SKU, false, lot(LOT, EXPIRES, 20));
        announced.then().statusCode(201);
        switch (state) {
            case "RECEIVING" -> World.ok(world.receive("R-1", SKU, LOT, EXPIRES, 10));
            case "EXCEPTION", "RESOLVED" -> world.receive("R-1", SKU, LOT, EXPIRES, 30);
            case "STOWED", "COMMITTED" -> {
                World.ok(world.receive("R-1", SKU, LOT, EXPIRES, 10));
                World.ok(world.stow("R-1", SKU, LOT, EXPIRES, 10, "A-01"));
            }
            case "CLOSED" -> {
                World.ok(world.receive("R-1", SKU, LOT, EXPIRES, 10));
                done(world.document("close", "R-1"));
            }
            case "CANCELLED" -> done(world.document("cancel", "R-1"));
            default -> {}
        }
        if (state.equals("COMMITTED")) {
            done(world.document("commit", "R-1"));
        }
        if (List.of("EXCEPTION", "RESOLVED", "CLOSED").contains(state)) {
            exception = world.get("/receiving-orders/" + world.owner + "/R-1").getLong("lines[0].exceptions[0].id");
        }
        if (state.equals("RESOLVED")) {
            assertEquals("OK", carryOut("reject"));
        }
    }

    private void hold(String state) {
        world.stock(SKU, LOT, EXPIRES, 10, "A-01");
        world.stock(SKU, NEAR, NEARER, 10, "A-02");
        if (state.equals("NOTHING THERE")) {
            world.order("O-1", Map.of("sku", SKU, "quantity", 10, "lotNumber", LOT))
                    .then()
                    .statusCode(201);
            World.ok(world.pick(world.release("O-1").get(0), LOT, 10));
            done(world.orderCommand("O-1", "ship", Map.of()));
        }
        hold = state.equals("UNKNOWN")
                ? NO_TASK
                : new Holds(world).lot(LOT, "MANUAL").getLong("id");
        switch (state) {
            case "EMPTIED" -> assertEquals("OK", carryOut("dispose"));
            case "RELEASED" -> assertEquals("OK", carryOut("release hold"));
            default -> {}
        }
    }

    private String carryOut(String command) {
        return switch (command) {
            case "release", "ship", "cancel" -> said(world.orderCommand("O-1", command, Map.of()));
            case "ship complete" -> said(world.orderCommand("O-1", "ship", Map.of("complete", true)));
            case "pick", "short", "unpick" -> floor(command.toUpperCase(Locale.ROOT), 1);
            case "receive" -> said(world.receive("R-1", SKU, LOT, EXPIRES, 5));
            case "stow" -> said(world.stow("R-1", SKU, LOT, EXPIRES, 5, "B-01"));
            case "commit", "close" -> said(world.document(command, "R-1"));
            case "cancel receiving" -> said(world.document("cancel", "R-1"));
            case "accept", "reject" ->
                said(World.call()
                        .body(Map.of("decision", command.toUpperCase(Locale.ROOT)))
                        .post("/api/v1/receiving-orders/" + world.owner + "/R-1/exceptions/" + exception + "/resolve"));
            case "release hold" -> said(new Holds(world).decide(hold, "release", Map.of()));
            default -> said(new Holds(world).decide(hold, command, Map.of()));
        };
    }

    private String floor(String operation, int units) {
        Map<String, Object> fields = new HashMap<>(Map.of("task", task.get("task"), "quantity", units));
        if (operation.equals("PICK")) {
            fields.putAll(Map.of("sku", SKU, "lotNumber", LOT, "location", task.get("location")));
        } else if (operation.equals("UNPICK")) {
            fields.put("location", "A-01");
        }
        return said(world.scan(world.event(operation, fields)));
    }

    private static String said(JsonPath reply) {
        return reply.getString("verdict").equals("OK") ? "OK" : reply.getString("code");
    }

    private static String said(Response response) {
        return response.statusCode() / 100 == 2 ? "OK" : response.jsonPath().getString("code");
    }

    private static void done(Response response) {
        assertEquals("OK", said(response), response.asString());
    }
}
