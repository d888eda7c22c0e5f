package dev.lotline.edge.api.nouns;

import static dev.lotline.given.House.admin;
import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NounScopeTest {
    private static final Map<String, ?> OWNER = Map.of("name", "O", "kind", "CUSTOMER");
    private static final Map<String, ?> HOUSE = Map.of("name", "H", "timeZone", "UTC");
    private static final Map<String, ?> ITEM = Map.of("name", "I", "tracking", true, "lotTracked", true);

    @BeforeAll
    static void house() {
        for (String name : List.of("MINE", "THEIRS")) {
            admin().body(OWNER).put("/api/v1/owners/" + name);
            admin().body(ITEM).put("/api/v1/owners/" + name + "/items/I");
            admin().body(HOUSE).put("/api/v1/warehouses/" + name);
            admin().body(Map.of("type", "STORAGE")).put("/api/v1/warehouses/" + name + "/locations/A");
        }
    }

    @Test
    void a_merchant_sees_its_own_and_changes_nothing() {
        String merchant = token(Map.of("name", name(), "role", "MERCHANT", "owners", List.of("MINE")));
        as(merchant).get("/api/v1/owners").then().statusCode(200).body("items.owner", contains("MINE"));
        as(merchant).get("/api/v1/owners/MINE/items/I").then().statusCode(200);
        as(merchant).get("/api/v1/owners/MINE/items/I/lots").then().statusCode(200);
        as(merchant)
                .body(ITEM)
                .put("/api/v1/owners/MINE/items/I")
                .then()
                .statusCode(403)
                .body("code", is("FORBIDDEN"));
        for (String path : List.of("", "/items", "/items/I", "/items/I/lots", "/items/I/lots/1")) {
            as(merchant)
                    .get("/api/v1/owners/THEIRS" + path)
                    .then()
                    .statusCode(404)
                    .body("code", is("UNKNOWN_OWNER"));
        }
    }

    @Test
    void outside_looks_exactly_like_not_there() {
        String merchant = token(Map.of("name", name(), "role", "MERCHANT", "owners", List.of("MINE")));
        String outside = as(merchant).get("/api/v1/owners/THEIRS/items/I").asString();
        String absent = as(merchant).get("/api/v1/owners/ABSENT/items/I").asString();
        org.junit.jupiter.api.Assertions.assertEquals(absent.replace("ABSENT", "THEIRS"), outside);
    }

    @Test
    void an_integration_writes_inside_its_scope_only() {
        String key = token(Map.of(
                "name", name(), "role", "INTEGRATION", "owners", List.of("MINE"), "warehouses", List.of("MINE")));
        as(key).body(ITEM).put("/api/v1/owners/MINE/items/J").then().statusCode(201);
        as(key).body(ITEM).put("/api/v1/owners/THEIRS/items/J").then().statusCode(404);
        as(key).body(OWNER).put("/api/v1/owners/THEIRS").then().statusCode(404);
        as(key).body(HOUSE)
                .put("/api/v1/warehouses/THEIRS")
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_WAREHOUSE"));
        as(key).get("/api/v1/warehouses").then().body("items.warehouse", contains("MINE"));
        as(key).body(Map.of("type", "STORAGE"))
                .put("/api/v1/warehouses/THEIRS/locations/A")
                .then()
                .statusCode(404);
        as(key).get("/api/v1/warehouses/THEIRS/locations/A").then().statusCode(404);
        as(key).get("/api/v1/warehouses/THEIRS/buildings").then().statusCode(404);
        as(key).body(Map.of("lotNumber", "L"))
                .post("/api/v1/owners/THEIRS/items/I/lots")
                .then()
                .statusCode(404);
    }

    @Test
    void nobody_reads_without_a_credential() {
        given().get("/api/v1/owners/MINE").then().statusCode(401);
        given().get("/api/v1/warehouses").then().statusCode(401);
        String device = token(Map.of("name", name(), "role", "DEVICE"));
        as(device).get("/api/v1/owners/MINE").then().statusCode(200);
        as(device).body(OWNER).put("/api/v1/owners/MINE").then().statusCode(403);
    }

    private static String name() {
        return "scope-" + UUID.randomUUID();
    }
}
