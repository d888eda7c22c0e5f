package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Handset;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Printers and devices at the console: how they are, stopped and let go on, their labels seen and printed again. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MachinesAtTheConsoleStoryTest {
    private World world;
    private Printing printing;
    private Browser ana;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        printing = new Printing(world);
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
    }

    @AfterEach
    void the_books_balance() {
        printing.close();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_queue_is_stopped_moved_to_another_printer_and_a_label_printed_again() {
        String first = printing.printer("STATUS").name();
        String second = printing.printer("STATUS").name();
        String at = "/printers/" + first;
        ana.act(at + "/pause", Map.of());
        String stopped = ana.page(at);
        assertTrue(stopped.contains("OFF") && stopped.contains("Stopped by " + world.owner.toLowerCase(Locale.ROOT)));
        String job = ana.act(at + "/test-label", Map.of());
        assertTrue(ana.page(at).contains(job) && ana.page(at).contains("<option>" + second));
        assertTrue(ana.page(job).contains("TEST · QUEUED"));
        ana.act(at + "/move", Map.of("to", second));
        printing.until(job.replace("/print-jobs/", ""), "CONFIRMED");
        String page = ana.page(job);
        assertTrue(page.contains(second) && page.contains("CONFIRMED") && page.contains("SENDING → SENT"), page);
        String serial = page.replaceAll("(?s).*<code>([^<]+)</code> · .*", "$1");
        Response picture = ana.get("/print-jobs/labels/" + serial + "/picture");
        assertTrue(picture.contentType().startsWith("image/svg+xml")
                && picture.asString().contains("<svg"));
        String again = ana.act("/print-jobs/labels/" + serial + "/reprint", Map.of("reason", "LOST"));
        assertFalse(again.equals(job));
        assertTrue(ana.page(again).contains("R1") && ana.page(job).contains("VOIDED"));
        assertEquals(
                400,
                ana.post("/print-jobs/labels/" + serial + "/reprint", Map.of("reason", "FUN"))
                        .statusCode());
        ana.act(at + "/resume", Map.of());
        assertFalse(ana.page(at).contains("Stopped by"));
        assertEquals(404, ana.get("/printers/NO-SUCH").statusCode());
        assertTrue(ana.page("/print-jobs?state=CONFIRMED").contains("print-jobs/"));
        assertEquals(400, ana.get("/print-jobs?state=LOST").statusCode());
    }

    @Test
    void a_device_says_when_it_was_last_heard_and_is_shut_out() {
        Handset handset = Handset.of(world, "zebra-ds-hid", Map.of());
        House.admin()
                .body(Map.of("name", handset.device, "role", "DEVICE", "warehouses", List.of(world.warehouse)))
                .post("/api/v1/admin/credentials")
                .then()
                .statusCode(201);
        String list = "/devices?after=" + handset.device.substring(0, handset.device.length() - 1);
        String before = row(ana.page(list), handset.device);
        assertTrue(before.contains("ACTIVE") && before.contains("zebra-ds-hid"), before);
        world.floorAs(handset.device, world.event("COUNT", Map.of("location", "A-01", "counted", 0)));
        String heard = row(ana.page(list), handset.device);
        assertTrue(heard.contains("<td>COUNT</td>") && heard.contains("<td class=\"n\">1</td>"), heard);
        ana.act("/devices/" + handset.device + "/stop", Map.of());
        assertTrue(row(ana.page(list), handset.device).contains("STOPPED"));
        ana.act("/devices/" + handset.device + "/start", Map.of());
        ana.act("/devices/" + handset.device + "/revoke", Map.of());
        assertTrue(row(ana.page(list), handset.device).contains("REVOKED"));
        assertEquals(404, ana.post("/devices/NO-SUCH/revoke", Map.of()).statusCode());
    }

    @Test
    void a_merchant_sees_no_machine() {
        Browser merchant = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".m", "MERCHANT", List.of(world.owner));
        for (String path : List.of("/printers", "/print-jobs", "/devices")) {
            assertEquals(403, merchant.get(path).statusCode(), path);
        }
    }

    private static String row(String page, String device) {
        int start = page.indexOf(">" + device + "<");
        assertTrue(start > 0, page);
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
