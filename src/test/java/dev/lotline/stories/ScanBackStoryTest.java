package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Handset;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A label that somebody scans is there; and it is one piece of paper, that is counted once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ScanBackStoryTest {
    private final String gtin = Handset.gtin();
    private World world;
    private Printing printing;
    private VirtualPrinter printer;

    @BeforeEach
    void goods_that_are_labelled_before_they_are_counted() {
        world = World.acceptance();
        printing = new Printing(world);
        world.item("CREAM", Map.of("name", "Cream", "barcodes", List.of(Map.of("code", gtin))));
        printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        world.announce("W-1", "CREAM", false, lot("L-1", "2027-12-01", 24))
                .then()
                .statusCode(201);
    }

    @AfterEach
    void the_books_balance() {
        printing.close();
        Identities.assertHold(world.owner, "GUMMY-60", "CREAM");
    }

    @Test
    void a_label_that_nobody_knew_of_is_confirmed_by_the_scan_that_counts_it() {
        printer.faults().set("closeAfter", 120);
        JsonPath unknown = printing.until(label(), "UNKNOWN");
        String serial = unknown.getString("labels[0].serial");
        JsonPath counted = ok(world.scan(receipt(serial)));
        assertEquals("RECEIVED", counted.getString("code"));
        JsonPath known = printing.job(unknown.getString("id"));
        assertEquals("CONFIRMED", known.getString("state"));
        assertEquals("SCAN", known.getString("evidence"));
        assertEquals("CONFIRMED", known.getString("labels[0].state"));
    }

    @Test
    void a_label_is_counted_once_in_a_document_unless_somebody_says_so() {
        String serial = printing.until(label(), "CONFIRMED").getString("labels[0].serial");
        Map<String, Object> first = receipt(serial);
        ok(world.scan(first));
        Map<String, Object> second = receipt(serial);
        JsonPath warned = world.scan(second);
        assertEquals("LABEL_ALREADY_COUNTED", warned.getString("code"));
        assertEquals("WARN", warned.getString("verdict"));
        assertEquals("Label " + serial + " is counted already. Count it once more?", warned.getString("message"));
        assertNull(warned.getString("undo"));
        assertEquals(5, received());
        assertEquals(true, world.scan(first).getBoolean("replayed"), "a copy is a copy");
        assertEquals(true, world.scan(second).getBoolean("replayed"));
        ok(world.scan(receipt(serial, "LABEL_ALREADY_COUNTED")));
        assertEquals(10, received());
    }

    @Test
    void a_label_whose_receipt_was_taken_back_may_be_counted_again() {
        String serial = printing.until(label(), "CONFIRMED").getString("labels[0].serial");
        Map<String, Object> refused = receipt(serial);
        refused.put("location", "NOWHERE");
        assertEquals("UNKNOWN_LOCATION", world.scan(refused).getString("code"));
        Map<String, Object> first = receipt(serial);
        ok(world.scan(first));
        ok(world.scan(world.event("UNDO", Map.of("of", first.get("id")))));
        assertEquals(0, received());
        ok(world.scan(receipt(serial)));
        assertEquals(5, received());
    }

    @Test
    void a_void_label_warns_and_books_nothing() {
        JsonPath job = printing.until(label(), "CONFIRMED");
        String serial = job.getString("labels[0].serial");
        Response reprint = printing.label(serial, "reprint", Map.of("reason", "DAMAGED"));
        String fresh = reprint.jsonPath().getString("jobs[0].labels[0].serial");
        JsonPath warned = world.scan(receipt(serial));
        assertEquals("LABEL_VOIDED", warned.getString("code"));
        assertEquals("WARN", warned.getString("verdict"));
        assertEquals(0, received());
        printing.until(reprint.jsonPath().getString("jobs[0].id"), "CONFIRMED");
        ok(world.scan(receipt(fresh)));
        assertEquals(5, received());
    }

    @Test
    void the_label_of_a_lot_without_a_barcode_names_the_lot() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        String job = printing.ask("ITEM_LOT", Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", "L-A"));
        String code = printing.until(job, "CONFIRMED").getString("payload.code");
        assertTrue(code.startsWith("LOT-"), code);
        JsonPath resolved = World.call()
                .body(Map.of("data", code, "context", Map.of("warehouse", world.warehouse)))
                .post("/floor/resolve")
                .jsonPath();
        assertEquals("LOT", resolved.getString("kind"), resolved.prettify());
        assertEquals("L-A", resolved.getString("lot.lotNumber"));
        assertEquals("GUMMY-60", resolved.getString("item.sku"));
        ok(world.scan(world.event(
                "MOVE", Map.of("from", "A-01", "location", "A-02", "quantity", 4, "barcode", Map.of("data", code)))));
        assertEquals(
                "UNKNOWN_BARCODE",
                World.call()
                        .body(Map.of("data", "LOT-ZZZZZZZZZ0", "context", Map.of("warehouse", world.warehouse)))
                        .post("/floor/resolve")
                        .jsonPath()
                        .getString("code"));
    }

    @Test
    void a_plate_that_is_built_gets_its_label_and_the_scan_of_it_is_evidence() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        printer.faults().set("closeAfter", 120);
        Response built = World.call()
                .body(Map.of(
                        "code",
                        "LPN-B" + System.nanoTime(),
                        "location",
                        "A-01",
                        "contents",
                        List.of(Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", "L-A", "quantity", 5))))
                .post("/api/v1/warehouses/" + world.warehouse + "/plates");
        assertEquals(200, built.statusCode(), built.asString());
        Printing.await(1, () -> printing.jobs().getList("items").size());
        JsonPath job = printing.until(printing.jobs().getString("items[0].id"), "UNKNOWN");
        assertEquals("LPN", job.getString("kind"));
        String plate = job.getString("labels[0].identity");
        ok(world.scan(world.event(
                "MOVE", Map.of("from", "A-01", "location", "B-01", "barcode", Map.of("data", "LPN-" + plate)))));
        assertEquals("CONFIRMED", printing.job(job.getString("id")).getString("state"));
        printer.faults().clear();
        assertEquals("LPN-" + plate, job.getString("payload.code"), "as a scanner will read it");
        Response second =
                printing.request(Map.of("warehouse", world.warehouse, "kind", "LPN", "subject", Map.of("lpn", plate)));
        assertEquals("LABEL_EXISTS", second.jsonPath().getString("code"));
    }

    @Test
    void labels_of_plates_lie_ready_on_a_roll() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        Response roll = printing.request(Map.of("warehouse", world.warehouse, "kind", "LPN", "quantity", 3));
        assertEquals(202, roll.statusCode(), roll.asString());
        List<String> codes = roll.jsonPath().getList("jobs.labels.flatten().identity");
        assertEquals(3, Set.copyOf(codes).size(), codes.toString());
        String last = roll.jsonPath().getString("jobs[2].id");
        printing.until(last, "CONFIRMED");
        assertTrue(printer.labels().get(0).fields().contains("LPN-" + codes.get(0)), "" + printer.labels());
        World.call()
                .body(Map.of(
                        "code",
                        "LPN-" + codes.get(0),
                        "location",
                        "A-01",
                        "contents",
                        List.of(Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", "L-A", "quantity", 5))))
                .post("/api/v1/warehouses/" + world.warehouse + "/plates")
                .then()
                .statusCode(200);
        printing.until(printing.ask("LOCATION", Map.of("location", "A-01")), "CONFIRMED");
        assertEquals(4, printing.jobs().getList("items").size(), "a plate from the roll has its label");
    }

    @Test
    void a_logistic_unit_gets_a_gs1_label() {
        World.call().body(Map.of("extension", 0)).put("/api/v1/sscc-ranges/9504777");
        world.stock("CREAM", "L-1", "2027-12-01", 10, "A-01");
        Response built = World.call()
                .body(Map.of(
                        "location",
                        "A-01",
                        "companyPrefix",
                        "9504777",
                        "contents",
                        List.of(Map.of("owner", world.owner, "sku", "CREAM", "lotNumber", "L-1", "quantity", 10))))
                .post("/api/v1/warehouses/" + world.warehouse + "/plates");
        assertEquals(200, built.statusCode(), built.asString());
        Printing.await(1, () -> printing.jobs().getList("items").size());
        JsonPath job = printing.until(printing.jobs().getString("items[0].id"), "CONFIRMED");
        assertEquals("PALLET", job.getString("kind"));
        String sscc = job.getString("payload.sscc");
        List<String> fields = printer.labels().get(0).fields();
        assertTrue(fields.contains("(00)" + sscc) && fields.contains("(02)" + gtin + " (37)10"), fields.toString());
        assertTrue(
                fields.contains("\\100" + sscc + "02" + gtin + "17271201" + "3710\\110L-1\\198"
                        + job.getString("labels[0].serial")),
                fields.toString());
    }

    private String label() {
        return printing.ask("ITEM_LOT", Map.of("owner", world.owner, "sku", "CREAM", "lotNumber", "L-1"));
    }

    private Map<String, Object> receipt(String serial, String... confirmed) {
        return world.event(
                "RECEIVE",
                Map.of(
                        "receivingOrder",
                        Map.of("owner", world.owner, "reference", "W-1"),
                        "location",
                        "DOCK-1",
                        "quantity",
                        5,
                        "confirmed",
                        List.of(confirmed),
                        "barcode",
                        Map.of("data", "]d201" + gtin + "1727120110L-1\u001d98" + serial)));
    }

    private int received() {
        return world.get("/receiving-orders/" + world.owner + "/W-1").getInt("lines[0].received");
    }
}
