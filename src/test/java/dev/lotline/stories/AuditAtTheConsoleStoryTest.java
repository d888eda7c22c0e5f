package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded, found again: the raw code, what it says, the verdict, who and when; and whether the books hold. */
@QuarkusTest
class AuditAtTheConsoleStoryTest {
    private static final String CODE = "]C101095040000591011727120110<b>";

    private World world;
    private Browser ana;
    private String list;

    @BeforeEach
    void a_receipt_and_a_scan_that_was_refused() {
        world = World.acceptance();
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
        list = "/audit?warehouse=" + world.warehouse;
        world.announce("WRO-1", "GUMMY-60", false, lot("L-A", "2026-12-01", 10))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 4));
        world.scan(world.event(
                "RECEIVE",
                Map.of(
                        "receivingOrder",
                        Map.of("owner", world.owner, "reference", "WRO-1"),
                        "barcode",
                        Map.of("data", CODE),
                        "quantity",
                        1,
                        "location",
                        "DOCK-1")));
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_scan_is_found_by_its_filters_and_read_again() {
        String all = ana.page(list);
        assertEquals(3, all.split("<td>RECEIVE</td>").length, all);
        String refused = ana.page(list + "&verdict=REFUSED&operation=RECEIVE");
        assertEquals(2, refused.split("<td>RECEIVE</td>").length, refused);
        assertTrue(refused.contains("10&lt;b&gt;") && !refused.contains("<b>"), refused);
        String event = ana.page(refused.replaceAll("(?s).*href=\"(/audit/[^\"]+)\".*", "$1"));
        assertTrue(event.contains("<th scope=\"row\">(01)</th><td><code>09504000059101</code>"), event);
        assertTrue(event.contains("(17)") && event.contains("UNKNOWN_") && event.contains("HH-"), event);
        assertFalse(event.contains("<b>"), event);
        String receipt = ana.page(list + "&verdict=OK");
        assertTrue(receipt.contains("<td class=\"n\">1</td><td>" + world.warehouse), receipt);
        assertTrue(ana.page(list + "&day=2020-01-01").contains("Nothing was recorded"));
        for (String wrong : List.of("&verdict=MAYBE", "&day=soon", "&after=x", "&colour=red")) {
            assertEquals(400, ana.get(list + wrong).statusCode(), wrong);
        }
        assertEquals(404, ana.get("/audit/01990000-0000-7000-8000-000000000000").statusCode());
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        for (int n = 0; n < 60; n++) {
            world.scan(world.event("COUNT", Map.of("location", "C-02", "counted", 0)));
        }
        String first = ana.page(list);
        String next = first.replaceAll("(?s).*href=\"(/audit\\?[^\"]*after=[^\"]*)\" rel=\"next\".*", "$1")
                .replace("&amp;", "&");
        String second = ana.page(next);
        assertEquals(51, first.split("href=\"/audit/").length);
        assertEquals(62 - 50 + 1, second.split("href=\"/audit/").length, second);
    }

    @Test
    void the_books_are_asked_and_say_what_they_found() {
        ana.act("/invariants", Map.of());
        String page = ana.page("/invariants");
        assertTrue(page.contains(">I27</th>") && page.contains("never below zero"), page);
        Browser merchant = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".m", "MERCHANT", List.of(world.owner));
        assertEquals(403, merchant.get("/invariants").statusCode());
        assertEquals(403, merchant.get("/audit").statusCode());
    }
}
