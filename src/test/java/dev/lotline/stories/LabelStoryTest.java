package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Handset;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import dev.lotline.gs1.foreign.Hibc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All symbols of a label together say what the goods are, whoever has made the label. */
@QuarkusTest
class LabelStoryTest {
    private final String gtin = Handset.gtin();
    /** A product of a maker of medical devices, its number made of digits that no other story has. */
    private final String product = "H" + gtin.substring(4);

    private World world;

    @BeforeEach
    void an_item_with_two_barcodes_and_a_receiving_order() {
        world = World.acceptance();
        world.item(
                "GUMMY-60",
                Map.of(
                        "barcodes",
                        List.of(
                                Map.of("code", gtin, "quantity", 1),
                                Map.of("code", "HIBC:A123:" + product, "quantity", 1))));
        world.announce("WRO-1", "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    private JsonPath received(Object... data) {
        Map<String, Object> event = new HashMap<>(Map.of(
                "receivingOrder",
                Map.of("owner", world.owner, "reference", "WRO-1"),
                "location",
                "DOCK-1",
                "quantity",
                5));
        if (data.length == 1) {
            event.put("barcode", Map.of("data", data[0]));
        } else {
            event.put(
                    "barcodes",
                    List.of(data).stream().map(text -> Map.of("data", text)).toList());
        }
        return world.scan(world.event("RECEIVE", event));
    }

    /** A label as one of a device's two outputs delivers it. */
    private JsonPath delivered(String source, String at, String place) {
        Map<String, Object> event = world.event(
                "RECEIVE",
                Map.of(
                        "receivingOrder",
                        Map.of("owner", world.owner, "reference", "WRO-1"),
                        "location",
                        place,
                        "quantity",
                        5,
                        "barcode",
                        Map.of("data", "]C101" + gtin + "10L-A", "source", source)));
        event.put("at", "2026-03-01T09:12:" + at + "-05:00");
        JsonPath reply = world.scan(event);
        assertEquals(true, world.scan(event).getBoolean("replayed"));
        return reply;
    }

    @Test
    void one_pull_of_the_trigger_that_comes_from_two_sources_counts_once() {
        assertEquals("UNKNOWN_LOCATION", delivered("WEDGE", "00.000", "NOWHERE").getString("code"));
        ok(delivered("INTENT", "00.100", "DOCK-1"));
        JsonPath again = delivered("WEDGE", "00.120", "DOCK-1");
        assertEquals("DUPLICATE_SCAN", again.getString("code"));
        assertEquals("WARN", again.getString("verdict"));
        assertEquals(null, again.getString("undo"));
        ok(delivered("INTENT", "00.200", "DOCK-1"));
        ok(delivered("WEDGE", "01.000", "DOCK-1"));
        assertEquals(
                15,
                world.get("/receiving-orders/" + world.owner + "/WRO-1").getInt("lines[0].received"),
                "units of one source count, however quickly they come");
    }

    private static String hibc(String text) {
        return text + Hibc.check(text);
    }

    @Test
    void a_label_of_a_medical_device_names_its_item_and_lot() {
        String primary = "+A123" + product + "0";
        assertEquals(5, ok(received(hibc(primary + "/$$3260630L-A"))).getInt("line.done"));
        String first = hibc(primary);
        String second = hibc("+$$3260630L-A" + first.charAt(first.length() - 1));
        assertEquals(10, ok(received(first, second)).getInt("line.done"), "the same as two symbols");
        String right = hibc(primary + "/$$3260630L-A");
        String wrong = right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0");
        assertEquals("BARCODE_UNREADABLE", received(wrong).getString("code"));
        assertEquals(
                "UNKNOWN_BARCODE", received(hibc("+A1230NOBODY0/$$3260630L-A")).getString("code"));
        JsonPath resolved = World.call()
                .body(Map.of("data", hibc(primary), "context", Map.of("warehouse", world.warehouse)))
                .post("/floor/resolve")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("GUMMY-60", resolved.getString("item.sku"), resolved.prettify());
    }

    @Test
    void the_symbols_of_a_label_are_judged_together() {
        ok(received("]E0" + gtin.substring(1), "]C11726063010L-A"));
        JsonPath torn = received("]C101" + gtin + "10L-A", "]C101" + Handset.gtin() + "17260630");
        assertEquals("BARCODE_UNREADABLE", torn.getString("code"), "two items on one label");
        assertEquals("REPEAT_CONFLICT", torn.getString("facts.issue"), torn.prettify());
        JsonPath dates = received("]C101" + gtin + "10L-A", "]C110L-B");
        assertEquals("REPEAT_CONFLICT", dates.getString("facts.issue"), "two lots on one label");
        assertEquals(
                5,
                world.get("/receiving-orders/" + world.owner + "/WRO-1").getInt("lines[0].received"),
                "nothing of them was booked");
    }
}
