package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recall from the console: its impact first, then the hold, then a second person's word. */
@QuarkusTest
class RecallAtTheConsoleStoryTest {
    private World world;
    private String name;
    private String orders;

    @BeforeEach
    void an_order_with_an_open_task() {
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
        orders = "/orders/" + world.owner;
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_lot_is_held_once_and_released_by_somebody_else() {
        Map<String, Object> task = world.release("O-1").get(0);
        Browser ana = Browser.of(name + ".a", "SUPERVISOR", null);
        String ask = "/holds/new?owner=" + world.owner + "&sku=GUMMY-60&lots=L-A&reason=RECALL";
        String impact = ana.page(ask);
        assertTrue(impact.contains("<b>60</b><span>units put into quarantine"), impact);
        assertTrue(impact.contains("<b>1</b><span>orders go short of 50 units"), impact);
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 0, "committed", 50);

        String id = impact.replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> form =
                Map.of("id", id, "owner", world.owner, "sku", "GUMMY-60", "lots", "L-A", "reason", "RECALL");
        String hold = place(ana.post("/holds", form));
        assertEquals(hold, place(ana.post("/holds", form)));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 60, "committed", 0);
        assertEquals("LOT_ON_HOLD", world.pick(task, "L-A", 50).getString("code"));
        String page = ana.page(hold);
        assertTrue(page.contains("RECALL") && page.contains("OPEN") && page.contains(name + ".a"), page);

        Response alone = ana.post(hold + "/release", Map.of("id", "01990000-0000-7000-8000-" + twelve()));
        Browser ben = Browser.of(name + ".b", "SUPERVISOR", null);
        if (alone.statusCode() != 303) {
            assertEquals(409, alone.statusCode(), alone.asString());
            assertEquals(
                    303,
                    ben.post(hold + "/release", Map.of("id", "01990000-0000-7000-8000-" + twelve()))
                            .statusCode());
        }
        assertTrue(ben.page(hold).contains("RELEASED"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 0);
    }

