package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list as it is, under a name: for oneself alone, until it is forgotten. */
@QuarkusTest
class SavedViewStoryTest {
    private World world;
    private Browser ana;
    private Browser ben;

    @BeforeEach
    void two_people() {
        world = World.acceptance();
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
        ben = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".b", "SUPERVISOR", null);
    }

    @Test
    void a_view_is_saved_from_its_list_opened_by_its_name_given_another_address_and_forgotten() {
        String view = "/inventory?owner=" + world.owner + "&sort=-onHand&cols=sku&cols=onHand";
        assertTrue(ana.page(view).contains("name=\"address\" value=\"" + view.replace("&", "&amp;")), view);
        assertEquals("/views", ana.act("/views", Map.of("name", "Most of it", "address", encoded(view))));
        String mine = ana.page("/views");
        assertTrue(mine.contains("<a href=\"" + view.replace("&", "&amp;") + "\">Most of it</a>"), mine);
        assertTrue(ana.page(view).contains("aria-sort=\"descending\""));
        assertFalse(ben.page("/views").contains("Most of it"));

        ana.act("/views", Map.of("name", "Most of it", "address", "/holds"));
        mine = ana.page("/views");
        assertTrue(mine.contains("<a href=\"/holds\">Most of it</a>") && !mine.contains("onHand"), mine);
        String forget = mine.replaceAll("(?s).*action=\"(/views/[0-9]+/forget)\".*", "$1");
        assertEquals(404, ben.post(forget, Map.of()).statusCode());
        assertEquals("/views", ana.act(forget, Map.of()));
        assertFalse(ana.page("/views").contains("Most of it"));
    }

    @Test
    void a_view_is_of_this_house_and_has_a_name() {
        for (String elsewhere : List.of(
                "https://elsewhere.example",
                "//elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "orders",
                "/orders?a b")) {
            Response answer = ana.post("/views", Map.of("name", "n", "address", encoded(elsewhere)));
            assertEquals(400, answer.statusCode(), elsewhere);
            assertTrue(answer.asString().contains("address"), answer.asString());
        }
        assertEquals(
                400,
                ana.post("/views", Map.of("name", " ", "address", "/orders")).statusCode());
        assertEquals(
                400,
                ana.post("/views", Map.of("name", "n".repeat(65), "address", "/orders"))
                        .statusCode());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
