package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Handset;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scanner that can only send what it scanned does a whole shift. */
@QuarkusTest
class RawScanStoryTest {
    private final String gtin = Handset.gtin();
    private final String label = "]d201" + gtin + "17260630" + "10L-A";
    private World world;
    private Handset handset;
    private String receipt;
    private String order;

    @BeforeEach
    void a_house_and_a_scanner() {
        world = World.acceptance();
        world.item("GUMMY-60", Map.of("barcodes", List.of(Map.of("code", gtin, "quantity", 1))));
        handset = Handset.of(world, "standard", Map.of());
        // other stories have things of every short name
        receipt = "R-" + world.owner;
        order = "O-" + world.owner;
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void goods_are_received_put_on_a_shelf_and_picked_by_scans_alone() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        assertEquals(receipt, handset.told(receipt, "DOCUMENT_OPEN").getString("facts.reference"));
        handset.told("CMD:QTY:12", "QUANTITY_SET");
        JsonPath received = ok(handset.told(label, "RECEIVED"));
        assertEquals(12, received.getInt("line.done"));
        assertEquals(40, received.getInt("line.expected"));
        assertEquals("OK", received.getString("tone"));
        assertEquals(13, ok(handset.told(label, "RECEIVED")).getInt("line.done"));
        ok(world.stow(receipt, "GUMMY-60", "L-A", "2026-06-30", 13, "A-01"));
        handset.told("CMD:END", "NOTHING_IS_OPEN");

        world.order(order, Map.of("sku", "GUMMY-60", "quantity", 3)).then().statusCode(201);
        world.release(order);
        assertEquals("A-01", handset.told(order, "DOCUMENT_OPEN").getString("next.location"));
        assertEquals("WRONG_LOCATION", picked("LOC-A-02").getString("code"));
        handset.told("LOC-A-01", "LOCATION_SET");
        handset.told("CMD:QTY:2", "QUANTITY_SET");
        ok(handset.told(label, "PICKED"));
        handset.told("CMD:UNDO", "UNDONE");
        ok(handset.told(label, "PICKED"));
        handset.told(label, "NOTHING_LEFT_TO_PICK");
    }

    private JsonPath picked(String place) {
        handset.told(place, "LOCATION_SET");
        return handset.scan(label);
    }

