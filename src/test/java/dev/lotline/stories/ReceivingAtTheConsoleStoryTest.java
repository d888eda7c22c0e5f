package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in, at the console: announced with its lots, counted, what differs decided in its place. */
@QuarkusTest
class ReceivingAtTheConsoleStoryTest {
    private World world;
    private String name;
    private Browser ana;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
        ana = Browser.of(name, "SUPERVISOR", null);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void three_lots_are_looked_at_row_by_row_and_then_announced() {
        assertTrue(ana.page("/receiving/new").contains(world.owner));
        Map<String, Object> form = form("WRO-3");
        form.put("sku", List.of("GUMMY-60", "GUMMY-60", "GUMMY-60", "NO-SUCH", "GUMMY-60"));
        form.put("lot", List.of("L-A", "L-B", "", "L-X", "L-A"));
        form.put("expires", List.of("2026-12-01", "soon", "", "", "2026-12-01"));
        form.put("quantity", List.of("10", "20", "30", "5", "1"));
        Response checked = ana.post("/receiving/new", with(form, "do", "announce"));
        assertEquals(400, checked.statusCode());
        String page = checked.asString();
        assertTrue(page.contains("4 of 5 rows"), page);
        assertTrue(verdict(page, 2).contains("expires must be a date"), verdict(page, 2));
        assertTrue(verdict(page, 3).contains("LOT_OR_EXPIRY_REQUIRED"), verdict(page, 3));
        assertTrue(verdict(page, 4).contains("UNKNOWN_ITEM"), verdict(page, 4));
        assertTrue(verdict(page, 5).contains("line 1 again"), verdict(page, 5));
        assertTrue(verdict(page, 1).contains("✔") && page.contains("value=\"L-A\""), page);
        assertEquals(404, ana.get("/receiving/" + world.owner + "/WRO-3").statusCode());
        figures(world.inventory("GUMMY-60"), "jetpack", "incoming", 0);

        form.put("sku", List.of("GUMMY-60", "GUMMY-60", ""));
        form.put("lot", List.of("L-A", "L-B", ""));
        form.put("expires", List.of("2026-12-01", "2026-12-31", ""));
        form.put("quantity", List.of("10", "20", ""));
        form.put("paste", "SKU;Lot;Expires;Units\nGUMMY-60;\"L-C\";2027-01-31;30\n\n");
        assertTrue(
                ana.post("/receiving/new", with(form, "do", "row")).asString().contains("value=\"L-C\""));
        assertTrue(
                ana.post("/receiving/new", with(form, "do", "check")).asString().contains("All 3 rows"));
        assertEquals(404, ana.get("/receiving/" + world.owner + "/WRO-3").statusCode());
        assertEquals("/receiving/" + world.owner + "/WRO-3", ana.act("/receiving/new", with(form, "do", "announce")));
        figures(world.inventory("GUMMY-60"), "jetpack", "incoming", 60);
        JsonPath told = world.get("/receiving-orders/" + world.owner + "/WRO-3");
        assertEquals(1, told.getList("lines").size());
        assertEquals(List.of("L-A", "L-B", "L-C"), told.getList("lines[0].lots.lotNumber"));
        form.put("quantity", List.of("10", "21", ""));
        Response reused = ana.post("/receiving/new", with(form, "do", "announce"));
        assertEquals(400, reused.statusCode());
        assertTrue(reused.asString().contains("role=\"alert\"")
                && reused.asString().contains("WRO-3"));
    }

