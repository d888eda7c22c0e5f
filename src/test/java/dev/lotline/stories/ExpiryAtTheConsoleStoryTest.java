package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock against its dates at the console, and everything found by a word or a scan. */
@QuarkusTest
class ExpiryAtTheConsoleStoryTest {
    private World world;
    private Browser ana;
    private String view;

    @BeforeEach
    void three_lots_of_different_age() {
        world = World.acceptance();
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
        view = "/expiry?owner=" + world.owner + "&warehouse=" + world.warehouse;
        world.stock("GUMMY-60", "L-A", "2026-03-20", 38, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        world.stock("GUMMY-60", "L-C", "2027-01-31", 12, "C-01");
    }

    @Test
    void bands_lead_to_their_lots_with_the_figures_of_rest() {
        String page = ana.page(view + "&band=30");
        assertTrue(page.contains(">L-A</a>") && !page.contains(">L-B</a>"), page);
        assertTrue(ana.page(view).contains(">L-B</a>"));
        assertFalse(ana.page(view).contains(">L-C</a>"));
        List<String> lots = World.call()
                .queryParam("days", 90)
                .queryParam("warehouse", world.warehouse)
                .get("/api/v1/owners/" + world.owner + "/expiring")
                .jsonPath()
                .getList("items.lotNumber");
        String csv = ana.get(view + "&format=csv").asString();
        assertEquals(lots, csv.lines().skip(1).map(line -> line.split(",")[0]).toList(), csv);
        String calendar = ana.page("/expiry/calendar?owner=" + world.owner + "&warehouse=" + world.warehouse);
        assertTrue(calendar.contains("2027-01-31 · 12") && calendar.contains("role=\"img\""), calendar);
        assertEquals(400, ana.get(view + "&band=soon").statusCode());
        assertEquals(400, ana.get(view + "&after=x").statusCode());
        Browser other =
                Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".m", "MERCHANT", List.of(world.again().owner));
        assertEquals(404, other.get(view).statusCode());
        assertEquals(404, other.get(view + "&format=csv").statusCode());
    }

    @Test
    void a_word_or_a_scan_leads_to_what_it_means() {
        assertEquals("/places/" + world.warehouse + "/A-01", found("LOC-A-01", "/places/" + world.warehouse));
        assertTrue(ana.page("/places/" + world.warehouse + "/A-01").contains(">L-A</a>"));
        assertEquals(404, ana.get("/places/" + world.warehouse + "/NOT-HERE").statusCode());
        assertEquals("/inventory/" + world.owner + "/GUMMY-60/lots", found("gummy-60", "/inventory/" + world.owner));
        world.order("O-77", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        assertEquals("/orders/" + world.owner + "/O-77", found("O-77", "/orders/" + world.owner));
        Browser merchant = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".n", "MERCHANT", List.of(world.owner));
        assertEquals(404, merchant.get("/places/" + world.warehouse + "/A-01").statusCode());
    }

    @Test
    void a_lot_is_drawn_and_traced() {
        world.order("O-78", Map.of("sku", "GUMMY-60", "quantity", 3)).then().statusCode(201);
        Map<String, Object> task = world.release("O-78").get(0);
        String picked = String.valueOf(task.get("lotNumber"));
        World.ok(world.pick(task, picked, 3));
        world.orderCommand("O-78", "ship", Map.of()).then().statusCode(200);
        String lots = ana.page("/inventory/" + world.owner + "/GUMMY-60/lots");
        String id = lots.replaceAll("(?s).*<a href=\"/lots/(\\d+)\">" + picked + "<.*", "$1");
        String page = ana.page("/lots/" + id);
        assertTrue(
                page.contains("<circle") && page.contains("PICK × 1 · 3") && page.contains("/lots/" + id + "/trace"),
                page);
        String trace = ana.page("/lots/" + id + "/trace");
        assertTrue(trace.contains("RECEIVING") && trace.contains("/orders/" + world.owner + "/O-78"), trace);
        String csv = ana.get("/lots/" + id + "/trace?format=csv").asString();
        assertTrue(csv.startsWith("Critical Tracking Event,Date,Quantity,") && csv.contains("SHIPPING"), csv);
        assertEquals(404, ana.get("/lots/999999999/trace").statusCode());
    }

    /** One hit is gone to; of several, the one that begins like this. */
    private String found(String word, String beginning) {
        var answer = ana.get("/search?q=" + word);
        return answer.statusCode() == 303
                ? answer.header("Location").replaceAll("https?://[^/]+", "")
                : answer.asString().replaceAll("(?s).*href=\"(" + beginning + "/[^\"]*)\".*", "$1");
    }
}