    @Test
    void a_thing_is_carried_from_place_to_place() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        handset.told("LOC-A-01", "LOCATION_SET");
        assertEquals(1, handset.told(label, "LIFTED").getInt("facts.quantity"));
        assertEquals(2, handset.told(label, "LIFTED").getInt("facts.quantity"));
        JsonPath moved = ok(handset.told("LOC-B-01", "MOVED"));
        assertEquals(2, moved.getInt("facts.quantity"));
        handset.told("CMD:UNDO", "UNDONE");
        handset.told("CMD:UNDO", "NOTHING_TO_UNDO");
    }

    @Test
    void cards_hold_damage_and_report_what_is_missing() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        world.order(order, Map.of("sku", "GUMMY-60", "quantity", 4)).then().statusCode(201);
        world.release(order);
        handset.told(order, "DOCUMENT_OPEN");
        handset.told("CMD:SKIP", "SKIPPED");
        handset.told("CMD:QTY:1", "QUANTITY_SET");
        ok(handset.told("CMD:SHORT", "SHORT"));
        handset.told("CMD:END", "NOTHING_IS_OPEN");
        handset.told("LOC-A-01", "LOCATION_SET");
        handset.told("CMD:DAMAGED", "ARMED");
        handset.told("CMD:QTY:1", "QUANTITY_SET");
        handset.told(label, "DAMAGED");
        handset.told("CMD:QUARANTINE", "ARMED");
        handset.told(label, "HELD");
        assertEquals("REFUSED", handset.told("CMD:NEWLPN", "NO_PRINTER").getString("verdict"));
        handset.told("CMD:DANCE", "UNKNOWN_BARCODE");
        handset.told("CMD:QTY:0", "UNKNOWN_BARCODE");
        handset.told("CMD:CONFIRM", "CARD_WITHOUT_USE");
        handset.told("TST-1:0123", "TEST_SCAN");
        assertTrue(handset.told("CMD:HELP", "WHAT_IS_OPEN").getString("message").contains("A-01"));
        handset.told("CMD:HOME", "NOTHING_IS_OPEN");
        assertEquals("STOP", handset.told(label, "NOTHING_OPEN").getString("tone"));
    }

    @Test
    void a_full_tote_is_taken_away_and_the_next_one_scanned() {
        for (String tote : List.of("T-1", "T-2")) {
            world.put("/warehouses/" + world.warehouse + "/locations/" + tote, Map.of("type", "TOTE"));
        }
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        world.order(order, Map.of("sku", "GUMMY-60", "quantity", 4)).then().statusCode(201);
        world.release(order);
        handset.told("CMD:FULL", "CARD_WITHOUT_USE");
        handset.told(order, "DOCUMENT_OPEN");
        handset.told("TOTE-T-1", "TOTE_SET");
        handset.told("LOC-A-01", "LOCATION_SET");
        handset.told("CMD:QTY:2", "QUANTITY_SET");
        ok(handset.told(label, "PICKED"));
        assertEquals("T-1", handset.told("CMD:FULL", "TOTE_FULL").getString("facts.tote"));
        handset.told("CMD:FULL", "CARD_WITHOUT_USE");
        handset.told("TOTE-T-2", "TOTE_SET");
        handset.told("CMD:QTY:2", "QUANTITY_SET");
        ok(handset.told(label, "PICKED"));
    }

    @Test
    void an_open_document_wins_over_another_merchants_item_of_the_same_name() {
        World other = World.acceptance();
        other.item(receipt, Map.of("lotTracked", false));
        assertEquals(receipt, resolved(receipt).getString("item.sku"));
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        assertEquals(receipt, resolved(receipt).getString("item.sku"), "explained by its tier as ever");
        assertEquals(
                world.owner,
                handset.told(receipt, "DOCUMENT_OPEN").getString("facts.owner"),
                "but it opens the document");
        ok(handset.told(label, "RECEIVED"));
        handset.told("CMD:END", "NOTHING_IS_OPEN");
        world.document("close", receipt).then().statusCode(200);
        handset.told(receipt, "NOTHING_OPEN");
    }

    private JsonPath resolved(String data) {
        return call().body(Map.of("data", data, "context", Map.of("warehouse", world.warehouse)))
                .post("/floor/resolve")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_scan_counts_once_however_often_it_comes() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        Map<String, Object> scan = handset.next(label);
        JsonPath first = handset.sent(scan);
        JsonPath again = handset.sent(scan);
        assertEquals("RECEIVED", again.getString("code"));
        assertTrue(again.getBoolean("replayed") && !first.getBoolean("replayed"));
        assertEquals(first.getString("message"), again.getString("message"));
        Map<String, Object> other = new HashMap<>(scan);
        other.put("data", "LOC-A-01");
        assertEquals("KEY_REUSED", handset.sent(other).getString("code"));
        Map<String, Object> number = handset.next(label);
        number.put("seq", scan.get("seq"));
        assertEquals("DEVICE_SEQ_REUSED", handset.sent(number).getString("code"));
        Map<String, Object> pulled = handset.next(label);
        pulled.put("at", scan.get("at"));
        assertEquals("DUPLICATE_SCAN", handset.sent(pulled).getString("code"));
        Map<String, Object> late = handset.next(label);
        handset.told("LOC-DOCK-1", "LOCATION_SET");
        assertEquals("SCAN_OUT_OF_ORDER", handset.sent(late).getString("code"));
        assertEquals(1, received());
    }

    @Test
    void a_burst_on_many_connections_loses_and_doubles_nothing() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        List<CompletableFuture<String>> burst = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            Map<String, Object> scan = handset.next(label);
            // without a number any order is right
            scan.remove("seq");
            burst.add(CompletableFuture.supplyAsync(() -> handset.sent(scan).getString("code")));
            burst.add(CompletableFuture.supplyAsync(() -> handset.sent(scan).getString("code")));
        }
        burst.forEach(code -> assertEquals("RECEIVED", code.join()));
        assertEquals(8, received());
    }

    @Test
    void what_a_dead_node_had_decided_is_booked_once_by_the_next_scan() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        Map<String, Object> scan = handset.next(label);
        handset.sent(scan);
        // as if the node had died behind the commit and before the answer
        String device = " WHERE device = '" + handset.device + "'";
        update("UPDATE raw_scan SET reply = NULL" + device + " AND id = '" + scan.get("id") + "'");
        update("UPDATE scan_context SET holder = '" + scan.get("id") + "', held_until = now() - interval '1 s'"
                + device);
        assertEquals(2, ok(handset.told(label, "RECEIVED")).getInt("line.done"));
        assertTrue(handset.sent(scan).getBoolean("replayed"));
        assertEquals(2, received());
    }

    @Test
    void the_two_barcodes_of_a_label_are_one_receipt() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        assertEquals(
                "REFUSED",
                handset.told("]E0" + gtin.substring(1), "LOT_OR_EXPIRY_REQUIRED")
                        .getString("verdict"));
        ok(handset.told("]C11726063010L-A", "RECEIVED"));
        assertEquals(1, received());
    }

    @Test
    void a_lost_separator_is_asked_about_and_confirmed_by_card() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        JsonPath asked = handset.told("]C101" + gtin + "10L-A17260630", "SUSPECT_MISSING_GS");
        assertEquals("L-A", asked.getString("facts.lot"));
        assertEquals(0, received());
        assertEquals("LOT_MISMATCH", handset.told("CMD:CONFIRM", "LOT_MISMATCH").getString("code"));
        handset.told("CMD:CONFIRM", "CARD_WITHOUT_USE");
    }

    @Test
    void a_device_forgets_what_was_open_after_a_while() {
        world.announce(receipt, "GUMMY-60", true, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        update("UPDATE scan_context SET touched_at = now() - interval '6 min' WHERE device = '" + handset.device + "'");
        handset.told(label, "NOTHING_OPEN");
        assertEquals(0, received());
    }

    @Test
    void only_a_registered_device_of_ones_own_warehouse_scans() {
        Map<String, Object> scan = Map.of("id", UUID.randomUUID().toString(), "data", label);
        call().header("Lotline-Device", "NOBODY")
                .body(scan)
                .post("/floor/scans")
                .then()
                .statusCode(404);
        world.warehouse("X-" + world.warehouse, 1);
        String token = House.token(Map.of(
                "name", "S-" + world.warehouse, "role", "SUPERVISOR", "warehouses", List.of("X-" + world.warehouse)));
        House.as(token)
                .header("Lotline-Device", handset.device)
                .body(scan)
                .post("/floor/scans")
                .then()
                .statusCode(404);
        House.as(token).get("/api/v1/devices/" + handset.device).then().statusCode(404);
        House.as(token)
                .body(Map.of("warehouse", "X-" + world.warehouse, "profile", "standard"))
                .put("/api/v1/devices/" + handset.device)
                .then()
                .statusCode(404);
        call().body(Map.of("warehouse", world.warehouse, "profile", "standard", "active", false))
                .put("/api/v1/devices/" + handset.device)
                .then()
                .statusCode(200);
        assertEquals(
                "DEVICE_INACTIVE",
                handset.send(scan).then().statusCode(409).extract().path("code"));
    }

    @Test
    void any_text_gets_a_verdict_and_books_nothing() {
        for (String text : List.of(
                "\u0000", "\u0000\u001d\u0003", "]", "]C1", "\ud800", "'; DROP TABLE device", "x".repeat(10_240))) {
            assertEquals("REFUSED", handset.scan(text).getString("verdict"), text);
        }
        Map<String, Object> large = handset.next("x".repeat(40_000));
        large.put("bytes", "A".repeat(40_000));
        handset.send(large).then().statusCode(413);
        call().header("Lotline-Device", handset.device)
                .body(Map.of("seq", -1))
                .post("/floor/scans")
                .then()
                .statusCode(400);
        assertNull(handset.scan("nothing of ours").getString("undo"));
    }

    private static void update(String sql) {
        try (Superuser superuser = Superuser.begin()) {
            superuser.run(sql).commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int received() {
        return world.get("/receiving-orders/" + world.owner + "/" + receipt).getInt("lines[0].received");
    }
}
