package dev.lotline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must hold of every page of the console, by light and by dark, on the phone and on the big screen. */
@QuarkusTest
class EveryPageTest {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_BYTES_NEXT = 20_000;
    private static final int MOST_REQUESTS = 12;
    private static final List<Integer> WIDTHS = List.of(390, 768, 1280, 1920);

    private final List<String> wrong = new ArrayList<>();

    @Test
    void every_page_is_light_and_quiet_can_be_read_by_everybody_and_fits_its_window() {
        try (Screen ana = Screen.open()) {
            FullHouse house = new FullHouse();
            Map<String, List<String>> addresses = house.addresses();
            assertEquals(List.of(), forgotten(addresses.keySet()), "routes that nobody walks");
            String name = house.world.owner.toLowerCase(Locale.ROOT);
            Browser.add(name, "SUPERVISOR", null);
            ana.go("/login");
            look(ana, "/login");
            ana.signIn(name);
            addresses.forEach((address, texts) -> {
                try (Screen fresh = ana.another()) {
                    walk(fresh, address, texts);
                }
            });
            assertEquals(List.of(), wrong);
            Identities.assertHold(house.world.owner, "GUMMY-60");
        }
    }

    /** As somebody comes who was never here, and comes again by night. */
    private void walk(Screen screen, String address, List<String> texts) {
        expect(address, "status", 200, screen.go(address));
        List<Integer> first = screen.loaded();
        atMost(address, "bytes", MOST_BYTES, first.get(0));
        atMost(address, "requests", MOST_REQUESTS, first.get(1));
        screen.barriers().forEach(each -> wrong.add(address + ": " + each));
        String read = screen.read();
        texts.stream().filter(each -> !read.contains(each)).forEach(each -> wrong.add(address + ": not shown " + each));
        expect(address, "made of what others wrote", List.of(), screen.planted());

        screen.theme(ColorScheme.DARK).width(WIDTHS.get(0)).go(address);
        atMost(
                address,
                "bytes of the next page",
                MOST_BYTES_NEXT,
                screen.loaded().get(0));
        look(screen, address);
    }

    private void look(Screen screen, String address) {
        screen.barriers("color-contrast").forEach(each -> wrong.add(address + " in the dark: " + each));
        for (int width : WIDTHS) {
            atMost(
                    address,
                    "pixels sideways at " + width,
                    0,
                    screen.width(width).sideways());
        }
        atMost(address, "shift", 0, screen.shift());
        screen.faults().forEach(each -> wrong.add(address + ": " + each));
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
