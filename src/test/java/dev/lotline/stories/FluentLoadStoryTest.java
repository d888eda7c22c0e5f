package dev.lotline.stories;

import static dev.lotline.given.Positions.fates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Positions;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches of a job: each entry has its own fate, is done once, and never overwrites what is newer. */
@QuarkusTest
class FluentLoadStoryTest {
    private static final String NINE = "2026-03-01T09:00:00-05:00";
    private static final String TEN = "2026-03-01T10:00:00-05:00";
    private static final String ELEVEN = "2026-03-01T11:00:00-05:00";

    private World world;
    private Positions positions;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.put(
                "/warehouses/" + world.warehouse,
                Map.of("name", world.warehouse, "timeZone", "America/New_York", "adjustUnits", 1000));
        for (String sku : List.of("PLAIN", "OTHER")) {
            world.put("/owners/" + world.owner + "/items/" + sku, Map.of("name", sku, "tracking", true));
        }
        positions = new Positions(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "PLAIN", "OTHER");
    }

    @Test
    void a_poisoned_entry_is_reported_and_stops_no_other() {
        World other = World.acceptance();
        long job = positions.job("enabled");
        assertEquals(
                List.of(
                        "APPLIED",
                        "REFUSED UNKNOWN_ITEM",
                        "REFUSED UNKNOWN_WAREHOUSE",
                        "REFUSED UNKNOWN_LOCATION",
                        "REFUSED UNKNOWN_OWNER",
                        "REFUSED VALIDATION_FAILED",
                        "REFUSED VALIDATION_FAILED",
                        "REFUSED VALIDATION_FAILED",
                        "REFUSED STATE_NEEDS_DOCUMENT",
                        "REFUSED LOT_OR_EXPIRY_REQUIRED",
                        "REFUSED ITEM_NOT_LOT_TRACKED",
                        "REFUSED VALIDATION_FAILED",
                        "REFUSED WRONG_LOCATION",
                        "APPLIED"),
                fates(
                        job,
                        positions.entity("PLAIN", 20, "storageAreaRef", "A-01"),
                        positions.entity("NO", 1, "storageAreaRef", "A-01"),
                        positions.entity("PLAIN", 1, "locationRef", "NO"),
                        positions.entity("PLAIN", 1, "storageAreaRef", "NO"),
                        positions.entity("PLAIN", 1, "retailerId", "NO"),
                        positions.entity("PLAIN", -1, "storageAreaRef", "B-01"),
                        positions.entity("PLAIN", 1, "storageAreaRef", "B-01", "type", "NO"),
                        positions.entity("PLAIN", 1, "storageAreaRef", "B-01", "status", "NO"),
                        positions.entity("PLAIN", -1, "type", "RESERVED"),
                        positions.entity("GUMMY-60", 5, "storageAreaRef", "A-02"),
                        positions.entity(
                                "PLAIN", 5, "storageAreaRef", "A-02", "attributes", Positions.lot("L", "2027-01-01")),
                        positions.entity("OTHER", 1.5, "storageAreaRef", "A-02"),
                        positions.entity("OTHER", 2, "storageAreaRef", "DOCK-1"),
                        positions.entity(
                                "GUMMY-60",
                                7,
                                "storageAreaRef",
                                "C-01",
                                "attributes",
                                Positions.lot("L-N", "2027-01-01"))));
        assertEquals(20, positions.onHand("PLAIN"));
        assertEquals(7, positions.onHand("GUMMY-60"));
        assertEquals(0, new Positions(other).onHand("GUMMY-60"), "nobody else's");
    }

    @Test
    void a_job_does_the_same_entry_once_however_often_it_is_sent() {
        long job = positions.job("enabled");
        Map<String, Object> more =
                positions.entity("PLAIN", 5, "type", "DELTA", "ref", "D-1", "storageAreaRef", "A-01");
        String key = UUID.randomUUID().toString();
        Response first = Positions.send(job, key, List.of(more));
        assertEquals(201, first.statusCode(), first.asString());
        Response again = Positions.send(job, key, List.of(more));
        assertEquals(200, again.statusCode());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals((Object) first.path("results"), again.path("results"));
        assertEquals(409, Positions.send(job, key, List.of(more, more)).statusCode());
        assertEquals(List.of("REPLAYED"), fates(job, more));
        assertEquals(5, positions.onHand("PLAIN"));
        assertEquals(
                List.of("UNCHANGED"),
                fates(positions.job("enabled"), more),
                "the quantity D-1 is what it is said to be");
        assertEquals(List.of("DELTA ACTIVE 5"), positions.quantities("PLAIN", ""));
        assertEquals(
                first.path("results").toString(),
                House.admin()
                        .get("/api/v1/fluent/job/" + job + "/batch/1")
                        .path("results")
                        .toString());
    }

    @Test
    void pre_processing_leaves_out_what_changes_nothing_and_does_doubles_once() {
        long job = positions.job("enabled");
        Map<String, Object> twenty = positions.entity("PLAIN", 20, "storageAreaRef", "A-01");
        assertEquals(
                List.of("SUPERSEDED", "APPLIED"),
                fates(job, positions.entity("PLAIN", 30, "storageAreaRef", "A-01"), twenty));
        assertEquals(20, positions.onHand("PLAIN"));
        assertEquals(List.of("UNCHANGED"), fates(positions.job("enabled"), twenty));
        assertEquals(List.of("APPLIED"), fates(positions.job("skip"), twenty), "skipped: every entry is done");
        world.order("O-1", Map.of("sku", "PLAIN", "quantity", 2)).then().statusCode(201);
        World.ok(world.pick(world.release("O-1").get(0), null, 2));
        assertEquals(
                List.of("APPLIED"),
                fates(positions.job("enabled"), positions.entity("PLAIN", 18, "storageAreaRef", "A-01")),
                "a sale since the epoch is a change though the quantity is right");
        assertEquals(List.of("LAST_ON_HAND ACTIVE 18"), positions.quantities("PLAIN", "status: [\"ACTIVE\"]"));
    }

    @Test
    void an_older_epoch_never_overwrites_a_newer_one() {
        long job = positions.job("enabled");
        assertEquals(
                List.of("APPLIED"), fates(job, positions.entity("PLAIN", 20, "storageAreaRef", "A-01", "epoch", TEN)));
        assertEquals(
                List.of("STALE"), fates(job, positions.entity("PLAIN", 99, "storageAreaRef", "A-01", "epoch", NINE)));
        assertEquals(20, positions.onHand("PLAIN"));
        assertEquals(
                List.of("SUPERSEDED", "APPLIED"),
                fates(
                        job,
                        positions.entity("PLAIN", 21, "storageAreaRef", "A-01", "epoch", NINE),
                        positions.entity("PLAIN", 22, "storageAreaRef", "A-01", "epoch", ELEVEN)));
        assertEquals(22, positions.onHand("PLAIN"));
        assertEquals(
                List.of("REFUSED VALIDATION_FAILED"),
                fates(job, positions.entity("PLAIN", 1, "storageAreaRef", "A-01", "epoch", "2099-01-01T00:00:00Z")));
    }

    @Test
    void what_was_picked_after_the_epoch_stays_picked() {
        long job = positions.job("enabled");
        assertEquals(
                List.of("APPLIED"),
                fates(job, positions.entity("PLAIN", 20, "storageAreaRef", "A-01", "epoch", "2026-02-28T09:00:00Z")));
        world.order("O-1", Map.of("sku", "PLAIN", "quantity", 3)).then().statusCode(201);
        World.ok(world.pick(world.release("O-1").get(0), null, 3));
        assertEquals(
                List.of("APPLIED"),
                fates(job, positions.entity("PLAIN", 25, "storageAreaRef", "A-01", "epoch", NINE)),
                "25 stood there before the pick at 9:12");
        assertEquals(22, positions.onHand("PLAIN"));
        assertEquals(
                List.of("LAST_ON_HAND ACTIVE 25", "SALE ACTIVE -3"),
                positions.quantities("PLAIN", "status: [\"ACTIVE\"]"));
    }

    @Test
    void above_the_threshold_a_second_person_decides_and_claims_are_cut_as_in_any_adjustment() {
        long job = positions.job("enabled");
        assertEquals(List.of("APPLIED"), fates(job, positions.entity("PLAIN", 50, "storageAreaRef", "A-01")));
        world.order("O-1", Map.of("sku", "PLAIN", "quantity", 50)).then().statusCode(201);
        assertEquals(List.of("APPLIED"), fates(job, positions.entity("PLAIN", 40)), "the only place");
        assertEquals(0, positions.onHand("PLAIN"));
        World.figures(world.inventory("PLAIN"), "shipstream", "allocated", 40, "backordered", 10);
        assertEquals(
                List.of("PENDING SECOND_PERSON_AWAITED"),
                fates(job, positions.entity("OTHER", 2000, "storageAreaRef", "B-01")));
        assertEquals(0, positions.onHand("OTHER"));
    }

    @Test
    void what_stands_in_many_places_must_be_said_by_place_unless_the_sum_is_right() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 10, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-12-30", 5, "A-02");
        long job = positions.job("enabled");
        assertEquals(List.of("APPLIED"), fates(job, positions.entity("GUMMY-60", 15)));
        assertEquals(List.of("REFUSED VALIDATION_FAILED"), fates(job, positions.entity("GUMMY-60", 14)));
        assertEquals(
                List.of("APPLIED"),
                fates(job, positions.entity("GUMMY-60", 4, "storageAreaRef", "A-02")),
                "one lot there");
        assertEquals(14, positions.onHand("GUMMY-60"));
    }

    @Test
    void a_batch_is_bounded_and_belongs_to_who_opened_its_job() {
        long job = positions.job("enabled");
        List<Map<String, Object>> many = Collections.nCopies(5001, Map.of("skuRef", "X"));
        assertEquals(400, Positions.send(job, "many", many).statusCode());
        assertEquals(400, Positions.send(job, "none", List.of()).statusCode());
        Response wrong = House.admin()
                .body(Map.of("action", "DELETE", "entityType", "ORDER", "entities", List.of()))
                .post("/api/v1/fluent/job/" + job + "/batch");
        assertEquals(List.of("action", "entityType"), wrong.path("violations.field"));
        assertEquals(
                404, House.admin().get("/api/v1/fluent/job/" + job + "/batch/7").statusCode());
        String stranger = House.token(Map.of("name", "S-" + world.owner, "role", "INTEGRATION"));
        assertEquals(404, House.as(stranger).get("/api/v1/fluent/job/" + job).statusCode());
        String merchant =
                House.token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        assertEquals(
                403,
                House.as(merchant)
                        .body(Map.of("name", "x"))
                        .post("/api/v1/fluent/job")
                        .statusCode());
        assertNull(House.admin().get("/api/v1/fluent/job/" + job).path("code"));
    }

    @Test
    void many_of_a_batch_are_judged_each_by_itself() {
        world.put(
                "/warehouses/" + world.warehouse,
                Map.of("name", world.warehouse, "timeZone", "America/New_York", "adjustUnits", 1_000_000));
        long job = positions.job("enabled");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int n = 1; n <= 1000; n++) {
            String sku = n % 100 == 0 ? "NO" : n % 2 == 0 ? "PLAIN" : "OTHER";
            int units = n % 100 == 50 ? -10_000 : 1;
            many.add(positions.entity(sku, units, "ref", "P-" + n, "type", "DELTA", "storageAreaRef", "A-01"));
        }
        Response sent = Positions.send(job, UUID.randomUUID().toString(), many);
        assertEquals(201, sent.statusCode(), sent.asString());
        List<Map<String, Object>> results = sent.path("results");
        assertEquals(1000, results.size());
        for (int n = 1; n <= 1000; n++) {
            Map<String, Object> result = results.get(n - 1);
            String fate = result.get("outcome") + " " + result.get("code");
            assertEquals(
                    n % 100 == 0 ? "REFUSED UNKNOWN_ITEM" : n % 100 == 50 ? "REFUSED NOT_ENOUGH_STOCK" : "APPLIED null",
                    fate,
                    "entry " + n);
        }
        assertEquals(480, positions.onHand("PLAIN"));
        assertEquals(500, positions.onHand("OTHER"));
    }
}
