package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How held units get out of quarantine: freed, disposed of, sent back; by whom, and which. */
@QuarkusTest
class HoldReleaseStoryTest {
    private World world;
    private Holds holds;

    @BeforeEach
    void a_lot_on_the_shelf() {
        world = World.acceptance();
        holds = new Holds(world);
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_release_frees_what_the_hold_took_but_not_what_a_short_pick_put_there() {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 10)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        ok(world.scan(world.event("SHORT", Map.of("task", task.get("task"), "quantity", 3, "reason", "EMPTY"))));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 3);
        long hold = holds.lot("L-B", "MANUAL").getLong("id");
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 60);
        figures(world.inventory("GUMMY-60"), "shipstream", "backordered", 10);

        JsonPath released = holds.release(hold);
        figures(released, "", "quantity", 57, "state", "RELEASED");
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 3);
        // backorders drain into what became free
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 47, "allocated", 10, "backordered", 0);
        holds.decide(hold, "release", Map.of()).then().statusCode(409).body("code", is("ALREADY_RESOLVED"));
    }

    @Test
    void of_two_holds_on_a_lot_the_last_one_frees_it() {
        long first = holds.lot("L-B", "MANUAL").getLong("id");
        JsonPath recall = holds.lot("L-B", "RECALL");
        figures(recall, "impact", "heldUnits", 0);
        JsonPath released = holds.release(first);
        figures(released, "", "quantity", 0);
        figures(released, "kept[0]", "hold", recall.getInt("id"), "quantity", 60);
        JsonPath still = world.inventory("GUMMY-60");
        figures(still, "jetpack", "quarantine", 60);
        assertEquals("RECALLED", still.getString("lots[0].hold"));

        figures(holds.release(recall.getLong("id")), "", "quantity", 60);
        JsonPath free = world.inventory("GUMMY-60");
        figures(free, "shipstream", "available", 60);
        assertEquals("NONE", free.getString("lots[0].hold"));
    }

    @Test
    void a_hold_of_a_place_takes_what_stands_there_and_lets_nothing_in() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 5, "B-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 60)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").stream()
                .filter(each -> each.get("location").equals("A-01"))
                .findFirst()
                .orElseThrow();
        JsonPath hold = holds.location("A-01");
        figures(hold, "impact", "heldUnits", 60, "stoppedTasks", 1, "shortUnits", 55);
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 60);
        assertEquals("NONE", world.inventory("GUMMY-60").getString("lots[0].hold"));
        assertEquals("TASK_STOPPED", world.pick(task, "L-B", 1).getString("code"));
        assertEquals(
                "LOCATION_LOCKED",
                world.scan(world.event(
                                "MOVE",
                                World.goods("GUMMY-60", "L-B", null, 1, Map.of("from", "B-01", "location", "A-01"))))
                        .getString("code"));
        // the lot itself is not held: it is put away elsewhere
        world.stock("GUMMY-60", "L-B", "2026-05-15", 7, "C-01");
        figures(world.inventory("GUMMY-60"), "shipstream", "backordered", 48);

        JsonPath released = holds.scan("UNHOLD", Map.of("scope", "location", "location", "A-01"));
        figures(ok(released), "facts", "units", 60);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 12, "backordered", 0);
    }

    @Test
    void short_dated_units_are_held_and_go_back_to_the_state_they_deserve() {
        world.stock("GUMMY-60", "L-C", "2026-03-30", 20, "B-01");
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 20);
        long hold = holds.lot("L-C", "MANUAL").getLong("id");
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 0, "quarantine", 20);
        JsonPath released = holds.release(hold);
        assertEquals("SHORT_DATED", released.getString("units[0].state"));
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 20, "quarantine", 0);
    }

    @Test
    void held_units_are_disposed_of_and_sent_back_in_part_and_as_a_whole() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 5, "B-01");
        long hold = holds.lot("L-B", "MANUAL").getLong("id");
        Map<String, Object> some =
                Map.of("warehouse", world.warehouse, "locations", List.of("A-01"), "quantity", 20, "note", "mould");
        JsonPath disposed = holds.decide(hold, "dispose", some)
                .then()
                .statusCode(200)
                .body("decision", is("DISPOSED"), "state", is("OPEN"), "units[0].state", nullValue())
                .extract()
                .jsonPath();
        figures(disposed, "", "quantity", 20);
        figures(world.inventory("GUMMY-60"), "endless", "physical", 45);
        holds.decide(hold, "return-to-sender", Map.of("quantity", 46))
                .then()
                .statusCode(422)
                .body("code", is("NOT_ENOUGH_STOCK"), "available", is(45));
        figures(
                holds.decide(hold, "return-to-sender", Map.of())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath(),
                "",
                "quantity",
                45);
        figures(world.inventory("GUMMY-60"), "endless", "physical", 0);
        JsonPath after = holds.get(hold);
        figures(after, "", "leftUnits", 0, "state", "OPEN");
        assertEquals(List.of("RETURNED", "DISPOSED"), after.getList("decisions.decision"));
        // the lot stays held: what arrives of it is caught
        world.stock("GUMMY-60", "L-B", "2026-05-15", 4, "C-01");
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 4);
    }

    @Test
    void a_recall_is_released_by_a_second_person() {
        String ana = holds.supervisor();
        Map<String, Object> body = Map.of("owner", world.owner, "lotNumbers", List.of("L-B"), "reason", "RECALL");
        long hold = House.as(ana)
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        String ben = holds.supervisor();
        House.as(ana)
                .post("/api/v1/holds/" + hold + "/release")
                .then()
                .statusCode(409)
                .body("code", is("SECOND_PERSON_REQUIRED"));
        // the administrator by environment is nobody's second person
        holds.decide(hold, "dispose", Map.of()).then().statusCode(409).body("code", is("SECOND_PERSON_REQUIRED"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 60);
        House.as(ben)
                .post("/api/v1/holds/" + hold + "/release")
                .then()
                .statusCode(200)
                .body("warning", nullValue(), "state", is("RELEASED"));
        assertEquals(true, holds.get(hold).getBoolean("decisions[0].secondPerson"));
    }

    @Test
    void while_the_house_has_one_person_it_decides_alone_and_is_warned() {
        String ana = holds.supervisor();
        long hold = House.as(ana)
                .body(Map.of("owner", world.owner, "lotNumbers", List.of("L-B"), "reason", "QUALITY"))
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        House.as(ana)
                .post("/api/v1/holds/" + hold + "/release")
                .then()
                .statusCode(200)
                .body("warning", is("ONE_PERSON_HOUSE"));
        assertEquals(false, holds.get(hold).getBoolean("decisions[0].secondPerson"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 60);
    }
}
