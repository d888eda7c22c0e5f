package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The house administered from the console; what is dangerous asks for the password again. */
@QuarkusTest
class AdminAtTheConsoleStoryTest {
    private World world;
    private String name;
    private Browser root;

    @BeforeEach
    void an_administrator() {
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
        root = Browser.of(name + ".r", "ADMIN", null);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_person_is_added_given_another_password_and_disabled() {
        String who = name + ".n";
        Map<String, Object> form = new HashMap<>(Map.of(
                "name",
                who,
                "role",
                "MERCHANT",
                "owners",
                world.owner,
                "password",
                "first staple one",
                "own",
                "guess"));
        assertEquals(403, root.post("/admin/people", form).statusCode());
        assertEquals(401, new Browser().signIn(who, "first staple one").statusCode());
        form.put("own", Browser.PASSWORD);
        root.act("/admin/people", form);
        assertEquals(409, root.post("/admin/people", form).statusCode());
        Browser fresh = new Browser();
        assertEquals(303, fresh.signIn(who, "first staple one").statusCode());
        assertTrue(list(who, "/admin/people").contains("ACTIVE"));
        Map<String, Object> another = Map.of("password", "second staple two", "own", Browser.PASSWORD);
        assertEquals(
                400,
                root.post("/admin/people/" + who + "/password", Map.of("password", "short", "own", Browser.PASSWORD))
                        .statusCode());
        root.act("/admin/people/" + who + "/password", another);
        assertEquals(303, fresh.get("/").statusCode());
        assertEquals(401, fresh.signIn(who, "first staple one").statusCode());
        assertEquals(303, fresh.signIn(who, "second staple two").statusCode());
        assertEquals(
                403, root.post("/admin/people/" + who + "/disable", Map.of()).statusCode());
        root.act("/admin/people/" + who + "/disable", Map.of("own", Browser.PASSWORD));
        assertEquals(303, fresh.get("/").statusCode());
        assertTrue(list(who, "/admin/people").contains("DISABLED"));
        assertEquals(
                403,
                root.post("/admin/people/" + name + ".r/disable", Map.of("own", Browser.PASSWORD))
                        .statusCode());
        assertEquals(404, root.post("/admin/people/no-one/password", another).statusCode());
    }

    @Test
    void a_key_is_shown_once_and_counts_until_it_is_revoked() {
        String key = "KEY-" + world.owner;
        Map<String, Object> form =
                Map.of("name", key, "role", "INTEGRATION", "owners", world.owner, "own", Browser.PASSWORD);
        Response made = root.post("/admin/keys", form);
        assertEquals(201, made.statusCode(), made.asString());
        String token = made.asString().replaceAll("(?s).*<code class=\"raw\">(ll_k_[^<]+)</code>.*", "$1");
        assertEquals(200, House.as(token).get("/api/v1/owners/" + world.owner).statusCode());
        String list = list(key, "/admin/keys");
        assertTrue(list.contains("INTEGRATION") && list.contains(world.owner) && !list.contains(token), list);
        assertEquals(409, root.post("/admin/keys", form).statusCode());
        assertEquals(403, root.post("/admin/keys/" + key + "/revoke", Map.of()).statusCode());
        root.act("/admin/keys/" + key + "/revoke", Map.of("own", Browser.PASSWORD));
        assertTrue(list(key, "/admin/keys").contains("REVOKED"));
        root.post("/admin/keys", new HashMap<>(Map.of("name", "x", "role", "ADMIN", "own", Browser.PASSWORD)))
                .then()
                .statusCode(400);
    }

    @Test
    void places_are_locked_and_policies_hold() {
        world.announce("WRO-1", "GUMMY-60", true, lot("L-A", "2026-12-01", 100))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 100));
        Browser ana = Browser.of(name + ".a", "SUPERVISOR", null);
        String places = "/admin/places/" + world.warehouse + "/A-01";
        assertTrue(ana.page("/admin/places?warehouse=" + world.warehouse).contains(places));
        ana.act(places + "/lock", Map.of());
        assertEquals(
                "LOCATION_LOCKED",
                world.stow("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 10, "A-01").getString("code"));
        ana.act(places + "/unlock", Map.of());
        ok(world.stow("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 10, "A-01"));
        assertTrue(ana.act(places + "/label", Map.of()).startsWith("/print-jobs/"));
        assertEquals(
                404,
                ana.post("/admin/places/" + world.warehouse + "/Z-99/lock", Map.of())
                        .statusCode());
        Map<String, Object> policy = new HashMap<>(Map.of(
                "name", "<b>Hall</b>",
                "priority", "10",
                "lotVerification", "SLOT",
                "overReceiptPercent", "10",
                "overReceiptUnits", "25",
                "adjustUnits", "3",
                "adjustPercent", "1",
                "adjustValue", "500",
                "own", Browser.PASSWORD));
        ana.act("/admin/policies/" + world.warehouse, policy);
        assertEquals(3, world.get("/warehouses/" + world.warehouse).getInt("adjustUnits"));
        assertEquals("SLOT", world.get("/warehouses/" + world.warehouse).getString("lotVerification"));
        assertFalse(ana.page("/admin/places?warehouse=" + world.warehouse).contains("<b>Hall"));
        policy.put("carrierCutOff", "17:30");
        ana.act("/admin/policies/" + world.warehouse, policy);
        assertEquals("17:30", world.get("/warehouses/" + world.warehouse).getString("carrierCutOff"));
        policy.put("carrierCutOff", "half past");
        assertEquals(400, ana.post("/admin/policies/" + world.warehouse, policy).statusCode());
        policy.remove("carrierCutOff");
        policy.put("adjustUnits", "many");
        assertEquals(400, ana.post("/admin/policies/" + world.warehouse, policy).statusCode());
        policy.remove("own");
        assertEquals(403, ana.post("/admin/policies/" + world.warehouse, policy).statusCode());
        ana.act("/admin/owners", Map.of("owner", world.owner, "name", "<i>Healthy", "kind", "CUSTOMER"));
        String items = ana.page("/admin/owners/" + world.owner + "/items");
        assertTrue(items.contains("&lt;i&gt;Healthy") && items.contains("GUMMY-60"), items);
        for (String path : List.of("/admin/people", "/admin/keys")) {
            assertEquals(403, ana.get(path).statusCode(), path);
        }
    }

    @Test
    void a_rate_plan_is_duplicated_mended_and_activated() {
        Storage storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        String copy = "COPY-" + System.nanoTime();
        String at = root.act("/admin/plans", Map.of("plan", copy, "from", storage.plan, "version", "1"));
        assertEquals("/admin/plans/" + copy, at);
        assertTrue(root.page(at).contains("0.75"));
        Response wrong =
                root.post(at, Map.of("definition", "{\"code\":\"P\",\"currency\":\"XXQ\",\"colour\":1,\"rules\":[]}"));
        assertEquals(422, wrong.statusCode(), wrong.asString());
        for (String part : List.of("PLAN_CURRENCY_UNKNOWN", "PLAN_FIELD_UNKNOWN", "/colour", "XXQ")) {
            assertTrue(wrong.asString().contains(part), part + " in " + wrong.asString());
        }
        assertEquals(400, root.post(at, Map.of("definition", "{")).statusCode());
        root.act(
                at,
                Map.of(
                        "definition",
                        "{\"code\":\"P\",\"currency\":\"USD\",\"rules\":[{\"code\":\"BASE\",\"rates\":[{\"rate\":\"0.80\"}]}]}"));
        root.act(at + "/versions", Map.of("from", "2026-09-01"));
        assertEquals(403, root.post(at + "/versions/1/activate", Map.of()).statusCode());
        root.act(at + "/versions/1/activate", Map.of("own", Browser.PASSWORD));
        assertTrue(root.page(at + "?version=1").contains("0.80"));
        assertEquals("ACTIVE", world.get("/rate-plans/" + copy).getString("versions[0].state"));
        Browser merchant = Browser.of(name + ".m", "MERCHANT", List.of(storage.world.owner));
        assertEquals(404, merchant.get(at).statusCode());
        String paid = merchant.page("/admin/plans/" + storage.plan);
        assertTrue(paid.contains("<pre class=\"raw\">") && !paid.contains("<textarea"), paid);
        for (String path : List.of("/admin/owners", "/admin/places", "/admin/policies", "/admin/people")) {
            assertEquals(403, merchant.get(path).statusCode(), path);
        }
    }

    /** The row of a list, read from just before it. */
    private String list(String code, String path) {
        String page = root.page(path + "?after=" + code.substring(0, code.length() - 1));
        int start = page.indexOf(">" + code + "<");
        assertTrue(start > 0, page);
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
