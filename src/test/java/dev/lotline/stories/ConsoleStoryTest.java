package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.House;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor at the console: signs in, reads stock by lot with the figures of every other door, signs out. */
@QuarkusTest
class ConsoleStoryTest {
    private World world;
    private String name;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
    }

    @Test
    void the_breakdown_says_what_the_other_doors_say() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-03-20", 38, "A-02");
        world.announce("WRO-9", "GUMMY-60", true, lot("L-C", "2026-12-01", 24))
                .then()
                .statusCode(201);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String page = ana.page("/inventory/" + world.owner + "/GUMMY-60/lots");
        JsonPath told = world.inventory("GUMMY-60");
        String total = page.substring(page.indexOf("<tfoot>"));
        for (String figure : List.of("incoming", "onHand", "committed", "fulfillable", "exception", "backordered")) {
            assertTrue(total.contains(">" + told.getString("jetpack." + figure) + "<"), figure + " in " + total);
        }
        for (int n = 0; n < told.getList("lots").size(); n++) {
            String row = row(page, told.getString("lots[" + n + "].lotNumber"));
            for (String figure : List.of("incoming", "onHand", "committed", "fulfillable")) {
                String units = told.getString("lots[" + n + "].jetpack." + figure);
                assertTrue(row.contains(">" + units + "<"), figure + " " + units + " in " + row);
            }
        }
        assertTrue(page.contains("lot not chosen yet") && page.contains("−50"), page);
        assertTrue(row(page, "L-B").contains("class=\"n soon\">19<"), row(page, "L-B"));
        String list = ana.page("/inventory?owner=" + world.owner);
        assertTrue(list.contains("/inventory/" + world.owner + "/GUMMY-60/lots"), list);
        assertTrue(ana.page("/").contains("open receiving orders"));
    }

    @Test
    void a_lot_tells_where_it_is_and_what_moved_it() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String lots = ana.page("/inventory/" + world.owner + "/GUMMY-60/lots");
        String id = lots.replaceAll("(?s).*href=\"/lots/(\\d+)\".*", "$1");
        String page = ana.page("/lots/" + id);
        assertTrue(page.contains("A-01") && page.contains("STOW") && page.contains("DOCK-1"), page);
        assertEquals("/lots/" + id, path(ana.get("/search?q=L-A"), world.owner));
        assertEquals(404, ana.get("/lots/999999999").statusCode());
        Response unknown = ana.get("/inventory?colour=red");
        assertEquals(400, unknown.statusCode());
        assertTrue(
                unknown.asString().contains("colour") && unknown.contentType().contains("text/html"));
    }

    @Test
    void a_code_of_our_own_that_names_nothing_here_says_what_it_is() {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String badge = "BDG-0123456789ABCDEFGHJKMNPQRS0";
        String page = ana.page("/search?q=BDG-");
        assertTrue(page.contains("BDG-…: This is a badge"), page);
        for (String scanned : List.of(badge, "]C1" + badge, badge.toLowerCase(Locale.ROOT), badge + "9")) {
            assertEquals("/search?q=BDG-", path(ana.post("/search", Map.of("q", scanned)), world.owner), scanned);
            assertEquals("/search?q=BDG-", path(ana.get("/search?q=" + scanned), world.owner), scanned);
        }
        assertEquals("/search?q=CMD%3AUNDO", path(ana.post("/search", Map.of("q", " CMD:UNDO ")), world.owner));
        assertTrue(ana.page("/search?q=CMD:UNDO").contains("This is a command card"));
        assertTrue(ana.page("/search?q=TOTE-NOWHERE-9").contains("TOTE"));
    }

    @Test
    void nobody_sees_a_page_without_a_session() {
        Response inventory = new Browser().get("/inventory?owner=" + world.owner);
        assertEquals(303, inventory.statusCode());
        assertTrue(inventory.header("Location").endsWith("/login?then=%2Finventory%3Fowner%3D" + world.owner));
        for (String path :
                List.of("/", "/inventory/" + world.owner + "/GUMMY-60/lots", "/lots/1", "/search", "/account")) {
            assertEquals(303, new Browser().get(path).statusCode(), path);
        }
        assertEquals(303, new Browser().send("/account/sign-out", Map.of(), "x").statusCode());
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_wait_read_the_same() {
        Browser.add(name, "SUPERVISOR", null);
        Browser stranger = new Browser();
        String unknown = stranger.signIn(name + "-not", "correct horse battery")
                .asString()
                .replace(name + "-not", "");
        for (int n = 0; n < 5; n++) {
            Response wrong = stranger.signIn(name, "wrong horse battery");
            assertEquals(401, wrong.statusCode());
            assertEquals(unknown, wrong.asString().replace(name, ""));
        }
        assertEquals(401, stranger.signIn(name, Browser.PASSWORD).statusCode());
    }

    @Test
    void a_session_ends_where_it_should_and_at_once() {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        Response opened = new Browser().signIn(name, Browser.PASSWORD);
        String cookie = opened.headers().getValue("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertTrue(opened.header("Location").endsWith("/inventory"));
        assertEquals(
                403, ana.send("/account/sign-out", Map.of(), "of another page").statusCode());
        assertEquals(
                403,
                ana.asking()
                        .header("Sec-Fetch-Site", "cross-site")
                        .formParam("csrf", "x")
                        .post("/account/sign-out")
                        .statusCode());
        assertEquals(200, ana.get("/").statusCode());
        assertEquals(303, ana.post("/account/sign-out", Map.of()).statusCode());
        assertEquals(303, ana.get("/").statusCode());

        Browser again = new Browser();
        again.signIn(name, Browser.PASSWORD);
        Map<String, String> change =
                Map.of("old", Browser.PASSWORD, "fresh", "another staple", "again", "another staple");
        assertEquals(
                400,
                again.post("/account/password", Map.of("old", "x", "fresh", "short", "again", "short"))
                        .statusCode());
        assertEquals(303, again.post("/account/password", change).statusCode());
        assertEquals(303, again.get("/").statusCode());
        assertEquals(401, again.signIn(name, Browser.PASSWORD).statusCode());
        assertEquals(303, again.signIn(name, "another staple").statusCode());
        House.admin().delete("/api/v1/admin/people/" + name).then().statusCode(204);
        assertEquals(303, again.get("/").statusCode());
        assertEquals(401, again.signIn(name, "another staple").statusCode());
    }

    @Test
    void a_merchant_sees_its_own_and_machines_look_at_no_cookie() {
        World other = world.again();
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        other.stock("GUMMY-60", "L-X", "2026-06-30", 5, "A-02");
        Browser merchant = Browser.of(name, "MERCHANT", List.of(world.owner));
        String list = merchant.page("/inventory");
        assertTrue(list.contains(world.owner) && !list.contains(other.owner), list);
        assertEquals(404, merchant.get("/inventory?owner=" + other.owner).statusCode());
        assertEquals(
                404,
                merchant.get("/inventory/" + other.owner + "/GUMMY-60/lots").statusCode());
        String foreign = World.call()
                .get("/api/v1/owners/" + other.owner + "/items/GUMMY-60/lots")
                .jsonPath()
                .getString("items[0].lotId");
        assertEquals(404, merchant.get("/lots/" + foreign).statusCode());
        assertFalse(merchant.page("/search?q=L-X").contains("/lots/"));
        String board = merchant.page("/");
        List<String> ways = Pattern.compile("href=\"(/[^\"]+)\"")
                .matcher(board.substring(board.indexOf("<main")))
                .results()
                .map(way -> way.group(1))
                .toList();
        assertTrue(ways.size() > 5, board);
        ways.forEach(way -> assertEquals(200, merchant.get(way).statusCode(), way));
        assertEquals(401, merchant.get("/api/v1/owners").statusCode());
        assertEquals(
                401, merchant.get("/floor/tasks?warehouse=" + world.warehouse).statusCode());
    }

    @Test
    void what_others_wrote_is_text_and_nothing_else() {
        world.item("EVIL-1", Map.of("name", "<img src=x onerror=alert(1)>\"'{c:board}"));
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        for (String path : List.of("/inventory?owner=" + world.owner, "/inventory/" + world.owner + "/EVIL-1/lots")) {
            String page = ana.page(path);
            assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;{c:board}"), page);
        }
        assertFalse(ana.page("/search?q=%3Cscript%3E").contains("<script>"));
    }

    private static String row(String page, String lot) {
        int start = page.indexOf(">" + lot + "<");
        return page.substring(start, page.indexOf("</tr>", start));
    }

    /** Of one hit; lots of other stories bear the same number. */
    private static String path(Response answer, String owner) {
        return answer.statusCode() == 303
                ? answer.header("Location").replaceAll("https?://[^/]+", "")
                : answer.asString()
                        .replaceAll(
                                "(?s).*href=\"(/lots/\\d+)\">[^<]*</a> <span class=\"quiet\">[^<]* " + owner + "<.*",
                                "$1");
    }
}
