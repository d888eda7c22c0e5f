package dev.lotline.given;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who knocks at the door in a test. */
public final class House {
    private House() {}

    public static RequestSpecification admin() {
        return as(EmbeddedPostgresResource.ADMIN_TOKEN);
    }

    public static RequestSpecification as(String token) {
        // named here because a @BeforeAll comes before the test framework has set it
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return given().port(port).header("Authorization", "Bearer " + token).contentType("application/json");
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
