package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels come out once, and nobody says so before it is known. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PrintingStoryTest {
    private World world;
    private Printing printing;

    @BeforeEach
    void furnish() {
        world = World.acceptance();
        printing = new Printing(world);
    }

    @AfterEach
    void hold() {
        printing.close();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void goods_that_are_counted_in_get_their_label_at_the_dock() {
        world.item(
                "CREAM",
                Map.of(
                        "name",
                        "Cream ^XZ~JA, 200 g",
                        "receivingLabels",
                        "CASE",
                        "barcodes",
                        List.of(Map.of("code", "09504000059101"))));
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        world.announce("W-1", "CREAM", false, lot("L-1", "2027-12-01", 24))
                .then()
                .statusCode(201);
        ok(world.receive("W-1", "CREAM", "L-1", "2027-12-01", 24));
        Printing.await(1, () -> printing.jobs().getList("items").size());
        JsonPath job = printing.until(printing.jobs().getString("items[0].id"), "CONFIRMED");
        assertEquals("STATUS", job.getString("evidence"));
        assertEquals(
                List.of("QUEUED", "SENDING", "SENT", "CONFIRMED"),
                job.getList("history.findAll { it.serial == null }.to"));
        assertEquals(1, printer.labels().size());
        List<String> fields = printer.labels().get(0).fields();
        String serial = job.getString("labels[0].serial");
        assertTrue(fields.contains("\\1010950400005910117271201" + "10L-1\\13024\\198" + serial), fields.toString());
        assertTrue(fields.contains("Cream ^XZ~JA, 200 g") && fields.contains("01 DEC 2027"), fields.toString());
        String svg = World.call()
                .get("/api/v1/printing/labels/" + serial + "/preview.svg")
                .asString();
        assertTrue(svg.contains("<svg") && svg.contains("Cream ^XZ~JA"), svg);
        // the same scan again is the same receipt, and no second label
        assertEquals(1, printing.jobs().getList("items").size());
    }

    @Test
    void a_receipt_of_goods_without_the_policy_asks_for_nothing() {
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        String later = printing.ask("LOCATION", Map.of("location", "A-01"));
        printing.until(later, "CONFIRMED");
        assertEquals(List.of(later), printing.jobs().getList("items.id"));
        assertTrue(printer.labels().get(0).fields().contains("LOC-A-01"), "" + printer.labels());
    }

    @Test
    void an_open_head_keeps_the_label_waiting_and_says_so() {
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        printer.faults().on("headOpen");
        String job = printing.ask("LOCATION", Map.of("location", "A-01"));
        printing.untilHealth(printer, "HEAD_OPEN");
        assertEquals("Close the head", world.get("/printers/" + printer.name()).getString("words"));
        assertEquals("QUEUED", printing.job(job).getString("state"));
        assertEquals(0, printing.job(job).getInt("attempt"));
        printer.faults().off("headOpen");
        printing.until(job, "CONFIRMED");
        assertEquals(1, printer.labels().size());
    }

    @Test
    void labels_that_run_out_during_a_job_are_waited_for() {
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        printing.until(printing.ask("LOCATION", Map.of("location", "A-01")), "CONFIRMED");
        Response three = printing.request(Map.of(
                "warehouse",
                world.warehouse,
                "kind",
                "LOCATION",
                "subject",
                Map.of("location", "A-02"),
                "quantity",
                3));
        String job = three.jsonPath().getString("jobs[0].id");
        printing.until(job, "CONFIRMED");
        assertEquals(4, printer.labels().size());
        assertEquals(3, printing.job(job).getList("labels").size());
    }

    @Test
    void a_connection_that_breaks_makes_a_label_unknown_and_nobody_sends_it_again() {
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        printer.faults().set("closeAfter", 120);
        String job = printing.ask("LOCATION", Map.of("location", "A-01"));
        JsonPath unknown = printing.until(job, "UNKNOWN");
        String serial = unknown.getString("labels[0].serial");
        assertEquals("UNKNOWN", unknown.getString("labels[0].state"));
        printer.faults().clear();
        // one behind it goes on
        printing.until(printing.ask("LOCATION", Map.of("location", "A-02")), "CONFIRMED");
        assertEquals("UNKNOWN", printing.job(job).getString("state"));
        Response decided = printing.decide(job, "no-label", Map.of());
        assertEquals(200, decided.statusCode(), decided.asString());
        String again = decided.jsonPath().getString("jobs[1].id");
        JsonPath reprinted = printing.until(again, "CONFIRMED");
        assertEquals(serial, reprinted.getString("labels[0].reprintOf"));
        assertNotEquals(serial, reprinted.getString("labels[0].serial"));
        assertEquals("VOIDED", printing.job(job).getString("labels[0].state"));
        assertTrue(printer.labels().stream().noneMatch(label -> label.fields().contains(serial)), "the old serial");
        assertTrue(printer.labels().get(1).fields().contains("R1"));
        assertEquals(409, printing.label(serial, "scanned", Map.of()).statusCode());
    }

    @Test
    void a_label_that_a_scanner_sees_has_come_out() {
        VirtualPrinter printer = printing.printer("NONE");
        printing.everythingTo(printer);
        String job = printing.ask("LOCATION", Map.of("location", "A-01"));
        JsonPath assumed = printing.until(job, "ASSUMED");
        assertNull(assumed.getString("evidence"));
        String serial = assumed.getString("labels[0].serial");
        String key = UUID.randomUUID().toString();
        printing.label(serial, "scanned", Map.of("id", key)).then().statusCode(200);
        Response again = printing.label(serial, "scanned", Map.of("id", key));
        assertEquals("true", again.header("Idempotency-Replayed"));
        JsonPath confirmed = printing.job(job);
        assertEquals("CONFIRMED", confirmed.getString("state"));
        assertEquals("SCAN", confirmed.getString("evidence"));
    }

    @Test
    void a_reprint_has_a_reason_and_voids_the_old_label() {
        VirtualPrinter printer = printing.printer("ODOMETER");
        printing.everythingTo(printer);
        String job = printing.ask("LOCATION", Map.of("location", "A-01"));
        JsonPath first = printing.until(job, "CONFIRMED");
        assertEquals("ODOMETER", first.getString("evidence"));
        String serial = first.getString("labels[0].serial");
        assertEquals(
                400,
                printing.label(serial, "reprint", Map.of("reason", "BORED")).statusCode());
        Response reprint = printing.label(serial, "reprint", Map.of("reason", "DAMAGED"));
        assertEquals(202, reprint.statusCode(), reprint.asString());
        JsonPath second = printing.until(reprint.jsonPath().getString("jobs[0].id"), "CONFIRMED");
        assertEquals(1, second.getInt("labels[0].reprint"));
        assertEquals(
                "LABEL_VOIDED",
                printing.label(serial, "reprint", Map.of("reason", "LOST"))
                        .jsonPath()
                        .getString("code"));
        String next = second.getString("labels[0].serial");
        assertEquals(
                202, printing.label(next, "reprint", Map.of("reason", "EXTRA")).statusCode());
        assertEquals("CONFIRMED", printing.job(second.getString("id")).getString("labels[0].state"));
        String device = House.token(Map.of("name", "D-" + UUID.randomUUID(), "role", "DEVICE"));
        assertEquals(
                403,
                House.as(device)
                        .body(Map.of())
                        .post("/api/v1/printing/labels/" + next + "/void")
                        .statusCode());
    }

    @Test
    void a_printer_that_is_away_is_stood_in_for_by_the_next_of_its_group() {
        VirtualPrinter away = printing.printer("STATUS");
        VirtualPrinter near = printing.printer("STATUS");
        printing.everythingTo(away, near);
        away.faults().on("refuse");
        printing.untilHealth(near, "READY");
        String job = printing.ask("LOCATION", Map.of("location", "A-01"));
        JsonPath done = printing.until(job, "CONFIRMED");
        assertEquals(near.name(), done.getString("printer"));
        assertEquals(1, near.labels().size());
        assertEquals(0, away.labels().size());
    }

    @Test
    void without_a_rule_a_label_is_held_and_can_be_moved() {
        VirtualPrinter printer = printing.printer("STATUS");
        String job = printing.ask("LOCATION", Map.of("location", "A-01"));
        assertEquals("HELD", printing.job(job).getString("state"));
        assertEquals("NO_PRINTER", printing.job(job).getString("code"));
        assertEquals(
                200,
                printing.decide(job, "move", Map.of("printer", printer.name())).statusCode());
        printing.until(job, "CONFIRMED");
        assertEquals(409, printing.decide(job, "cancel", Map.of()).statusCode());
    }

    @Test
    void a_hold_prints_its_label_and_a_house_without_printers_prints_nothing() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        Holds holds = new Holds(world);
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        JsonPath hold = holds.lot("L-A", "QUALITY");
        Printing.await(1, () -> printing.jobs().getList("items").size());
        printing.until(printing.jobs().getString("items[0].id"), "CONFIRMED");
        List<String> fields = printer.labels().get(0).fields();
        assertTrue(fields.contains("HOLD") && fields.contains("RETENIDO") && fields.contains("QUALITY"), "" + fields);
        assertTrue(fields.contains("L-A") && fields.contains("CASE " + hold.getLong("id")), "" + fields);
    }

    @Test
    void what_can_not_be_printed_whole_fails_and_says_why() {
        world.item("W".repeat(64), Map.of("name", "wide"));
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        world.stock("W".repeat(64), "L-A", "2026-12-31", 10, "A-01");
        String job = printing.ask("ITEM_LOT", Map.of("owner", world.owner, "sku", "W".repeat(64), "lotNumber", "L-A"));
        JsonPath failed = printing.until(job, "FAILED");
        assertEquals("FIELD_DOES_NOT_FIT", failed.getString("code"));
        assertEquals(0, printer.labels().size());
        assertFalse(failed.getString("message").isBlank());
    }

    @Test
    void letters_that_the_printer_does_not_have_are_told_and_the_code_stands_in_for_them() {
        world.item("CREAM-RU", Map.of("name", "Крем", "barcodes", List.of(Map.of("code", "09504000059101"))));
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        String job = printing.ask("ITEM_LOT", Map.of("owner", world.owner, "sku", "CREAM-RU"));
        JsonPath done = printing.until(job, "CONFIRMED");
        assertEquals("GLYPH_MISSING", done.getString("code"));
        assertEquals("printers have no letters for: name", done.getString("message"));
        assertTrue(
                printer.labels().get(0).fields().contains("CREAM-RU"),
                "" + printer.labels().get(0).fields());
    }

    @Test
    void a_stopped_printer_gets_nothing_and_goes_on_where_it_was() {
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        World.call()
                .post("/api/v1/printers/" + printer.name() + "/pause")
                .then()
                .statusCode(200);
        String job = printing.ask("TEST", Map.of("printer", printer.name()));
        assertEquals("OFF", world.get("/printers/" + printer.name()).getString("health"));
        assertEquals("QUEUED", printing.job(job).getString("state"));
        World.call()
                .post("/api/v1/printers/" + printer.name() + "/resume")
                .then()
                .statusCode(200);
        printing.until(job, "CONFIRMED");
        assertTrue(
                printer.labels().get(0).fields().contains("^XA~JA_5E>8\\&,ñé"),
                "" + printer.labels().get(0).fields());
    }
}
