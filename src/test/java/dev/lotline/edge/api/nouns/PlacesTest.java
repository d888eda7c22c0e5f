package dev.lotline.edge.api.nouns;

import static dev.lotline.given.House.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lotline.given.Books;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PlacesTest {
    private static final String HOUSE = "/api/v1/warehouses/PLACES";
    private static final Map<String, ?> NEW_YORK = Map.of("name", "Dock", "timeZone", "America/New_York");

    @BeforeAll
    static void house() {
        admin().body(NEW_YORK).put(HOUSE);
    }

    @Test
    void a_warehouse_is_created_once_and_replaced_after() {
        String path = "/api/v1/warehouses/W-ONCE";
        admin().body(NEW_YORK)
                .put(path)
                .then()
                .statusCode(201)
                .body("warehouse", is("W-ONCE"), "active", is(true), "priority", is(100), "lotVerification", is("LOT"));
        String answer = admin().body(NEW_YORK)
                .put(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        admin().get(path).then().statusCode(200).body(is(answer));
        admin().body(answer).put(path).then().statusCode(200).body(is(answer));
        admin().body("{\"name\":\"B\",\"timeZone\":\"UTC\",\"lotVerification\":\"SLOT\",\"overReceiptUnits\":0}")
                .put(path)
                .then()
                .statusCode(200)
                .body("overReceiptUnits", is(0), "lotVerification", is("SLOT"), "overReceiptPercent", is(10));
    }

    @Test
    void every_wrong_field_of_a_warehouse_is_named() {
        admin().body("{\"warehouse\":\"OTHER\",\"name\":\"a\\u202eb\",\"timeZone\":\"Mars/Base\",\"priority\":-1}")
                .put("/api/v1/warehouses/W-BAD")
                .then()
                .statusCode(400)
                .body("code", is("VALIDATION_FAILED"))
                .body("violations.field", containsInAnyOrder("warehouse", "name", "timeZone", "priority"));
        admin().get("/api/v1/warehouses/W-BAD").then().statusCode(404).body("code", is("UNKNOWN_WAREHOUSE"));
    }

    @Test
    void codes_are_case_sensitive_and_at_most_64_long() {
        admin().body(NEW_YORK).put("/api/v1/warehouses/w-case").then().statusCode(201);
        admin().get("/api/v1/warehouses/W-CASE").then().statusCode(404);
        admin().body(NEW_YORK)
                .put("/api/v1/warehouses/" + "x".repeat(65))
                .then()
                .statusCode(400);
        admin().body(NEW_YORK).put("/api/v1/warehouses/{code}", "a\nb").then().statusCode(400);
        admin().body(NEW_YORK).put("/api/v1/warehouses/{code}", "a/b ü").then().statusCode(201);
        admin().get("/api/v1/warehouses/{code}", "a/b ü").then().statusCode(200).body("warehouse", is("a/b ü"));
    }

    @Test
    void a_location_stands_in_a_building() {
        admin().body(Map.of("name", "North")).put(HOUSE + "/buildings/N").then().statusCode(201);
        admin().body(Map.of("name", "North hall"))
                .put(HOUSE + "/buildings/N")
                .then()
                .statusCode(200);
        admin().get(HOUSE + "/buildings").then().statusCode(200).body("items.name", contains("North hall"));
        admin().get(HOUSE + "/buildings/S").then().statusCode(404).body("code", is("NOT_FOUND"));
        Map<String, ?> body = Map.of("type", "STORAGE", "building", "N", "zone", "Z1", "capacityVolume", 12.5);
        admin().body(body).put(HOUSE + "/locations/N-01").then().statusCode(201).body("building", is("N"));
        admin().body(body).put(HOUSE + "/locations/N-01").then().statusCode(200);
        admin().get(HOUSE + "/locations/N-01")
                .then()
                .body("building", is("N"), "zone", is("Z1"), "capacityVolume", is(12.5f), "storageClass", is("SHELF"));
        admin().body(Map.of("type", "STORAGE", "building", "S"))
                .put(HOUSE + "/locations/N-02")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("building"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPLIER", "CUSTOMER", "ADJUSTMENT", "DISPOSAL"})
    void places_outside_the_walls_are_not_made_by_hand(String type) {
        admin().body(Map.of("type", type))
                .put(HOUSE + "/locations/V-01")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("type"));
        admin().body(Map.of("type", "STORAGE"))
                .put(HOUSE + "/locations/@" + type)
                .then()
                .statusCode(400);
        admin().get(HOUSE + "/locations").then().body("items.location", not(hasItem("@" + type)));
        admin().get(HOUSE + "/locations?type=TOTE").then().body("items.location", not(hasItem("@TOTE")));
    }

    @Test
    void the_type_of_a_place_stays_while_stock_is_there() {
        admin().body(Map.of("type", "STORAGE"))
                .put(HOUSE + "/locations/T-01")
                .then()
                .statusCode(201);
        admin().body(Map.of("type", "STAGING"))
                .put(HOUSE + "/locations/T-01")
                .then()
                .statusCode(200);
        admin().body(Map.of("name", "P", "kind", "CUSTOMER")).put("/api/v1/owners/PLACES");
        admin().body(Map.of("name", "P", "tracking", true))
                .put("/api/v1/owners/PLACES/items/P")
                .then()
                .statusCode(201);
        Books.stock("PLACES", "T-01", "PLACES", "P", null, "5");
        admin().body(Map.of("type", "STAGING", "locked", true))
                .put(HOUSE + "/locations/T-01")
                .then()
                .statusCode(200);
        admin().body(Map.of("type", "PICK_FACE"))
                .put(HOUSE + "/locations/T-01")
                .then()
                .statusCode(409)
                .body("code", is("POLICY_IN_USE"), "field", is("type"));
        admin().get(HOUSE + "/locations/T-01").then().body("type", is("STAGING"), "locked", is(true));
    }

    @Test
    void lists_go_page_by_page() {
        String house = "/api/v1/warehouses/PAGES";
        admin().body(NEW_YORK).put(house).then().statusCode(201);
        for (int n = 0; n < 5; n++) {
            admin().body(Map.of("type", n < 4 ? "STORAGE" : "STAGING")).put(house + "/locations/L" + n);
        }
        String next = admin().queryParam("limit", 2)
                .get(house + "/locations?type=STORAGE")
                .then()
                .statusCode(200)
                .header("Link", startsWith("<http"))
                .header("Link", containsString("rel=\"next\""))
                .body("items.location", contains("L0", "L1"))
                .extract()
                .path("next");
        admin().get(house + "/locations?type=STORAGE&limit=2&cursor=" + next)
                .then()
                .header("Link", nullValue())
                .body("items.location", contains("L2", "L3"), "next", nullValue());
        admin().get(house + "/locations?type=STORAGE")
                .then()
                .body("items", hasSize(4), "items.type", everyItem(is("STORAGE")));
        admin().get(house + "/locations?type=CUSTOMER&x=1").then().statusCode(400);
        admin().get(house + "/locations?limit=501").then().statusCode(400).body("violations[0].field", is("limit"));
    }

    @AfterAll
    static void what_was_put_by_hand_is_taken_away() {
        Books.clear("PLACES");
    }
}
