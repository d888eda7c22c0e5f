package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.given.Handset;
import dev.lotline.given.World;
import dev.lotline.gs1.CheckDigit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Explain this barcode", through the door that handhelds use. */
@QuarkusTest
class ResolveStoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String gtin = Handset.gtin();
    private World world;

    @BeforeEach
    void a_house() {
        world = World.acceptance();
        world.item("GUMMY-60", Map.of("barcodes", List.of(Map.of("code", gtin, "quantity", 1))));
    }

    @Test
    void every_character_is_explained() {
        JsonPath told = resolve("]d201" + gtin + "17260630" + "10L-A\r", Map.of());
        assertEquals(List.of("01", "17", "10"), told.getList("fields.ai"));
        assertEquals(List.of(3, 19, 27), told.getList("fields.from"));
        assertEquals(List.of(19, 27, 32), told.getList("fields.to"));
        assertEquals("always 6 characters", told.getString("fields[1].rule"));
        assertEquals("2026-06-30", told.getString("fields[1].means"));
        assertEquals("to the end of the text", told.getString("fields[2].rule"));
        String explain = told.getString("explain");
        for (String step : List.of("removed 1 of the characters that end a scan", "removed ]d2", "17 = USE BY")) {
            assertTrue(explain.contains(step), explain);
        }
        assertEquals("standard 1", told.getString("profile"));
        assertEquals("GUMMY-60", told.getString("item.sku"));
    }

    @Test
    void what_is_open_decides_between_two_and_else_both_are_told_with_their_reasons() {
        World other = World.acceptance();
        other.item("OTHER-1", Map.of("barcodes", List.of(Map.of("code", gtin, "quantity", 1))));
        JsonPath both = resolve("]E0" + gtin.substring(1), Map.of());
        assertEquals("AMBIGUOUS_BARCODE", both.getString("code"));
        assertTrue(both.getList("alternatives").size() > 1);
        assertTrue(both.getString("explain").contains("nothing open here tells which"), both.prettify());
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        JsonPath here = resolve("]E0" + gtin.substring(1), Map.of());
        assertEquals("GUMMY-60", here.getString("item.sku"));
        assertEquals("CONTEXT", here.getString("confidence"));
        assertTrue(here.getString("explain").contains("it is in stock in this warehouse"), here.prettify());
        world.announce("R-1", "GUMMY-60", false, lot("L-B", "2026-07-31", 5))
                .then()
                .statusCode(201);
        JsonPath open = resolve(
                "]E0" + gtin.substring(1), Map.of("receivingOrder", Map.of("owner", world.owner, "reference", "R-1")));
        assertEquals("CONTEXT", open.getString("confidence"));
    }

    @Test
    void the_open_order_and_the_place_make_a_bare_lot_number_unique() {
        world.stock("GUMMY-60", "SAME", "2026-06-30", 10, "A-01");
        world.item("TWIN", Map.of());
        world.stock("TWIN", "SAME", "2026-09-30", 10, "B-01");
        assertEquals("AMBIGUOUS_BARCODE", resolve("SAME", Map.of()).getString("code"));
        assertEquals("TWIN", resolve("SAME", Map.of("location", "B-01")).getString("item.sku"));
        world.order("O-" + world.owner, Map.of("sku", "TWIN", "quantity", 1))
                .then()
                .statusCode(201);
        world.release("O-" + world.owner);
        JsonPath task = resolve("SAME", Map.of("order", Map.of("owner", world.owner, "reference", "O-" + world.owner)));
        assertEquals("TWIN", task.getString("item.sku"));
        assertEquals("CONTEXT", task.getString("confidence"));
        assertEquals("ORDER", resolve("O-" + world.owner, Map.of()).getString("kind"));
        world.announce("WRO-" + world.owner, "TWIN", false, lot("L-B", "2026-07-31", 5))
                .then()
                .statusCode(201);
        assertEquals(
                "WRO-" + world.owner, resolve("WRO-" + world.owner, Map.of()).getString("document.reference"));
    }

    @Test
    void an_unknown_case_is_offered_as_the_case_of_a_known_item() {
        JsonPath told = resolve("]C101" + caseOf(gtin), Map.of());
        assertEquals("UNKNOWN_BARCODE", told.getString("code"));
        assertNull(told.get("item"));
        assertEquals("CASE", told.getString("alternatives[0].kind"));
        assertEquals("GUMMY-60", told.getString("alternatives[0].sku"));
        assertEquals(List.of("ATTACH", "PRINT", "IGNORE"), told.getList("actions"));
    }

    @Test
    void a_lost_separator_is_suspected_by_the_lots_that_are_known() {
        world.announce("R-1", "GUMMY-60", false, lot("L-A", "2026-06-30", 5))
                .then()
                .statusCode(201);
        for (String data : List.of(
                "]C101" + gtin + "10L-A17260630",
                "]C101" + gtin + "10L-A3712",
                "]C101" + gtin + "10L-A17260630" + "21LONGER-THAN-A-LOT")) {
            JsonPath told = resolve(data, Map.of());
            assertEquals("SUSPECT_MISSING_GS", told.getString("code"), told.prettify());
            assertEquals("WARN", told.getString("outcome"));
            assertEquals("SUSPECT", told.getString("confidence"));
            assertEquals(List.of("10", "L-A"), told.getList("alternatives[0].ais[1]"));
        }
        assertNull(resolve("]C101" + gtin + "10L-B", Map.of()).get("code"));
        world.announce("R-2", "GUMMY-60", false, lot("L-A17260630", "2026-06-30", 5))
                .then()
                .statusCode(201);
        assertNull(resolve("]C101" + gtin + "10L-A17260630", Map.of()).get("code"));
    }

    @Test
    void bytes_win_and_a_foreign_profile_is_refused() {
        Map<String, Object> body = new HashMap<>(Map.of("data", "x", "bytes", "TE9DLUEtMDE"));
        JsonPath told = post(body, null).jsonPath();
        assertEquals("OWN", told.getString("carrier"));
        assertTrue(told.getList("issues.code").contains("BYTES_DIFFER"));
        body.put("profile", "no-such-profile");
        assertEquals(400, post(body, null).statusCode());
    }

    @Test
    void the_cases_of_the_profiles_are_read_the_same_through_the_door() throws IOException {
        int played = 0;
        for (String line : Files.readAllLines(Path.of("devices/conformance/profiles.jsonl"))) {
            played += played(JSON.readTree(line), "infos") ? 1 : 0;
        }
        assertTrue(played > 40);
    }

    @Test
    void the_tricky_scans_are_read_the_same_through_the_door() throws IOException {
        Path cases = neighbour();
        Assumptions.assumeTrue(cases != null, "no conformance cases beside the project");
        int played = 0;
        for (String line : Files.readAllLines(cases)) {
            JsonNode scan = JSON.readTree(line);
            played += played(scan, "no infos") ? 1 : 0;
        }
        assertTrue(played >= 48, played + " played");
    }

    private boolean played(JsonNode scan, String infos) {
        Map<String, Object> body = new HashMap<>();
        body.put("data", scan.path("input").asText());
        body.put("today", scan.path("today").asText("2026-06-15"));
        for (String field : List.of("bytes", "symbology", "labelType")) {
            body.put(field, scan.path(field).asText(null));
        }
        body.put("capsLock", scan.path("capsLock").asBoolean());
        String device = null;
        if (scan.path("profile").isObject()) {
            Map<String, Object> knobs =
                    JSON.convertValue(scan.path("profile"), new TypeReference<Map<String, Object>>() {});
            device = Handset.of(world, "conformance", knobs).device;
        } else {
            body.put("profile", scan.path("profile").asText("conformance"));
        }
        body.values().removeIf(value -> value == null);
        JsonPath told = post(body, device).jsonPath();
        JsonNode expect = scan.path("expect");
        String which = scan + " " + told.prettify();
        assertEquals(expect.path("outcome").asText(), told.getString("outcome"), which);
        if (expect.has("carrier")) {
            assertEquals(expect.path("carrier").asText(), told.getString("carrier"), which);
        }
        if (expect.has("ais")) {
            assertEquals(JSON.convertValue(expect.path("ais"), List.class), told.getList("ais"), which);
        }
        boolean reject = expect.path("outcome").asText().equals("REJECT");
        Set<String> found = new TreeSet<>(
                told.getList("issues.findAll { it.severity == '" + (reject ? "REJECT" : "WARN") + "' }.code"));
        Set<String> wanted = new TreeSet<>();
        expect.path("issues").forEach(code -> wanted.add(code.asText()));
        assertTrue(reject ? found.containsAll(wanted) : found.equals(wanted), which);
        expect.path(infos)
                .forEach(code -> assertTrue(told.getList("issues.code").contains(code.asText()), which));
        return true;
    }

    private Response post(Map<String, ?> body, String device) {
        return (device == null ? call() : call().header("Lotline-Device", device))
                .body(body)
                .post("/floor/resolve");
    }

    private JsonPath resolve(String data, Map<String, ?> around) {
        Map<String, Object> context = new HashMap<>(around);
        context.put("warehouse", world.warehouse);
        Response response =
                call().body(Map.of("data", data, "context", context)).post("/floor/resolve");
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    /** The same item in a case: indicator 1 and its check digit. */
    private static String caseOf(String gtin) {
        String digits = "1" + gtin.substring(1, 13);
        for (int check = 0; check < 10; check++) {
            if (CheckDigit.isRight(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException(gtin);
    }

    /** In a folder {@code data} somewhere beside the project; the cases don't come with it. */
    private static Path neighbour() throws IOException {
        Path folder = Path.of("").toAbsolutePath().getParent();
        for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent()) {
            try (Stream<Path> neighbours = Files.list(folder)) {
                Path found = neighbours
                        .map(place -> place.resolve("data/tricky-scans.jsonl"))
                        .filter(Files::exists)
                        .findFirst()
                        .orElse(null);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
