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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items of an owner at the console: added with their barcodes and dimensions, changed, and refused as REST refuses. */
@QuarkusTest
class ItemsAtTheConsoleStoryTest {
    private World world;
    private Browser ana;
    private String at;

    @BeforeEach
    void a_supervisor() {
        world = World.acceptance();
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
        at = "/admin/owners/" + world.owner;
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void an_item_is_added_found_and_counted_by_its_new_barcode() {
        Map<String, Object> form = form("JAM/1 é");
        form.put("barcodes", "9504000059101\n\"JAM;CASE\";12\r\n");
        form.putAll(Map.of(
                "dimensions.length", "12",
                "dimensions.width", "12",
                "dimensions.height", "12",
                "dimensions.unit", "in"));
        assertEquals(at + "/items/JAM%2F1%20%C3%A9", ana.act(at + "/items", form));
        JsonPath stored = World.call()
                .get("/api/v1/owners/{owner}/items/{sku}", world.owner, "JAM/1 é")
                .jsonPath();
        assertEquals(List.of("09504000059101", "JAM;CASE"), stored.getList("barcodes.code"));
        assertEquals(List.of(1, 12), stored.getList("barcodes.quantity"));
        assertEquals(1, stored.getInt("volumeCubicFeet"));
        assertEquals(30, stored.getInt("minShelfLifeDays"));
        assertFalse(stored.getBoolean("allowMixingLocations"));
        String page = ana.page(at + "/items/JAM%2F1%20%C3%A9");
        assertTrue(page.contains("JAM;CASE\t12") && page.contains("value=\"30\""), page);
        String found = ana.page(at + "/items?search=ber");
        assertTrue(found.contains("&lt;b&gt;Berry") && !found.contains("GUMMY-60"), found);
        String csv = ana.get(at + "/items?search=ber&format=csv").asString();
        assertTrue(
                csv.startsWith("sku,name,status,lotTracked,") && csv.contains("JAM/1 é,<b>Berry,ACTIVE,true,FEFO,30,"),
                csv);
        assertEquals(409, ana.post(at + "/items", form).statusCode());
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_is_lost() {
        Map<String, Object> form = form("JAM-2");
        form.put("barcodes", "JAM\n9504000059102");
        form.put("minShelfLifeDays", "-1");
        form.put("name", "");
        form.put("lotNumberPattern", "([a-z");
        Response no = ana.post(at + "/items", form);
        assertEquals(400, no.statusCode());
        assertEquals("is required", said(no, "name"));
        assertEquals("line 2: has a wrong check digit", said(no, "barcodes"));
        assertEquals("must be between 0 and 36500", said(no, "minShelfLifeDays"));
        assertTrue(said(no, "lotNumberPattern").startsWith("is not an RE2 expression"));
        assertTrue(
                no.asString().contains("JAM\n9504000059102") && no.asString().contains("value=\"([a-z\""),
                no::asString);
        form.putAll(Map.of("minShelfLifeDays", "ten", "decimals", "0.5", "burnOrder", "LIFO"));
        no = ana.post(at + "/items", form);
        assertEquals("must be a number", said(no, "minShelfLifeDays"));
        assertEquals("must be a whole number", said(no, "decimals"));
        assertTrue(said(no, "burnOrder").startsWith("must be one of"));
        form = form("JAM-2");
        form.put("customerReturns", "RESTOCK");
        no = ana.post(at + "/items", form);
        assertEquals(422, no.statusCode());
        assertTrue(said(no, "customerReturns").length() > 20, no::asString);
        assertEquals(
                404,
                World.call()
                        .get("/api/v1/owners/{owner}/items/{sku}", world.owner, "JAM-2")
                        .statusCode());
    }

    @Test
    void a_policy_that_stock_depends_on_stays_and_the_rest_is_changed() {
        world.announce("WRO-1", "GUMMY-60", true, lot("L-A", "2026-12-01", 10))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 10));
        Map<String, Object> form = form("ignored");
        form.remove("lotTracked");
        Response no = ana.post(at + "/items/GUMMY-60", form);
        assertEquals(409, no.statusCode(), no.asString());
        assertTrue(said(no, "lotTracked").length() > 20, no::asString);
        form.put("lotTracked", "on");
        form.put("name", "Gummies");
        assertEquals(at + "/items/GUMMY-60", ana.act(at + "/items/GUMMY-60", form));
        assertTrue(ana.page(at + "/items/GUMMY-60?saved=1").contains("role=\"status\""));
        JsonPath stored = world.get("/owners/" + world.owner + "/items/GUMMY-60");
        assertEquals("Gummies", stored.getString("name"));
        assertEquals(30, stored.getInt("minShelfLifeDays"));
        assertEquals(404, ana.post(at + "/items/NO-SUCH", form).statusCode());
        assertEquals(404, ana.get(at + "/items/NO-SUCH").statusCode());
        Browser merchant = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".m", "MERCHANT", List.of(world.owner));
        assertEquals(403, merchant.post(at + "/items/GUMMY-60", form).statusCode());
        assertEquals(403, merchant.get(at + "/new-item").statusCode());
    }

    private static Map<String, Object> form(String sku) {
        return new HashMap<>(Map.of(
                "sku", sku,
                "name", "<b>Berry",
                "tracking", "on",
                "lotTracked", "on",
                "visible", "on",
                "unit", "EA",
                "minShelfLifeDays", "30"));
    }

    /** What the form says at a field. */
    private static String said(Response page, String field) {
        String mark = "id=\"f-" + field.replace('.', '-') + "-wrong\">";
        assertTrue(page.asString().contains(mark), page::asString);
        String rest = page.asString().substring(page.asString().indexOf(mark) + mark.length());
        return rest.substring(0, rest.indexOf('<'));
    }
}
