package dev.lotline.stories;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of the accounts write rate plans and close months, two of them where the house wants it; others do neither. */
@QuarkusTest
class BillingPeopleStoryTest {
    private static final String FOUR_EYES = "lotline.storage.four-eyes";

    private Storage storage;

    @BeforeEach
    void march_is_over() {
        storage = Storage.paidBy(Map.of("basis", "UNIT_VOLUME", "rates", List.of(Map.of("rate", "0.75"))));
        storage.place("A-01", 8);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-04-01");
    }

    @AfterEach
    void the_books_balance() {
        System.clearProperty(FOUR_EYES);
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void who_writes_plans_and_closes_months_does_nothing_else() {
        RequestSpecification anna = as("BILLING");
        String plan = "/api/v1/rate-plans/" + storage.plan;
        Map<String, Object> draft = Map.of("definition", RatePlanStoryTest.plan("0.80"));
        given(anna).body(draft).put(plan).then().statusCode(200);
        given(anna)
                .get("/api/v1/owners/" + storage.world.owner + "/storage-fees?month=2026-03")
                .then()
                .statusCode(200);
        given(anna).body(Map.of()).post("/api/v1/orders").then().statusCode(403);
        given(anna).body(Map.of()).post("/api/v1/admin/day-close").then().statusCode(403);
        RequestSpecification sue = as("SUPERVISOR");
        given(sue).body(draft).put(plan).then().statusCode(403);
        close(sue).then().statusCode(403);
        close(anna).then().statusCode(200).body("statements.size()", equalTo(1)).body("waiting.size()", equalTo(0));
    }

    @Test
    void two_people_close_a_month_where_two_must() {
        System.setProperty(FOUR_EYES, "true");
        String name = "ANNA-" + storage.world.owner;
        RequestSpecification anna = as("BILLING", name);
        RequestSpecification ben = as("BILLING");
        close(anna)
                .then()
                .statusCode(200)
                .body("statements.size()", equalTo(0))
                .body("waiting", equalTo(List.of(storage.world.owner)));
        for (RequestSpecification nobody : List.of(anna, World.call())) {
            close(nobody)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("SECOND_PERSON_REQUIRED"))
                    .body("askedBy", equalTo(name));
        }
        // what a device told late makes it another month, which nobody has asked for yet
        World.clock("2026-03-11");
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 62, "A-01");
        storage.morning("2026-04-01");
        close(ben).then().statusCode(200).body("waiting.size()", equalTo(1));
        String number = close(anna).then().statusCode(200).extract().path("statements[0]");
        JsonPath statement = storage.world.get("/owners/" + storage.world.owner + "/storage-statements/" + number);
        assertEquals("3.33", statement.getString("total"));
        assertEquals(name, statement.getString("closedBy"));
        assertEquals("B-" + storage.world.owner, statement.getString("askedBy"));
    }

    private Response close(RequestSpecification who) {
        return given(who)
                .body(Map.of("owner", storage.world.owner, "warehouse", storage.world.warehouse, "month", "2026-03"))
                .post("/api/v1/storage-statements/close");
    }

    private RequestSpecification as(String role) {
        return as(role, role.charAt(0) + "-" + storage.world.owner);
    }

    /** For this merchant alone: who may do something everywhere would be a second person in other stories' houses. */
    private RequestSpecification as(String role, String name) {
        String token = World.call()
                .body(Map.of("name", name, "role", role, "owners", List.of(storage.world.owner)))
                .post("/api/v1/admin/credentials")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
