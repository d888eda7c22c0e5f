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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places brought in by the table, all or none, and taken out again as a file; labels, cards and badges by the sheet. */
@QuarkusTest
class PlacesAtTheConsoleStoryTest {
    private static final String IMPORT = "/admin/places/import";

    private World world;
    private Browser ana;

    @BeforeEach
    void a_supervisor() {
        world = World.acceptance();
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_table_is_checked_line_by_line_and_brought_in_whole_or_not_at_all() {
        String bad = "Location;type;pickSequence;capacityVolume;building\n"
                + "N-01;PICK_FACE;10;12.5;\n\nN-02;ATTIC;ten;;\nN-01;PICK_FACE;11;;\n@N;PICK_FACE;1;0;\nA-01;PICK_FACE;5;;\n";
        Response told = bring(bad.replace("PICK_FACE", type()), "apply");
        assertEquals(400, told.statusCode(), told.asString());
        assertTrue(verdict(told, 4).contains("type must be one of")
                && verdict(told, 4).contains("pickSequence must be"));
        assertTrue(verdict(told, 5).contains("location is in line 2 already"));
        assertTrue(verdict(told, 6).contains("must not begin with @")
                && verdict(told, 6).contains("greater than 0"));
        assertTrue(told.asString().contains("1 new, 1 changed, 0 unchanged, 3 wrong."), told::asString);
        assertEquals(404, place("N-01").statusCode());

        String good = ("location,type,zone,pickSequence\nN-01,%1$s,Z9,10\n\"N,02\",%1$s,Z9,20\n").formatted(type());
        assertTrue(bring(good, "check").asString().contains("2 new, 0 changed, 0 unchanged, 0 wrong."));
        assertEquals(404, place("N-01").statusCode());
        assertTrue(bring(good, "apply").asString().contains("Imported: 2 new, 0 changed."));
        JsonPath stored = place("N-01").jsonPath();
        assertEquals("Z9", stored.getString("zone"));
        assertTrue(stored.getBoolean("pickable"));
        assertEquals(200, place("N,02").statusCode());

        ana.act("/admin/places/" + world.warehouse + "/N-01/lock", Map.of());
        String zone = "location,zone\nN-01,Z8\n\"N,02\",Z9\n";
        assertTrue(bring(zone, "apply").asString().contains("Imported: 0 new, 1 changed."));
        stored = place("N-01").jsonPath();
        assertEquals("Z8", stored.getString("zone"));
        assertEquals(10, stored.getInt("pickSequence"));
        assertTrue(stored.getBoolean("locked"), "what has no column stays");
    }

    @Test
    void what_the_books_refuse_is_said_at_its_line_too() {
        world.announce("WRO-1", "GUMMY-60", true, lot("L-A", "2026-12-01", 10))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 10));
        ok(world.stow("WRO-1", "GUMMY-60", "L-A", "2026-12-01", 10, "A-01"));
        Response told = bring("location,type\nN-01," + type() + "\nA-01,TOTE\n", "check");
        assertEquals(400, told.statusCode(), told.asString());
        assertTrue(verdict(told, 3).contains("class=\"stop\""), told::asString);
        assertEquals(404, place("N-01").statusCode());
        assertEquals(
                400,
                bring("location,type,building\nN-01," + type() + ",NOWHERE\n", "check")
                        .statusCode());
        assertEquals(400, bring("place,type\nN-01," + type() + "\n", "check").statusCode());
        String many = "location,type\n"
                + IntStream.rangeClosed(1, 2_001)
                        .mapToObj(n -> "M-" + n + "," + type())
                        .collect(Collectors.joining("\n"));
        assertEquals(400, bring(many, "check").statusCode());
        Response most = bring(many.substring(0, many.lastIndexOf('\n')), "check");
        assertTrue(most.asString().contains("2000 new,"), most::asString);
        assertEquals(
                404,
                ana.post(IMPORT, Map.of("warehouse", "NO-SUCH", "places", "location\nA", "do", "check"))
                        .statusCode());
    }

    @Test
    void places_are_a_file_that_can_be_brought_in_again() {
        assertFalse(ana.page("/admin/places?warehouse=" + world.warehouse).contains("@TOTE"));
        String csv = ana.get("/admin/places?warehouse=" + world.warehouse + "&format=csv")
                .asString();
        assertTrue(csv.startsWith("location,type,zone,aisle,bay,level,bin,pickSequence,storageClass,"), csv);
        String again = bring(csv, "check").asString();
        assertTrue(again.contains("0 new, 0 changed, " + (csv.lines().count() - 1) + " unchanged, 0 wrong."), again);
    }

    @Test
    void labels_cards_and_badges_come_by_the_sheet_to_whoever_is_signed_in() {
        String at = "/admin/sheets/LOCATION.pdf?warehouse=" + world.warehouse;
        assertPdf(ana.get(at + "&from=A-01&to=A-02&zone=&paper=LETTER"));
        String zpl = ana.get(at.replace(".pdf", ".zpl") + "&from=A-01&to=A-02").asString();
        assertTrue(zpl.contains("^XA") && zpl.contains("A-01") && !zpl.contains("C-01"), zpl);
        assertTrue(ana.page("/admin/places?warehouse=" + world.warehouse).contains("/admin/sheets/LOCATION.zpl"));
        assertPdf(ana.get("/admin/sheets/COMMANDS.pdf"));
        assertEquals(404, ana.get("/admin/sheets/NONE.pdf").statusCode());
        assertEquals(400, ana.get("/admin/sheets/LOCATION.pdf").statusCode());
        assertEquals(
                404, ana.get("/admin/sheets/LOCATION.pdf?warehouse=NO-SUCH").statusCode());
        assertEquals(
                403, ana.post("/admin/sheets/badges", Map.of("people", "Ana")).statusCode());
        Browser root = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".r", "ADMIN", null);
        assertTrue(root.page("/admin/people").contains("action=\"/admin/sheets/badges\""));
        assertPdf(root.post("/admin/sheets/badges", Map.of("people", "Ana;PICKER\n\nBob\n")));
        assertEquals(
                400,
                root.post("/admin/sheets/badges", Map.of("people", "Ana;PICKER;BDG-1"))
                        .statusCode());
        assertEquals(
                400, root.post("/admin/sheets/badges", Map.of("people", "")).statusCode());
    }

    private static void assertPdf(Response file) {
        assertEquals(200, file.statusCode(), file.asString());
        assertEquals("application/pdf", file.contentType());
        assertTrue(file.asString().startsWith("%PDF"));
        assertFalse(String.valueOf(file.header("Cache-Control")).isEmpty());
    }

    private String type() {
        return place("A-01").jsonPath().getString("type");
    }

    private Response place(String code) {
        return World.call().get("/api/v1/warehouses/{warehouse}/locations/{location}", world.warehouse, code);
    }

    private Response bring(String text, String act) {
        return ana.post(IMPORT, Map.of("warehouse", world.warehouse, "places", text, "do", act));
    }

    /** What is said to a line. */
    private static String verdict(Response page, int line) {
        String[] rows = page.asString().split("<td class=\"n\">" + line + "</td>");
        assertTrue(rows.length > 1, page::asString);
        return rows[1].substring(0, rows[1].indexOf("</tr>"));
    }
}
