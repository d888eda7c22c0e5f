package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.House;
import dev.lotline.given.Stream;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that are open hear what the floor does, only what is theirs, and no longer than their session. */
@QuarkusTest
class LivePageStoryTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofMillis(1_200);

    private World world;
    private String name;
    private String lots;

    @BeforeEach
    void a_receipt_is_under_way() {
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
        lots = "/inventory/" + world.owner + "/GUMMY-60/lots";
        world.announce("WRO-9", "GUMMY-60", true, lot("L-C", "2027-12-01", 24))
                .then()
                .statusCode(201);
    }

    @Test
    void a_receipt_by_scan_changes_a_page_that_is_open() throws IOException, InterruptedException {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String address = stream(ana.page(lots));
        try (Stream page = ana.listen(address)) {
            String first = page.next("id:", SOON);
            assertNotNull(first);
            ok(world.receive("WRO-9", "GUMMY-60", "L-C", "2027-12-01", 20));
            ok(world.stow("WRO-9", "GUMMY-60", "L-C", "2027-12-01", 20, "A-01"));
            String row = await(page, ">20<");
            assertTrue(row.contains("hx-target=\"[id='lots-") && row.contains("L-C"), row);
        }
        try (Stream again = ana.listen(address)) {
            String lacking = await(again, "L-C");
            assertTrue(lacking.contains(">20<"), lacking);
        }
        try (Stream fresh = ana.listen(stream(ana.page(lots)))) {
            assertNull(fresh.next("data:<", A_WHILE));
        }
    }

    @Test
    void the_receipt_the_list_of_receipts_the_orders_and_the_board_hear_it_too()
            throws IOException, InterruptedException {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String receipt = "/receiving/" + world.owner + "/WRO-9";
        String narrowed = "?owner=" + world.owner;
        try (Stream one = ana.listen(stream(ana.page(receipt)));
                Stream list = ana.listen(stream(ana.page("/receiving" + narrowed)));
                Stream board = ana.listen(stream(ana.page("/")));
                Stream orders = ana.listen(stream(ana.page("/orders" + narrowed)))) {
            for (Stream page : List.of(one, list, board, orders)) {
                assertNotNull(page.next("id:", SOON));
            }
            ok(world.receive("WRO-9", "GUMMY-60", "L-C", "2027-12-01", 20));
            assertNotNull(await(one, "receipt-0"));
            assertNotNull(await(one, ">20<"));
            assertTrue(await(list, "receiving-").contains(">20<"));
            assertNotNull(await(board, "tile-waiting"));
            world.order("O-9", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
            assertNotNull(orders.next("event:stale", SOON));
        }
    }

    @Test
    void other_rows_than_the_page_has_are_announced_and_not_pushed_in() throws IOException, InterruptedException {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        try (Stream page = ana.listen(stream(ana.page(lots)))) {
            assertNotNull(page.next("id:", SOON));
            world.announce("WRO-10", "GUMMY-60", true, lot("L-D", "2028-12-01", 5))
                    .then()
                    .statusCode(201);
            assertNotNull(page.next("event:stale", SOON));
        }
    }

    @Test
    void a_merchant_hears_of_its_own_goods_only() throws IOException, InterruptedException {
        World other = world.again();
        Browser merchant = Browser.of(name, "MERCHANT", List.of(world.owner));
        String own = stream(merchant.page("/inventory?owner=" + world.owner));
        assertEquals(404, merchant.get(own.replace(world.owner, other.owner)).statusCode());
        assertEquals(401, new Browser().get(own).statusCode());
        for (String wrong : List.of(
                "/console/stream",
                "/console/stream?topics=weather",
                "/console/stream?topics=inventory",
                own + "&x=1")) {
            assertEquals(400, merchant.get(wrong).statusCode(), wrong);
        }
        try (Stream page = merchant.listen(own)) {
            assertNotNull(page.next("id:", SOON));
            other.stock("GUMMY-60", "L-X", "2027-06-30", 77, "A-02");
            assertNull(page.next("data:<", A_WHILE));
            world.stock("GUMMY-60", "L-A", "2027-06-30", 60, "A-01");
            assertTrue(await(page, ">60<").contains("GUMMY-60"));
        }
    }

    @Test
    void a_stream_ends_with_its_session() throws IOException, InterruptedException {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        try (Stream page = ana.listen(stream(ana.page(lots)))) {
            assertNotNull(page.next("id:", SOON));
            assertEquals(303, ana.post("/account/sign-out", Map.of()).statusCode());
            assertNotNull(page.next("event:signed-out", SOON));
        }
        Browser again = new Browser();
        again.signIn(name, Browser.PASSWORD);
        try (Stream page = again.listen(stream(again.page(lots)))) {
            assertNotNull(page.next("id:", SOON));
            House.admin().delete("/api/v1/admin/people/" + name).then().statusCode(204);
            assertNotNull(page.next("event:signed-out", SOON));
        }
        assertFalse(again.get(lots).statusCode() == 200);
    }

    private static String await(Stream page, String text) throws InterruptedException {
        for (String line = page.next("data:<", SOON); line != null; line = page.next("data:<", SOON)) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("nothing came with " + text);
    }

    private static String stream(String page) {
        Matcher address = Pattern.compile("hx-sse:connect=\"([^\"]+)\"").matcher(page);
        assertTrue(address.find(), page);
        return address.group(1).replace("&amp;", "&");
    }
}
