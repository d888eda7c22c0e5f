package dev.lotline.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Paths that strangers make up are no series of the metrics. */
@QuarkusTest
class PathTemplatesTest {
    @Test
    void a_refused_request_is_counted_under_the_template_of_its_path() {
        given().get("/api/v1/owners/MADE-UP/items/BY-A-STRANGER").then().statusCode(401);
        given().header("Authorization", "Bearer nonsense")
                .get("/api/v1/owners/MADE-UP/items/BY-ANOTHER")
                .then()
                .statusCode(401);
        World.call()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(not(containsString("MADE-UP")))
                .body(containsString("status=\"401\",uri=\"/api/v1/owners/{owner}/items/{sku}\""));
    }
}
