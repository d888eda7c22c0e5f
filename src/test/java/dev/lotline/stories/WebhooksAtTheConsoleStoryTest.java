package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.Receiver;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subscriptions at the console: made with a secret that is shown once, looked into, told again, stopped and ended. */
@QuarkusTest
class WebhooksAtTheConsoleStoryTest {
    private static final String HOOKS = "/admin/webhooks";

    @Test
    void a_subscription_is_made_watched_told_again_and_ended() throws Exception {
        World world = World.acceptance();
        String name = world.owner.toLowerCase(Locale.ROOT);
        Browser root = Browser.of(name, "ADMIN", null);
        String code = "H-" + world.owner;
        String at = HOOKS + "/" + code;
        try (Receiver receiver = new Receiver()) {
            Map<String, Object> form = new HashMap<>(Map.of(
                    "webhook", code,
                    "url", "ftp://nowhere",
                    "topics", "lotline.receiving, lotline.gossip",
                    "owner", world.owner,
                    "dialect", "STANDARD",
                    "active", "on"));
            Response no = root.post(HOOKS, form);
            assertEquals(400, no.statusCode(), no.asString());
            assertTrue(no.asString().contains("topics") && no.asString().contains("value=\"ftp://nowhere\""));
            form.putAll(Map.of("url", receiver.url(), "topics", "lotline.receiving"));
            Response made = root.post(HOOKS, form);
            assertEquals(201, made.statusCode(), made.asString());
            assertTrue(made.asString().contains("<code class=\"raw\">whsec_"), made::asString);
            assertFalse(root.page(at).contains("whsec_"));
            world.stock("GUMMY-60", "L-A", "2026-12-31", 5, "B-01");
            Printing.await(true, () -> root.page(at + "?state=DELIVERED").contains("lotline.receiving.RECEIVE"));
            String csv = root.get(at + "?state=DELIVERED&format=csv").asString();
            assertTrue(csv.startsWith("number,type,state,attempts,") && csv.contains(",DELIVERED,1,2"), csv);
            int told = receiver.messages().size();
            String page = root.page(at);
            root.act(page.replaceAll("(?s).*action=\"(/admin/webhooks/[^\"]+/replay)\".*", "$1"), Map.of());
            Printing.await(true, () -> receiver.messages().size() > told);
            form.remove("active");
            assertEquals(at, root.act(HOOKS, form));
            assertEquals("false", world.get("/webhooks/" + code).getString("active"));
            assertEquals(201, root.post(at + "/secret", Map.of()).statusCode());
            assertEquals(400, root.get(at + "?state=LOST").statusCode());
            assertTrue(root.page(HOOKS + "?after=" + code.substring(0, code.length() - 1))
                    .contains(receiver.url()));
            Browser merchant = Browser.of(name + ".m", "MERCHANT", List.of(world.again().owner));
            assertTrue(List.of(403, 404).contains(merchant.get(at).statusCode()));
            root.act(at + "/end", Map.of());
            assertEquals(404, root.get(at).statusCode());
            assertEquals(
                    404, root.post(at + "/deliveries/no-id/replay", Map.of()).statusCode());
        }
        Identities.assertHold(world.owner, "GUMMY-60");
    }
}
