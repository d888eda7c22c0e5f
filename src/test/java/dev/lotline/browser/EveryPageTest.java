package dev.lotline.browser;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold of every page of the console, by light and by dark, on the phone and on the big screen. */
@QuarkusTest
class EveryPageTest {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_BYTES_NEXT = 20_000;
    private static final int MOST_REQUESTS = 12;
    private static final int MOST_STATEMENTS = 6;
    /** Of the window: the rounding of a cell that a live row widens, no row. */
    private static final double MOST_SHIFT = 0.001;

    /** A trace says first how it is to be read. */
    private static final int MOST_STATEMENTS_OF_A_TRACE = 7;

    private static final List<Integer> WIDTHS = List.of(390, 768, 1280, 1920);

    private static final String EVERYTHING_WRONG = """
            <!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><input><p style="color:red"><font color="#eee">faint</font>
            <table><tr><th><b>theirs</b></table><img src="http://127.0.0.1:9/x.png" alt=""><hr width="3000">
            <div id="late"></div><p>pushed down<script>console.error('oops');
            setTimeout(() => { late.append(...Array.from({length: 20}, () => document.createElement('br'))); throw 'out'; }, 50);</script>
            """;

    private static @Nullable FullHouse house;

    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void a_house_with_something_on_every_page() {
        Chromium.running();
        house = house == null ? new FullHouse() : house;
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(house.world.owner, "GUMMY-60");
    }

    @Test
    void every_page_is_light_and_quiet_can_be_read_by_everybody_and_fits_its_window() {
        Map<String, List<String>> addresses = house.addresses();
        assertEquals(List.of(), forgotten(addresses.keySet()), "routes that nobody walks");
        try (Screen ana = Screen.open()) {
            ana.go("/login");
            look(ana, "/login");
            signIn(ana, "ADMIN", null);
            addresses.forEach((address, texts) -> walk(ana, address, texts));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_merchant_finds_nothing_of_anybody_else_at_any_address() {
        World own = house.world.again();
        try (Screen merchant = Screen.open()) {
            signIn(merchant, "MERCHANT", List.of(own.owner));
            for (String address : house.addresses().keySet()) {
                String told = merchant.told(address);
                boolean theirs = address.contains(house.world.owner)
                        || address.matches("/(lots|holds|audit|print-jobs|printers)/[^?n].*");
                if (theirs && !told.matches("(?s)40[34] .*")) {
                    wrong.add(address + ": " + told);
                }
                if (told.contains(house.world.owner) && !address.contains(house.world.owner)) {
                    wrong.add(address + " tells of " + house.world.owner);
                }
            }
            assertEquals(List.of(), merchant.faults());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void what_comes_in_pieces_is_shown_in_one() throws IOException {
        try (Screen ana = Screen.open()) {
            signIn(ana, "SUPERVISOR", null);
            for (String address : List.of("/", "/inventory", "/orders", "/holds", "/audit")) {
                try (Trickle bad = new Trickle(ana.html(address))) {
                    ana.width(WIDTHS.get(0)).page().navigate(bad.url());
                    ana.page().locator("#keys").waitFor(new Locator.WaitForOptions().setState(ATTACHED));
                    still(ana, address);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** A check that sees nothing here would see nothing anywhere. */
    @Test
    void a_page_with_everything_wrong_is_seen_through() {
        try (Screen screen = Screen.open()) {
            screen.page()
                    .route(
                            "**/bad",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setHeaders(Map.of(
                                            "Content-Type", "text/html", "Content-Security-Policy", "style-src 'self'"))
                                    .setBody(EVERYTHING_WRONG)));
            screen.go("/bad");
            screen.page().waitForFunction("() => watched.shift > 0");
            assertTrue(
                    screen.barriers().stream().anyMatch(each -> each.startsWith("label")), screen.barriers()::toString);
            assertEquals(1, screen.faint().size());
            assertTrue(screen.sideways() > 0);
            assertEquals(3, screen.planted().size());
            String faults = String.join("\n", screen.faults());
            for (String each :
                    List.of("console: oops", "forbidden: style-src", "elsewhere: http://127.0.0.1:9/", "script: ")) {
                assertTrue(faults.contains(each), each + " in " + faults);
            }
        }
    }

    private static void signIn(Screen screen, String role, @Nullable List<String> owners) {
        String name = (role.charAt(0) + house.world.owner).toLowerCase(Locale.ROOT);
        Browser.add(name, role, owners);
        screen.signIn(name);
    }

    /** As somebody comes who was never here, and comes again by night. */
    private void walk(Screen screen, String address, List<String> texts) {
        screen.forget();
        expect(address, "status", 200, screen.go(address));
        List<Integer> first = screen.loaded();
        atMost(address, "bytes", MOST_BYTES, first.get(0));
        atMost(address, "requests", MOST_REQUESTS, first.get(1));
        atMost(
                address,
                "statements",
                mostStatements(address),
                Statements.of(address).size());
        atMost(address, "session not looked for", 0, Statements.of(address).isEmpty() ? 1 : 0);
        String read = screen.read();
        texts.stream().filter(each -> !read.contains(each)).forEach(each -> wrong.add(address + ": not shown " + each));
        expect(address, "made of what others wrote", List.of(), screen.planted());

        look(screen, address);

        screen.width(WIDTHS.get(0)).go(address);
        int again = screen.loaded().get(0);
        atMost(address, "bytes of the next page", MOST_BYTES_NEXT, again);
        still(screen, address + " on a phone");
        screen.width(1280);
    }

    private static int mostStatements(String address) {
        return address.endsWith("/report") ? MOST_STATEMENTS_OF_A_TRACE : MOST_STATEMENTS;
    }

    private void look(Screen screen, String address) {
        screen.barriers().forEach(each -> wrong.add(address + ": " + each));
        screen.theme(ColorScheme.DARK).faint().forEach(each -> wrong.add(address + " in the dark: " + each));
        screen.theme(ColorScheme.LIGHT);
        for (int width : WIDTHS) {
            int sideways = screen.width(width).sideways();
            atMost(address, "pixels sideways at " + width, 0, sideways);
        }
        still(screen, address);
        screen.faults().forEach(each -> wrong.add(address + ": " + each));
        screen.width(1280);
    }

    private void still(Screen screen, String where) {
        if (screen.shift() > MOST_SHIFT) {
            wrong.add(where + ": moved by " + screen.shift() + ", " + screen.moved());
        }
    }

    private void atMost(String address, String what, double most, double found) {
        if (found > most) {
            wrong.add(address + ": " + what + " " + found);
        }
    }

    private void expect(String address, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(address + ": " + what + " " + found);
        }
    }

    private static List<String> forgotten(Set<String> addresses) {
        return Routes.all().stream()
                .filter(route -> addresses.stream().noneMatch(each -> Routes.fits(route, each)))
                .toList();
    }
}
