package dev.lotline.browser;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
        // what is chosen before the page is whole is not heard
        page().waitForURL("**/inventory*");
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
            assertEquals(written(told.getString(at + "expirationDate")), row.get("Expires"));
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

    @Test
    void a_receipt_arrives_on_the_open_page_while_it_is_scanned() {
        world.announce("WRO-9", "GUMMY-60", true, lot("L-C", "2026-12-01", 24))
                .then()
                .statusCode(201);
        signIn("SUPERVISOR", null);
        screen.go("/inventory/" + world.owner + "/GUMMY-60/lots");
        page().locator(".stamp[data-state=live]").waitFor();
        page().evaluate("() => { window.neverLeft = true; }");
        ok(world.receive("WRO-9", "GUMMY-60", "L-C", "2026-12-01", 20));
        ok(world.stow("WRO-9", "GUMMY-60", "L-C", "2026-12-01", 20, "B-01"));
        page().locator("tr", new Page.LocatorOptions().setHasText("B-01")).waitFor();
        Map<String, String> row = row(screen.table("Lot breakdown"), "L-C");
        assertEquals("20", row.get("On hand"));
        assertEquals("4", row.get("Incoming"));
        assertEquals(true, page().evaluate("() => window.neverLeft"));
        // a cell may grow by the name of a place; no row moves
        assertTrue(screen.shift() < 0.001, screen.shift() + " of the window moved");
    }

    @Test
    void three_lots_are_announced_after_a_look_at_each_row() {
        signIn("SUPERVISOR", null);
        screen.go("/receiving/new");
        page().selectOption("#owner", world.owner);
        page().selectOption("#warehouse", world.warehouse);
        page().fill("#reference", "WRO-3");
        for (int n = 1; n <= 3; n++) {
            page().getByLabel("SKU " + n).fill("GUMMY-60");
            page().getByLabel("Lot " + n).fill("L-" + n);
            page().getByLabel("Expires " + n).fill("2026-12-0" + n);
            page().getByLabel("Units " + n).fill("" + 10 * n);
        }
        page().locator("button[value=check]:not(.unseen)").click();
        assertTrue(page().locator("[role=status]").innerText().contains("3"));
        assertEquals(
                404,
                World.call()
                        .get("/api/v1/receiving-orders/" + world.owner + "/WRO-3")
                        .statusCode());
        page().locator("button[value=announce]").click();
        page().waitForURL("**/receiving/" + world.owner + "/WRO-3");
        JsonPath told = world.get("/receiving-orders/" + world.owner + "/WRO-3");
        assertEquals(List.of("L-1", "L-2", "L-3"), told.getList("lines[0].lots.lotNumber"));
        figures(world.inventory("GUMMY-60"), "jetpack", "incoming", 60);
    }

    @Test
    void a_form_that_is_half_filled_in_stays_while_the_network_is_gone() {
        signIn("SUPERVISOR", null);
        screen.go("/receiving/new");
        page().fill("#reference", "WRO-OFF");
        page().context().setOffline(true);
        page().locator("#offline").waitFor();
        page().click("a[href='/inventory']");
        page().press("#reference", "Enter");
        assertEquals("/receiving/new", screen.address());
        assertEquals("WRO-OFF", page().inputValue("#reference"));
        page().context().setOffline(false);
        page().locator("#offline").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page().click("a[href='/inventory']");
        page().waitForURL("**/inventory*");
        assertEquals(List.of(), screen.faults());
    }

    @Test
    void a_fee_is_read_down_to_its_arithmetic() {
        Storage storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        world = storage.world;
        name = world.owner.toLowerCase(Locale.ROOT);
        world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-11");
        signIn("SUPERVISOR", null);
        screen.go("/fees?owner=" + world.owner + "&warehouse=" + world.warehouse + "&month=2026-03");
        assertTrue(page().locator(".tiles")
                .innerText()
                .contains(storage.fees("2026-03").getString("accrued")));
        page().locator("a[href*='/why?']").first().click();
        page().waitForURL("**/why?*");
        String read = page().locator("main").innerText();
        // 10 days of a bin of 4 cubic feet at 0.75 for a month of 31
        for (String part : List.of("40.000", "0.75", "31", "0.96774194", "0.97")) {
            assertTrue(read.contains(part), part + " in " + read);
        }
        World.clock("2026-03-01");
    }

    @Test
    void what_is_on_the_screen_is_what_is_in_the_file() throws IOException {
        signIn("SUPERVISOR", null);
        screen.go("/inventory/" + world.owner + "/GUMMY-60/lots");
        List<String> shown = screen.table("Lot breakdown").stream()
                .map(row -> row.get("Lot"))
                .filter(each -> each.startsWith("L-"))
                .toList();
        String csv = Files.readString(downloaded("CSV"));
        assertEquals(
                shown,
                csv.lines()
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .filter(each -> each.startsWith("L-"))
                        .toList(),
                csv);
        assertTrue(new String(Files.readAllBytes(downloaded("XLSX")), StandardCharsets.ISO_8859_1).startsWith("PK"));
    }

    private Path downloaded(String kind) {
        return page().waitForDownload(() -> page().locator(".files a", new Page.LocatorOptions().setHasText(kind))
                        .click())
                .path();
    }

    private void signIn(String role, List<String> owners) {
        Browser.add(name, role, owners);
        screen.signIn(name);
    }

    private Page page() {
        return screen.page();
    }

    /** A day as people read it, such as 15 MAY 2026. */
    private static String written(String date) {
        return LocalDate.parse(date)
                .format(DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.ENGLISH))
                .toUpperCase(Locale.ENGLISH);
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
