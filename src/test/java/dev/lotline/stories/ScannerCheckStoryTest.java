package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.floor.check.SheetCode;
import dev.lotline.given.Handset;
import dev.lotline.given.House;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A new scanner is checked, mended, and accepted by a supervisor. */
@QuarkusTest
class ScannerCheckStoryTest {

    /** AIM ids on, GS typed as a bar, TAB behind. */
    private static String scan(SheetCode code) {
        return code.aimId() + code.text().replace('\u001d', '|') + "\t";
    }

    private static List<Map<String, Object>> samples() {
        return SheetCode.all().stream()
                .filter(SheetCode::quick)
                .map(code -> Map.<String, Object>of("sheet", code.sheet(), "barcode", Map.of("data", scan(code))))
                .toList();
    }

    @Test
    void five_scans_give_a_profile_that_reads_the_scanner_from_the_next_scan_on() {
        World world = World.acceptance();
        Handset handset = Handset.of(world, "standard", Map.of());
        JsonPath told = call().body(Map.of("device", handset.device, "samples", samples()))
                .post("/devices/diagnosis")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("AS \"|\"", told.getString("findings.find { it.setting == 'GS' }.value"));
        assertEquals("TAB", told.getString("findings.find { it.setting == 'SUFFIX' }.value"));
        assertTrue(told.getBoolean("good"));
        String label = "]d2010950400005910110L-A|17260630\t";
        assertEquals("REJECT", outcome(handset, label));
        handset.register(world, told.getString("profile"), told.getMap("settings"))
                .then()
                .statusCode(200)
                .body("version", is(2));
        assertEquals("OK", outcome(handset, label));
    }

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static String outcome(Handset handset, String data) {
        return call().header("Lotline-Device", handset.device)
                .body(Map.of("data", data))
                .post("/floor/resolve")
                .path("outcome");
    }

    @Test
    void the_pages_stand_alone_and_need_no_credential() {
        Pattern outside = Pattern.compile("(src|href|action)=\"(?!/devices/)[^\"]*\"|style=|<script>|\\bon\\w+=\"");
        for (String page : List.of("/devices/test-sheet", "/devices/check")) {
            Response answer = given().get(page);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'self'"));
            assertFalse(outside.matcher(answer.asString()).find(), page);
        }
        String sheet = given().get("/devices/test-sheet").asString();
        assertEquals(SheetCode.all().size(), sheet.split("<svg ", -1).length - 1);
        for (String file : List.of("sheet.css", "check.js")) {
            given().get("/devices/" + file).then().statusCode(200);
        }
    }

    @Test
    void the_page_tells_in_words_what_to_change_and_shows_what_was_scanned_as_text() {
        String evil = "<script>alert(1)</script>";
        form().formParam("S1", "TST-1:" + evil)
                .formParam("S7-silent", "on")
                .post("/devices/check")
                .then()
                .statusCode(200)
                .body(containsString("✖ S1"))
                .body(containsString("ITF OFF"))
                .body(containsString("Enable Interleaved 2 of 5"))
                .body(not(containsString("<script>alert")));
        SheetCode first = SheetCode.all().get(0);
        form().formParam("S1", first.text().toUpperCase(Locale.ROOT) + "\u240d")
                .post("/devices/check")
                .then()
                .statusCode(200)
                .body(containsString("CASE UPPER"))
                .body(containsString("SUFFIX CR"))
                .body(containsString("AIM OFF"));
        form().formParam("S1", "x".repeat(1_001)).post("/devices/check").then().statusCode(400);
    }

    @Test
    void the_diagnosis_is_for_those_who_may_resolve_and_names_every_wrong_sample() {
        given().contentType("application/json")
                .body(Map.of())
                .post("/devices/diagnosis")
                .then()
                .statusCode(401);
        call().body(Map.of("samples", List.of()))
                .post("/devices/diagnosis")
                .then()
                .statusCode(400);
        call().body(Map.of("samples", List.of(Map.of("sheet", "S9"), Map.of("sheet", "S1"))))
                .post("/devices/diagnosis")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("samples[0].sheet", "samples[1].barcode.data")));
    }

    @Test
    void a_device_is_registered_by_supervisors_of_its_warehouse_with_a_profile_that_is_there() {
        World world = World.acceptance();
        Map<String, Object> wrong = Map.of(
                "warehouse",
                world.warehouse,
                "profile",
                "standard",
                "location",
                "NOWHERE",
                "settings",
                Map.of("gsAliases", List.of("%"), "colour", "red"));
        call().body(wrong)
                .put("/api/v1/devices/D-" + world.warehouse)
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("location", "settings.colour", "settings.gsAliases")));
        call().body(Map.of("warehouse", world.warehouse, "profile", "nothing"))
                .put("/api/v1/devices/D-" + world.warehouse)
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("profile")));
        String device = House.token(
                Map.of("name", "HH-" + world.warehouse, "role", "DEVICE", "warehouses", List.of(world.warehouse)));
        House.as(device)
                .body(Map.of("warehouse", world.warehouse, "profile", "standard"))
                .put("/api/v1/devices/HH-" + world.warehouse)
                .then()
                .statusCode(403);
        World other = World.acceptance();
        call().body(Map.of("warehouse", other.warehouse, "profile", "standard"))
                .put("/api/v1/devices/HH-" + world.warehouse)
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("warehouse")));
        Map<String, Object> right = Map.of("warehouse", world.warehouse, "profile", "camera");
        for (int twice = 0; twice < 2; twice++) {
            call().body(right)
                    .put("/api/v1/devices/HH-" + world.warehouse)
                    .then()
                    .statusCode(200)
                    .body("version", is(1));
        }
        House.as(device)
                .get("/api/v1/devices?limit=500")
                .then()
                .statusCode(200)
                .body("items.device", is(List.of("HH-" + world.warehouse)));
        call().get("/api/v1/scan-profiles").then().statusCode(200).body("items.profile", hasItem("zebra-ds-hid"));
    }
}
