package dev.lotline.edge.api.documents;

import static dev.lotline.edge.api.documents.Yard.ORDERS;
import static dev.lotline.edge.api.documents.Yard.RECEIVING;
import static dev.lotline.edge.api.documents.Yard.line;
import static dev.lotline.edge.api.documents.Yard.post;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.House;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where documents and scans cross: late decisions, undone picks, many callers at once. */
@QuarkusTest
class LedgerCornerTest {
    @Inject
    Pool pool;

    private Yard yard;

    @BeforeEach
    void build() {
        yard = new Yard(pool);
    }

    @AfterEach
    void the_books_balance() {
        Yard.assertBooksBalance();
    }

    @Test
    void exception_accepted_after_closing_lowers_nobody_elses_expectation() {
        post(RECEIVING, yard.receivingOrder("R-1", line("BOX", 100))).statusCode(201);
        post(RECEIVING, yard.receivingOrder("R-2", line("BOX", 50))).statusCode(201);
        String first = yard.reply(yard.first, "RECEIVE", yard.goods("R-1", "BOX", null, null, 100, "DOCK"))
                .getString("id");
        assertEquals("WARN", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "BOX", null, null, 20, "DOCK")));
        assertEquals("OK", yard.scan(yard.first, "UNDO", Map.of("of", first)));
        assertEquals(140, yard.expected("BOX"));
        JsonPath closed = yard.inbound("R-1", "close").statusCode(200).extract().jsonPath();
        assertEquals(50, yard.expected("BOX"));
        long overage = closed.getLong("lines[0].exceptions.find { it.code == 'OVERAGE_COUNTED' }.id");
        post(RECEIVING + "/" + yard.owner + "/R-1/exceptions/" + overage + "/resolve", Map.of("decision", "ACCEPT"))
                .statusCode(200)
                .body("lines[0].received", is(20));
        assertEquals(50, yard.expected("BOX"));
    }

    @Test
    void exception_of_a_cancelled_order_can_not_be_accepted() {
        yard.item("EXTRA", true, false, 0);
        post(RECEIVING, yard.receivingOrder("R-1", line("BOX", 5))).statusCode(201);
        assertEquals("WARN", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "EXTRA", null, null, 4, "DOCK")));
        long exception = yard.inbound("R-1", "cancel").extract().jsonPath().getLong("exceptions[0].id");
        post(RECEIVING + "/" + yard.owner + "/R-1/exceptions/" + exception + "/resolve", Map.of("decision", "ACCEPT"))
                .statusCode(409)
                .body("code", is("DOCUMENT_CLOSED"));
    }

    @Test
    void swapped_pick_can_be_undone() {
        yard.change(
                "UPDATE item SET allow_mixing_locations = true WHERE sku = 'GUMMY' AND owner_id ="
                        + " (SELECT id FROM owner WHERE code = $1)",
                yard.owner);
        yard.stock(yard.first, "GUMMY", "L-1", "2030-06-30", 10, "A-01");
        yard.stock(yard.first, "GUMMY", "L-2", "2030-06-30", 10, "A-01");
        yard.accept(yard.order("O-1", line("GUMMY", 6)));
        Map<String, Object> task = yard.tasks("O-1").get(0);
        assertEquals("L-1", task.get("lotNumber"));
        JsonPath picked = yard.reply(
                yard.first,
                "PICK",
                Map.of(
                        "owner",
                        yard.owner,
                        "sku",
                        "GUMMY",
                        "lotNumber",
                        "L-2",
                        "expirationDate",
                        "2030-06-30",
                        "task",
                        task.get("task"),
                        "quantity",
                        6,
                        "location",
                        "A-01"));
        assertEquals("OK", picked.getString("verdict"), picked.prettify());
        assertEquals("L-2", yard.order("O-1").getString("lines[0].picks[0].lotNumber"));
        assertEquals("OK", yard.scan(yard.first, "UNDO", Map.of("of", picked.getString("id"))));
        assertEquals(List.of("L-2 A-01 6"), yard.release("O-1"));
        assertEquals(0, yard.order("O-1").getInt("lines[0].picked"));
    }

    @Test
    void many_orders_at_once_are_promised_what_is_there_and_no_more() throws Exception {
        yard.stock(yard.first, "BOX", null, null, 55, "A-01");
        List<JsonPath> answers = together(IntStream.range(0, 12)
                .mapToObj(n -> (Callable<JsonPath>) () -> yard.accept(yard.order("O-" + n, line("BOX", 10))))
                .toList());
        assertEquals(
                55,
                answers.stream()
                        .mapToInt(order -> order.getInt("lines[0].allocated"))
                        .sum());
        assertEquals(
                65,
                answers.stream()
                        .mapToInt(order -> order.getInt("lines[0].backordered"))
                        .sum());
        List<List<String>> tasks = together(IntStream.range(0, 12)
                .mapToObj(n -> (Callable<List<String>>) () -> yard.release("O-" + n))
                .toList());
        assertEquals(6, tasks.stream().mapToInt(List::size).sum());
    }

    @Test
    void one_reference_at_once_is_one_document() throws Exception {
        Callable<Integer> announce = () -> post(RECEIVING, yard.receivingOrder("R-1", line("BOX", 10)))
                .extract()
                .statusCode();
        List<Integer> answers = together(List.of(announce, announce, announce, announce, announce, announce));
        assertEquals(
                List.of(200, 200, 200, 200, 200, 201), answers.stream().sorted().toList());
        assertEquals(10, yard.expected("BOX"));
    }

    @Test
    void one_key_at_once_is_one_shipment() throws Exception {
        yard.stock(yard.first, "BOX", null, null, 5, "A-01");
        yard.accept(yard.order("O-1", line("BOX", 5)));
        assertEquals("OK", yard.pick(yard.tasks("O-1").get(0), 5));
        Callable<Integer> ship = () -> House.admin()
                .header("Idempotency-Key", "ship it " + yard.owner)
                .post(ORDERS + "/" + yard.owner + "/O-1/ship")
                .statusCode();
        assertEquals(List.of(200, 200, 200, 200), together(List.of(ship, ship, ship, ship)));
        assertEquals(1, yard.order("O-1").getList("shipments").size());
        assertEquals(5, yard.order("O-1").getInt("lines[0].shipped"));
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            return threads.invokeAll(calls).stream()
                    .map(LedgerCornerTest::answer)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T answer(Future<T> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
