package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What storage costs, read at the console down to its arithmetic. */
@QuarkusTest
class FeesAtTheConsoleStoryTest {
    private Storage storage;
    private World world;
    private String name;
    private String fees;

    @BeforeEach
    void a_lot_in_a_bin_of_four_cubic_feet() {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        world = storage.world;
        name = world.owner.toLowerCase(Locale.ROOT);
        world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-11");
        fees = "/fees?owner=" + world.owner + "&warehouse=" + world.warehouse + "&month=2026-03";
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void lines_are_sorted_and_filed_by_whatever_they_are_summed_by() {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        world.stock("GUMMY-60", "L-B", "2027-07-31", 70, "A-02");
        storage.morning("2026-03-12");
        String page = ana.page(fees + "&sort=estimate");
        assertTrue(page.indexOf(">L-B</a>") < page.indexOf(">L-A</a>"), page);
        assertTrue(page.contains("&amp;by=lot&amp;sort=-estimate")
                && !ana.page(fees + "&by=class").contains("/why?"));
        Map.of("lot", "sku,lot,", "sku", "sku,", "location", "location,", "class", "storageClass,", "day", "day,")
                .forEach((by, keys) -> {
                    String csv = ana.get(fees + "&by=" + by + "&format=csv").asString();
                    String head = keys + "rule,places,average,unit,days,rate,accrued,estimate\r\n";
                    assertTrue(csv.startsWith(head) && csv.lines().count() > 1, csv);
                });
        String chosen =
                ana.get(fees + "&cols=lot&cols=accrued&sort=lot&format=csv").asString();
        assertTrue(chosen.matches("lot,accrued\r\nL-A,\\d[.]\\d\\d\r\nL-B,\\d[.]\\d\\d\r\n"), chosen);
        assertEquals(400, ana.get(fees + "&by=day&cols=lot").statusCode());
        assertEquals(400, ana.get("/fees?owner=" + world.owner + "&format=csv").statusCode());
        assertEquals(400, ana.get(fees + "&after=L-A").statusCode());
    }

    @Test
    void an_amount_is_read_down_to_quantity_rate_and_days() {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        JsonPath told = storage.fees("2026-03");
        assertEquals("0.97", told.getString("accrued"));
        String page = ana.page(fees);
        assertTrue(page.contains("<b>0.97</b>") && page.contains("<b>3.00</b>"), page);
        assertTrue(page.contains("<svg class=\"bars\"") && page.contains(">L-A</a>"), page);
        String why = page.replaceAll("(?s).*href=\"(/fees/[^\"]*/why[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        String reckoned = ana.page(why);
        for (String part : List.of(
                "<td class=\"n\">10</td><td class=\"n\">4.000</td><td class=\"n\">40.000</td><td class=\"n\">0.75</td>"
                        + "<td class=\"n\">31</td><td class=\"n\">0.96774194</td>",
                "✔ sums up",
                "in by STOW",
                "alone in it",
                "<b>0.97</b>",
                storage.plan + " v1")) {
            assertTrue(reckoned.contains(part), part + " in " + reckoned);
        }
        for (String by : List.of("sku", "location", "class")) {
            assertTrue(ana.page(fees + "&by=" + by).contains(">0.97<"), by);
        }
        assertEquals(400, ana.get(fees + "&by=colour").statusCode());
        assertEquals(400, ana.get(fees.replace("2026-03", "March")).statusCode());
        assertTrue(ana.page("/fees?owner=" + world.owner).contains("type=\"month\""));
    }

    @Test
    void what_would_cost_less_is_reckoned_and_nothing_is_changed() {
        Browser ana = Browser.of(name, "SUPERVISOR", null);
        String outlook = ana.page("/fees/" + world.owner + "/outlook?month=2026-03&warehouse=" + world.warehouse);
        assertTrue(outlook.contains("Between 3.00 and 3.00"), outlook);
        String savings = ana.page("/fees/" + world.owner + "/savings?warehouse=" + world.warehouse);
        assertTrue(savings.contains("If it left today") && savings.contains("2.03"), savings);
        String form = "/fees/" + world.owner + "/what-if?warehouse=" + world.warehouse;
        assertTrue(ana.page(form).contains("name=\"percent\""));
        String gone = ana.page(form + "&kind=DISPOSE&sku=GUMMY-60");
        assertTrue(gone.contains("<b>3.00</b>") && gone.contains("-2.03"), gone);
        assertEquals(400, ana.get(form + "&kind=BURN&sku=GUMMY-60").statusCode());
        assertEquals("0.97", storage.fees("2026-03").getString("accrued"));
    }

    @Test
    void a_month_becomes_a_statement_and_a_merchant_reads_its_own() {
        World other = world.again();
        storage.morning("2026-04-01");
        Browser root = Browser.of(name + ".r", "ADMIN", null);
        String statements = "/fees/" + world.owner + "/statements";
        String number = root.act(statements, Map.of("warehouse", world.warehouse, "month", "2026-03"));
        assertTrue(number.startsWith(statements + "/ST-2026-03"), number);
        Browser merchant = Browser.of(name, "MERCHANT", List.of(world.owner));
        assertTrue(merchant.page(number).contains("<td class=\"n strong\">3.00</td>"), merchant.page(number));
        assertTrue(merchant.page(statements).contains(number));
        assertFalse(merchant.page(statements).contains("<form class=\"card\""));
        assertEquals(403, merchant.post(statements, Map.of()).statusCode());
        for (String path : List.of(
                "/fees?owner=" + other.owner + "&warehouse=" + world.warehouse,
                "/fees/" + other.owner + "/statements",
                "/fees/" + other.owner + "/why?month=2026-03&warehouse=" + world.warehouse,
                "/fees/" + other.owner + "/outlook?month=2026-03&warehouse=" + world.warehouse,
                "/fees/" + other.owner + "/savings?warehouse=" + world.warehouse)) {
            assertEquals(404, merchant.get(path).statusCode(), path);
        }
    }
}
