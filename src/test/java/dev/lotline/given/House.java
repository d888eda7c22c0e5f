package dev.lotline.given;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Who knocks at the door in a test. */
public final class House {
    private House() {}

    public static RequestSpecification admin() {
        return as(EmbeddedPostgresResource.ADMIN_TOKEN);
    }

    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** Makes a credential from its request body and answers its token. */
    public static String token(Map<String, ?> credential) {
        return admin().body(credential)
                .post("/api/v1/admin/credentials")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
