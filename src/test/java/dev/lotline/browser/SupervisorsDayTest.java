package dev.lotline.browser;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day at the console, with the mouse and the keys. */
@QuarkusTest
class SupervisorsDayTest {
    private World world;
    private String name;
    private Screen screen;

    @BeforeEach
    void two_lots_and_an_order_with_an_open_task() {
        screen = Screen.open();
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 38, "A-02");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
    }

    @AfterEach
    void nothing_strange_was_seen_and_the_books_balance() {
        assertEquals(List.of(), screen.faults());
        screen.close();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void the_breakdown_shows_the_figures_of_rest() {
        world.announce("WRO-9", "GUMMY-60", true, lot("L-C", "2026-12-01", 24))
                .then()
                .statusCode(201);
        signIn("SUPERVISOR", null);
        page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Inventory").setExact(true))
                .first()
                .click();
        page().selectOption("#owner", world.owner);
        page().waitForURL("**/inventory?owner=" + world.owner + "*");
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GUMMY-60"))
                .first()
                .click();
        page().waitForURL("**/inventory/" + world.owner + "/GUMMY-60/lots*");

        JsonPath told = world.inventory("GUMMY-60");
        List<Map<String, String>> shown = screen.table("Lot breakdown");
        assertShown(told, "jetpack", row(shown, "Σ item"));
        assertEquals(3, told.getList("lots").size());
        for (int n = 0; n < told.getList("lots").size(); n++) {
            String at = "lots[" + n + "].";
            Map<String, String> row = row(shown, told.getString(at + "lotNumber"));
            assertShown(told, at + "jetpack", row);
            assertEquals(told.getString(at + "expirationDate"), row.get("Expires"));
            assertTrue(row.get("Status").startsWith(told.getString(at + "bottleneck.status")), row.toString());
        }
    }

    @Test
    void a_recall_is_looked_at_before_and_stops_the_pick() {
        Map<String, Object> task = world.release("O-1").stream()
                .filter(each -> each.get("lotNumber").equals("L-B"))
                .findFirst()
                .orElseThrow();
        signIn("SUPERVISOR", null);
        assertEquals(200, screen.go("/inventory/" + world.owner + "/GUMMY-60/lots"));
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("L-B"))
                .first()
                .click();
        page().waitForURL("**/lots/*");
        page().locator(".act").first().click();
        page().waitForURL("**/holds/new*");
        // the lot came along
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hold now"))
                .waitFor();
        String impact = page().locator("main").innerText();
        assertTrue(impact.contains("38\nunits put into quarantine"), impact);
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 0);

        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hold now"))
                .click();
        page().waitForURL("**/holds/*millis=*");
        assertTrue(page().locator("[role=status]").innerText().matches("(?s).*\\d.*"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 38);
        assertEquals("LOT_ON_HOLD", world.pick(task, "L-B", 38).getString("code"));
        screen.go("/orders/" + world.owner + "/O-1");
        assertTrue(page().locator("main").innerText().contains("L-A"));

        page().goBack();
        page().waitForURL("**/holds/*");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page().waitForURL("**/login");
        page().goBack();
        page().waitForURL("**/login*");
        assertFalse(page().locator("body").innerText().contains("RECALL"));
    }

    private void signIn(String role, List<String> owners) {
        Browser.add(name, role, owners);
        screen.signIn(name);
    }

    private Page page() {
        return screen.page();
    }

    private static void assertShown(JsonPath told, String vocabulary, Map<String, String> row) {
        Map<String, String> heads = Map.of(
                "incoming", "Incoming",
                "onHand", "On hand",
                "committed", "Committed",
                "fulfillable", "Fulfillable",
                "exception", "Exception",
                "backordered", "Backordered");
        Map<String, Object> figures = told.getMap(vocabulary);
        heads.forEach((figure, head) -> assertEquals(
                figures.get(figure) == null ? "–" : figures.get(figure).toString(),
                row.get(head),
                head + " of " + row));
    }

    private static Map<String, String> row(List<Map<String, String>> rows, String lot) {
        return rows.stream()
                .filter(row -> row.get("Lot").equals(lot))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + lot + " in " + rows));
    }
}