    @Test
    void what_cannot_be_held_is_said_on_the_page() {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        Response unknown = ana.get("/holds/new?owner=" + world.owner + "&sku=GUMMY-60&lots=L-NOT&reason=RECALL");
        assertEquals(404, unknown.statusCode());
        assertTrue(
                unknown.asString().contains("role=\"alert\"")
                        && unknown.asString().contains("L-NOT"),
                unknown.asString());
        assertEquals(400, ana.get("/holds?state=maybe").statusCode());
        assertEquals(
                400,
                ana.post("/holds", Map.of("owner", world.owner, "sku", "GUMMY-60", "lots", "L-A"))
                        .statusCode());
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 0);
    }

    @Test
    void documents_are_told_line_by_line_and_why_a_lot_was_chosen() {
        ok(world.pick(world.release("O-1").get(0), "L-A", 20));
        world.announce("WRO-9", "GUMMY-60", true, lot("L-C", "2026-12-01", 24))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-9", "GUMMY-60", "L-C", "2026-12-01", 20));
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String order = ana.page(orders + "/O-1");
        assertTrue(order.contains("<td class=\"n\">30</td><td class=\"n\">20</td>"), order);
        assertTrue(order.contains("L-A A-01 30"), order);
        String why = ana.page(orders + "/O-1/lines/1/why");
        assertTrue(why.contains("L-A") && why.contains("✔"), why);
        String receipt = ana.page("/receiving/" + world.owner + "/WRO-9");
        assertTrue(receipt.contains("L-C") && receipt.contains("<td class=\"n warn\">-4</td>"), receipt);
        assertTrue(ana.page("/receiving").contains(world.owner)
                && ana.page("/orders?owner=" + world.owner).contains(orders + "/O-1"));
        assertEquals(404, ana.get(orders + "/O-NOT").statusCode());
    }

    @Test
    void units_are_decided_by_lot_and_place_and_the_report_accounts_for_all() {
        world.stock("GUMMY-60", "L-B", "2026-08-31", 40, "B-01");
        Map<String, Object> shipped = Map.of(
                "reference",
                "O-2",
                "owner",
                world.owner,
                "warehouse",
                world.warehouse,
                "customer",
                Map.of("code", "C-7", "name", "<b>Berlin", "country", "DE"),
                "lines",
                List.of(Map.of("sku", "GUMMY-60", "quantity", 8, "lotNumber", "L-B")));
        world.order(shipped).then().statusCode(201);
        ok(world.pick(world.release("O-2").get(0), "L-B", 8));
        world.orderCommand("O-2", "ship", Map.of()).then().statusCode(200);
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String hold = ana.act(
                "/holds", Map.of("owner", world.owner, "sku", "GUMMY-60", "lots", "L-A,L-B", "reason", "MANUAL"));
        String page = ana.page(hold);
        assertTrue(page.contains("action=\"" + hold + "/units\"") && page.contains("B-01"), page);
        String lot = page.replaceAll("(?s).*<a href=\"/lots/(\\d+)\">L-B</a>.*", "$1");
        Map<String, Object> some = Map.of("scope", "LOT", "lot", lot, "warehouse", world.warehouse, "location", "B-01");
        ana.act(hold + "/units", with(some, "kind", "DISPOSE", "quantity", "2", "note", "leaking"));
        ana.act(hold + "/units", with(some, "kind", "RETURN_TO_SENDER", "quantity", "3"));
        ana.act(hold + "/units", with(some, "kind", "RELEASE"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 60, "onHand", 27);
        String report = ana.page(hold + "/report");
        assertTrue(report.contains("✔ Every unit is accounted for."), report);
        assertTrue(report.contains("&lt;b&gt;Berlin") && report.contains("leaking"), report);
        String line = report.substring(report.indexOf(">L-B</a>"), report.indexOf("</tr>", report.indexOf(">L-B</a>")));
        for (String units : List.of(">40<", ">27<", ">11<", ">2<", ">0<")) {
            assertTrue(line.contains(units), units + " in " + line);
        }
        assertEquals(400, ana.post(hold + "/units", with(some, "kind", "BURN")).statusCode());
        Browser merchant = Browser.of(name + ".m", "MERCHANT", List.of(world.owner));
        assertEquals(
                403,
                merchant.post(hold + "/units", with(some, "kind", "DISPOSE")).statusCode());
        assertTrue(merchant.page(hold + "/report").contains("Berlin"));
    }

    @Test
    void orders_stand_by_their_cut_off_and_tasks_change_hands() {
        world.order(Map.of(
                        "reference",
                        "O-3",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "shipBy",
                        "2026-03-02",
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 20))))
                .then()
                .statusCode(201);
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String mine = "/orders?owner=" + world.owner;
        String list = ana.page(mine);
        assertTrue(list.indexOf(orders + "/O-3") < list.indexOf(orders + "/O-1") && list.contains("/O-3"), list);
        String lacking = ana.page(mine + "&state=short");
        assertTrue(lacking.contains(orders + "/O-3") && !lacking.contains(orders + "/O-1"), lacking);
        assertFalse(ana.page(mine + "&state=RELEASED").contains(orders + "/O-1\""));
        Map<String, Object> task = world.release("O-1").get(0);
        assertTrue(ana.page(mine + "&state=RELEASED").contains(orders + "/O-1\""));
        ana.act(
                orders + "/O-1/hand-over",
                Map.of("warehouse", world.warehouse, "task", List.of(task.get("task")), "to", "HH-ANA"));
        assertTrue(ana.page(orders + "/O-1").contains("<td>HH-ANA</td>"));
        ana.act(
                orders + "/O-1/hand-over",
                Map.of("warehouse", world.warehouse, "task", List.of(task.get("task")), "to", ""));
        assertFalse(ana.page(orders + "/O-1").contains("HH-ANA"));
        assertEquals(400, ana.get("/orders?state=lost!").statusCode());
    }

    @Test
    void a_merchant_reads_its_own_documents_and_holds_nothing() {
        World other = world.again();
        Browser stranger = Browser.of(name, "MERCHANT", List.of(other.owner));
        assertEquals(404, stranger.get(orders + "/O-1").statusCode());
        assertEquals(404, stranger.get(orders + "/O-1/lines/1/why").statusCode());
        assertFalse(stranger.page("/orders?state=all").contains(world.owner));
        assertFalse(stranger.page("/holds").contains("/holds/new"));
        assertEquals(403, stranger.get("/holds/new").statusCode());
        assertEquals(403, stranger.post("/holds", Map.of("owner", other.owner)).statusCode());
    }

    private static String place(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceAll("https?://[^/]+|\\?.*", "");
    }

    private static Map<String, Object> with(Map<String, Object> form, String... more) {
        Map<String, Object> sent = new HashMap<>(form);
        sent.put("id", UUID.randomUUID().toString());
        for (int n = 0; n < more.length; n += 2) {
            sent.put(more[n], more[n + 1]);
        }
        return sent;
    }

    private static String twelve() {
        return String.format("%012x", System.nanoTime() & 0xffff_ffff_ffffL);
    }
}