    @Test
    void what_differs_is_decided_where_it_stands() {
        world.announce("WRO-4", "GUMMY-60", true, lot("L-A", "2026-12-01", 10))
                .then()
                .statusCode(201);
        world.receive("WRO-4", "GUMMY-60", "L-A", "2026-12-01", 10);
        world.receive("WRO-4", "GUMMY-60", "<b>L-Z</b>", "2027-02-01", 7);
        world.receive("WRO-4", "GUMMY-60", "L-Y", "2027-02-01", 3);
        String at = "/receiving/" + world.owner + "/WRO-4";
        String page = ana.page(at);
        assertTrue(page.contains("&lt;b&gt;L-Z&lt;/b&gt;") && !page.contains("<b>L-Z"), page);
        assertTrue(page.contains("LOT_MISMATCH") && page.contains("<td>admin"), page);
        List<Integer> exceptions =
                world.get("/receiving-orders/" + world.owner + "/WRO-4").getList("lines[0].exceptions.id");
        assertEquals(2, exceptions.size());
        assertTrue(ana.page("/receiving?state=EXCEPTION&owner=" + world.owner).contains(at));
        assertFalse(ana.page("/receiving?state=SUBMITTED&owner=" + world.owner).contains(at));
        assertEquals(
                at, ana.act(at + "/exceptions/" + exceptions.get(0), Map.of("decision", "ACCEPT", "note", "came")));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 17);
        ana.act(at + "/exceptions/" + exceptions.get(1), Map.of("decision", "REJECT"));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 17);
        Response again = ana.post(
                at + "/exceptions/" + exceptions.get(1),
                Map.of("decision", "ACCEPT", "id", "01990000-0000-7000-8000-00000000000" + 1));
        assertEquals(409, again.statusCode());
        String decided = ana.page(at);
        assertTrue(decided.contains("ACCEPTED") && decided.contains("REJECTED") && decided.contains("came"), decided);
        assertFalse(decided.contains("value=\"ACCEPT\""), decided);
    }

    @Test
    void what_was_counted_as_something_else_is_relabelled_and_gets_its_label() {
        Printing printing = new Printing(world);
        printing.everythingTo(printing.printer("STATUS"));
        world.announce("WRO-9", "GUMMY-60", true, lot("L-A", "2026-12-01", 10), lot("L-B", "2027-02-01", 5))
                .then()
                .statusCode(201);
        world.receive("WRO-9", "GUMMY-60", "L-X", "2026-12-01", 4);
        world.receive("WRO-9", "GUMMY-60", "L-Z", "2027-02-01", 3);
        world.receive("WRO-9", "GUMMY-60", "L-W", "2027-02-01", 2);
        String at = "/receiving/" + world.owner + "/WRO-9";
        List<Integer> open =
                world.get("/receiving-orders/" + world.owner + "/WRO-9").getList("lines[0].exceptions.id");
        String page = ana.page(at);
        assertTrue(page.contains("value=\"RELABEL\"") && page.contains("name=\"expires\""), page);
        ana.act(at + "/exceptions/" + open.get(0), Map.of("decision", "RELABEL", "lot", "L-A", "note", "smudged"));
        JsonPath order = world.get("/receiving-orders/" + world.owner + "/WRO-9");
        assertEquals(4, order.getInt("lines[0].lots.find{it.lotNumber=='L-A'}.received"));
        assertEquals(6, order.getInt("lines[0].lots.find{it.lotNumber=='L-A'}.expected"));
        assertEquals(2, order.getList("lines[0].lots").size());
        assertTrue(ana.page(at).contains("smudged → GUMMY-60 L-A"));
        figures(world.inventory("GUMMY-60"), "jetpack", "incoming", 15);

        Map<String, Object> goods = Map.of("lotNumber", "L-N", "expirationDate", "2027-03-01");
        String door = "/api/v1/receiving-orders/" + world.owner + "/WRO-9/exceptions/";
        assertEquals(
                400, resolve(door + open.get(1), Map.of("decision", "RELABEL")).statusCode());
        assertEquals(
                400,
                resolve(door + open.get(1), Map.of("decision", "ACCEPT", "goods", goods))
                        .statusCode());
        assertEquals(
                "LOT_OR_EXPIRY_REQUIRED",
                resolve(door + open.get(1), Map.of("decision", "RELABEL", "goods", Map.of("sku", "GUMMY-60")))
                        .jsonPath()
                        .getString("code"));
        assertEquals(
                "UNKNOWN_ITEM",
                resolve(door + open.get(1), Map.of("decision", "RELABEL", "goods", Map.of("sku", "NO-SUCH")))
                        .jsonPath()
                        .getString("code"));
        Map<String, Object> asked = Map.of(
                "decision", "RELABEL", "goods", goods, "id", UUID.randomUUID().toString());
        assertEquals(200, resolve(door + open.get(1), asked).statusCode());
        assertEquals(200, resolve(door + open.get(1), asked).statusCode(), "the same command again");
        order = world.get("/receiving-orders/" + world.owner + "/WRO-9");
        assertEquals(3, order.getInt("lines[0].lots.find{it.lotNumber=='L-N'}.received"));
        assertEquals(0, order.getInt("lines[0].lots.find{it.lotNumber=='L-N'}.announced"));

        World.call()
                .body(Map.of("name", "Jam", "tracking", true))
                .put("/api/v1/owners/{owner}/items/{sku}", world.owner, "JAM")
                .then()
                .statusCode(201);
        ana.act(at + "/exceptions/" + open.get(2), Map.of("decision", "RELABEL", "sku", "JAM"));
        figures(world.inventory("JAM"), "shipstream", "processed", 2);
        assertEquals(
                409,
                resolve(door + open.get(2), Map.of("decision", "RELABEL", "goods", Map.of("sku", "JAM")))
                        .statusCode());
        Printing.await(
                List.of("JAM", "L-A", "L-N"),
                () -> printing.jobs().<Map<String, String>>getList("items.payload").stream()
                        .map(payload -> payload.getOrDefault("lot", payload.get("sku")))
                        .sorted()
                        .toList());
        printing.close();
    }

    private static Response resolve(String door, Map<String, Object> body) {
        return World.call().body(body).post(door + "/resolve");
    }

    @Test
    void an_order_is_cancelled_or_closed_from_its_page() {
        world.announce("WRO-5", "GUMMY-60", false, lot("L-A", "2026-12-01", 10))
                .then()
                .statusCode(201);
        world.announce("WRO-6", "GUMMY-60", false, lot("L-B", "2026-12-01", 10))
                .then()
                .statusCode(201);
        String at = "/receiving/" + world.owner;
        assertTrue(ana.page(at + "/WRO-5").contains(at + "/WRO-5/cancel"));
        ana.act(at + "/WRO-5/cancel", Map.of());
        assertTrue(ana.page(at + "/WRO-5").contains("CANCELLED"));
        world.receive("WRO-6", "GUMMY-60", "L-B", "2026-12-01", 4);
        world.stow("WRO-6", "GUMMY-60", "L-B", "2026-12-01", 4, "A-01");
        ana.act(at + "/WRO-6/close", Map.of());
        ana.act(at + "/WRO-6/commit", Map.of());
        assertTrue(ana.page(at + "/WRO-6").contains("COMPLETE"));
        figures(world.inventory("GUMMY-60"), "jetpack", "incoming", 0, "onHand", 4);
        assertEquals(400, ana.get("/receiving?state=LOST").statusCode());
    }

    @Test
    void a_merchant_reads_its_own_and_announces_nothing() {
        world.announce("WRO-7", "GUMMY-60", false, lot("L-A", "2026-12-01", 10))
                .then()
                .statusCode(201);
        World other = world.again();
        Browser merchant = Browser.of(other.owner.toLowerCase(Locale.ROOT), "MERCHANT", List.of(other.owner));
        assertFalse(merchant.page("/receiving?state=all").contains(world.owner));
        assertEquals(404, merchant.get("/receiving/" + world.owner + "/WRO-7").statusCode());
        assertEquals(403, merchant.get("/receiving/new").statusCode());
        assertEquals(403, merchant.post("/receiving/new", form("WRO-8")).statusCode());
        assertEquals(
                403,
                merchant.post("/receiving/" + world.owner + "/WRO-7/cancel", Map.of())
                        .statusCode());
    }

    private Map<String, Object> form(String reference) {
        return new HashMap<>(Map.of(
                "owner",
                world.owner,
                "warehouse",
                world.warehouse,
                "reference",
                reference,
                "kind",
                "WRO",
                "expectedOn",
                "2026-03-05"));
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, String value) {
        Map<String, Object> sent = new HashMap<>(form);
        sent.put(field, value);
        return sent;
    }

    /** What is said to the n-th row. */
    private static String verdict(String page, int n) {
        String row = page.split("<td class=\"n\">" + n + "</td>")[1];
        return row.substring(row.indexOf("class=\"says\""), row.indexOf("</tr>"));
    }
}
