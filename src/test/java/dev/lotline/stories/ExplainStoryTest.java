package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Arithmetic;
import dev.lotline.given.EveryStatus;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor does the arithmetic of every figure again. */
@QuarkusTest
class ExplainStoryTest {
    private static final RestAssuredConfig EXACT_NUMBERS = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    private static final List<String> ITEM = List.of("shipstream", "endless", "jetpack", "fluent", "bottleneck");
    private static final List<String> LOT = List.of("shipstream", "jetpack", "bottleneck");
    private static final Set<String> STATES =
            Set.of("RECEIVED", "STOWED", "AVAILABLE", "PICKED", "QUARANTINED", "SHORT_DATED", "DAMAGED");
    private static final Set<String> NO_FIGURES = Set.of("owner", "ownedBy", "type", "itemStatus");
    private World world;

    @BeforeEach
    void a_house_in_which_no_figure_is_zero() {
        world = EveryStatus.world();
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "BOX", "KIT");
    }

    @Test
    void every_figure_is_explained_and_comes_out_again() {
        for (String sku : List.of("GUMMY-60", "BOX", "KIT")) {
            JsonPath answer = explained(sku, "");
            assertEquals(39, redone(answer.getMap(""), ITEM), sku);
            List<Map<String, Object>> lots = answer.getList("lots");
            lots.forEach(lot -> assertEquals(11, redone(lot, LOT), sku));
        }
    }

    @Test
    void every_figure_of_one_warehouse_comes_out_again() {
        JsonPath answer = explained("GUMMY-60", "&warehouse=" + world.warehouse);
        assertEquals(33, redone(answer.getMap(""), ITEM));
        assertNull(answer.get("explain.endless.ordered"));
        assertNull(answer.get("explain.booked.BACKORDERED"));
    }

    @Test
    void what_is_booked_of_an_item_is_what_stands_in_its_places() {
        JsonPath answer = explained("GUMMY-60", "");
        Map<String, BigDecimal> standing = new HashMap<>();
        List<List<Map<String, Object>>> lots = answer.getList("lots.locations");
        lots.stream().flatMap(List::stream).forEach(place -> {
            standing.merge((String) place.get("state"), number(place.get("quantity")), BigDecimal::add);
            standing.merge("RESERVED", number(place.get("reserved")), BigDecimal::add);
        });
        for (String state : STATES) {
            BigDecimal units = new BigDecimal(answer.getString("explain.booked." + state + ".value"));
            assertTrue(units.signum() > 0, state + " tests nothing");
            assertEquals(units, standing.get(state), state);
        }
        assertEquals(number(answer.get("explain.booked.RESERVED.value")), standing.get("RESERVED"));
        Map<String, Map<String, Object>> booked = answer.getMap("explain.booked");
        booked.forEach((name, count) -> assertFalse(((String) count.get("meaning")).isBlank(), name));
    }

    @Test
    void a_kit_names_the_components_it_was_counted_from() {
        JsonPath answer = explained("KIT", "");
        assertEquals(
                "min(floor(max(0, FREE_1) / PER_KIT_1), floor(max(0, FREE_2) / PER_KIT_2))",
                answer.getString("explain.endless.availableToMake.formula"));
        assertEquals("free of component BOX", answer.getString("explain.booked.FREE_1.meaning"));
        assertEquals("of component GUMMY-60 in one kit", answer.getString("explain.booked.PER_KIT_2.meaning"));
    }

    @Test
    void nothing_is_explained_unasked() {
        JsonPath answer = world.inventory("GUMMY-60");
        assertNull(answer.get("explain"));
        assertNull(answer.get("lots[0].explain"));
        call().get("/api/v1/owners/" + world.owner + "/items/GUMMY-60/inventory?explain=maybe")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("explain")));
    }

    @Test
    void figures_and_lots_are_of_one_snapshot_while_orders_come_and_go() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> work = CompletableFuture.supplyAsync(() -> {
            int orders = 0;
            for (; !done.get(); orders++) {
                String reference = "O-BOX-" + orders;
                world.order(reference, Map.of("sku", "BOX", "quantity", 3));
                world.release(reference).forEach(task -> world.pick(task, "X-1", 2));
                world.orderCommand(reference, "ship", Map.of());
                world.orderCommand(reference, "cancel", Map.of());
                world.stock("BOX", "X-1", "2027-06-30", 2, "B-01");
            }
            return orders;
        });
        Set<String> seen = new HashSet<>();
        try {
            for (int n = 0; n < 40; n++) {
                JsonPath answer = explained("BOX", "");
                assertEquals(List.of(), Identities.broken(answer));
                redone(answer.getMap(""), ITEM);
                assertEquals(
                        new BigDecimal(answer.getString("endless.physical")),
                        answer.<List<Object>>getList("lots.locations.quantity").stream()
                                .flatMap(List::stream)
                                .map(ExplainStoryTest::number)
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
                seen.add(answer.getString("shipstream"));
            }
        } finally {
            done.set(true);
        }
        assertTrue(work.join() > 0 && seen.size() > 3, "nothing moved: " + seen);
    }

    @Test
    void the_pocket_calculator_can_be_wrong() {
        Map<String, BigDecimal> operands = Map.of("a", BigDecimal.TEN, "b", new BigDecimal("4"));
        assertEquals(0, new BigDecimal("2").compareTo((BigDecimal) Arithmetic.redo("floor(a / b)", operands)));
        assertEquals("LOW", Arithmetic.redo("LOW if b < a; else HIGH", operands));
        assertEquals("HIGH", Arithmetic.redo("LOW if a - (b + b) > b; else HIGH", operands));
        assertThrows(IllegalArgumentException.class, () -> Arithmetic.redo("a - c", operands));
    }

    /** Does every figure again, each from its operands alone, and answers how many there were. */
    private static int redone(Map<String, ?> answer, List<String> vocabularies) {
        Map<String, ?> explain = map(answer, "explain");
        int figures = 0;
        for (String vocabulary : vocabularies) {
            Map<String, Object> told = new HashMap<>(map(answer, vocabulary));
            told.keySet().removeAll(NO_FIGURES);
            Map<String, ?> steps = map(explain, vocabulary);
            assertEquals(told.keySet(), steps.keySet(), vocabulary);
            for (String figure : told.keySet()) {
                Map<String, ?> step = map(steps, figure);
                Map<String, BigDecimal> operands = new HashMap<>();
                map(step, "operands").forEach((name, value) -> operands.put(name, number(value)));
                operands.forEach(
                        (name, value) -> assertEquals(source(answer, told, name), value, figure + ": " + name));
                Object again = Arithmetic.redo((String) step.get("formula"), operands);
                same(told.get(figure), again, vocabulary + "." + figure + ": " + step);
                same(told.get(figure), step.get("value"), vocabulary + "." + figure);
                figures++;
            }
        }
        return figures;
    }

    /** Where an operand stands: capitals are booked, others are told in the same vocabulary or, of kits, in Endless. */
    private static BigDecimal source(Map<String, ?> answer, Map<String, ?> told, String operand) {
        if (operand.equals(operand.toUpperCase(Locale.ROOT))) {
            return number(map(map(map(answer, "explain"), "booked"), operand).get("value"));
        }
        return number(
                told.containsKey(operand)
                        ? told.get(operand)
                        : map(answer, "endless").get(operand));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, ?> of, String name) {
        return (Map<String, Object>) of.get(name);
    }

    private static void same(Object told, Object again, String what) {
        if (told instanceof Number) {
            assertEquals(0, number(told).compareTo(number(again)), what);
        } else {
            assertEquals(told, again, what);
        }
    }

    /** Whole numbers come as integers. */
    private static BigDecimal number(Object value) {
        return new BigDecimal(String.valueOf(value));
    }

    private JsonPath explained(String sku, String more) {
        return call().config(EXACT_NUMBERS)
                .get("/api/v1/owners/" + world.owner + "/items/" + sku + "/inventory?explain=true" + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
