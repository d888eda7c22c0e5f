package dev.lotline.stories;

import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels know what they are for: they go with a document that is cancelled, and come with goods that come back. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PrintDocumentStoryTest {
    private World world;
    private Printing printing;

    @BeforeEach
    void furnish() {
        world = World.acceptance();
        printing = new Printing(world);
    }

    @AfterEach
    void the_books_balance() {
        printing.close();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    private String forOrder(String order) {
        return printing.ask("LOCATION", Map.of("location", "A-01", "owner", world.owner, "order", order));
    }

    private JsonPath cancelled(String job) {
        JsonPath found = printing.job(job);
        assertEquals("CANCELLED", found.getString("state"), found.prettify());
        assertEquals("DOCUMENT_CANCELLED", found.getString("code"));
        assertEquals("VOIDED", found.getString("labels[0].state"));
        return found;
    }

    @Test
    void a_cancelled_order_takes_its_waiting_labels_along_and_no_other() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        VirtualPrinter slow = printing.printer("STATUS", 0.25);
        printing.everythingTo(slow);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 2)).then().statusCode(201);
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 2)).then().statusCode(201);
        String printed = forOrder("O-1");
        printing.until(printed, "SENT");
        String waiting = forOrder("O-1");
        String other = forOrder("O-2");
        String held = forOrder("O-1");
        printing.decide(held, "hold", Map.of()).then().statusCode(200);
        world.orderCommand("O-1", "cancel", Map.of()).then().statusCode(200);
        JsonPath gone = cancelled(waiting);
        assertEquals("DOCUMENT_CANCELLED", gone.getString("history.findAll { it.to == 'CANCELLED' }[0].code"));
        assertTrue(!gone.getString("history.findAll { it.to == 'CANCELLED' }[0].actor")
                .isBlank());
        cancelled(held);
        assertEquals("QUEUED", printing.job(other).getString("state"), "of another order");
        printing.until(printed, "CONFIRMED");
        // who asks now is told at once
        cancelled(forOrder("O-1"));
        assertEquals(
                "UNKNOWN_DOCUMENT",
                printing.request(Map.of(
                                "warehouse",
                                world.warehouse,
                                "kind",
                                "LOCATION",
                                "subject",
                                Map.of("location", "A-01", "owner", world.owner, "order", "O-9")))
                        .jsonPath()
                        .getString("code"));
        printing.until(other, "CONFIRMED");
        assertEquals(2, slow.labels().size());
    }

    @Test
    void a_cancelled_receiving_order_takes_the_labels_of_what_was_undone_along() {
        world.item("CREAM", Map.of("receivingLabels", "CASE"));
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        printer.faults().on("headOpen");
        world.announce("W-1", "CREAM", false, lot("L-1", "2027-12-01", 24))
                .then()
                .statusCode(201);
        JsonPath received = ok(world.receive("W-1", "CREAM", "L-1", "2027-12-01", 24));
        Printing.await(1, () -> printing.jobs().getList("items").size());
        String job = printing.jobs().getString("items[0].id");
        assertEquals("QUEUED", printing.job(job).getString("state"));
        ok(world.scan(world.event("UNDO", Map.of("of", received.getString("undo")))));
        assertEquals("QUEUED", printing.job(job).getString("state"));
        world.document("cancel", "W-1").then().statusCode(200);
        cancelled(job);
        printer.faults().off("headOpen");
        printing.until(printing.ask("LOCATION", Map.of("location", "A-01")), "CONFIRMED");
        assertEquals(1, printer.labels().size(), "" + printer.labels());
    }

    @Test
    void goods_that_come_back_get_a_label_that_says_what_becomes_of_them() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        Map<String, Object> more = new HashMap<>(Map.of("location", "A-02", "kind", "CUSTOMER"));
        JsonPath reply = ok(world.scan(world.event("RETURN", goods("GUMMY-60", "L-A", null, 2, more))));
        assertEquals("QUARANTINE", reply.getString("action"));
        Printing.await(1, () -> printer.labels().size());
        List<String> fields = printer.labels().get(0).fields();
        assertTrue(fields.contains("QUARANTINE") && fields.contains("GUMMY-60"), "" + fields);
        assertTrue(fields.stream().anyMatch(field -> field.startsWith("LOT-")), "" + fields);
        assertEquals("RETURN", printing.jobs().getString("items[0].kind"));
        // a document that books its lines at once has a label for each, under its own name
        Map<String, Object> line = goods("GUMMY-60", "L-A", null, 1, Map.of("location", "A-02"));
        line.values().removeIf(Objects::isNull);
        World.call()
                .body(Map.of(
                        "reference",
                        "RET-7",
                        "kind",
                        "CUSTOMER",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(line)))
                .post("/api/v1/returns")
                .then()
                .statusCode(201);
        Printing.await(2, () -> printer.labels().size());
        assertTrue(printer.labels().get(1).fields().contains("RET-7"), "" + printer.labels());
    }
}
