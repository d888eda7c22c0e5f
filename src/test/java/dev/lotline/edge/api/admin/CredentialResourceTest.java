package dev.lotline.edge.api.admin;

import static dev.lotline.given.House.admin;
import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lotline.given.EmbeddedPostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialResourceTest {
    private static final String PATH = "/api/v1/admin/credentials";

    @Test
    void nobody_comes_in_without_a_credential() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("UNAUTHENTICATED"), "status", is(401), "instance", is(PATH), "detail", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic YWRtaW46YWRtaW4=", "Bearer ll_k_nobody", "nonsense"})
    void a_wrong_credential_is_no_credential(String header) {
        given().header("Authorization", header).get(PATH).then().statusCode(401).body("code", is("UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "access_token", "Authorization"})
    void a_token_in_the_address_is_not_accepted(String parameter) {
        given().queryParam(parameter, EmbeddedPostgresResource.ADMIN_TOKEN)
                .get(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void token_is_shown_once_and_works() {
        String name = name();
        String token = token(Map.of("name", name, "role", "INTEGRATION", "owners", List.of("HEALTHY")));
        Assertions.assertTrue(token.matches("ll_k_[A-Za-z0-9_-]{43}"), token);
        as(token).get(PATH).then().statusCode(403).body("code", is("FORBIDDEN"), "needs", is("KEY_ADMIN"));
        admin().queryParam("limit", 500)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.name", hasItem(name))
                .body(not(containsString(token)))
                .body("items.find { it.name == '" + name + "' }.owners", containsInAnyOrder("HEALTHY"))
                .body("items.find { it.name == '" + name + "' }.warehouses", nullValue());
    }

    @Test
    void device_tokens_are_marked_as_such() {
        admin().body(Map.of("name", name(), "role", "DEVICE"))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("role", is("DEVICE"), "token", matchesPattern("ll_d_.{43}"));
    }

    @Test
    void a_revoked_credential_is_out_within_a_second() {
        String name = name();
        String token = token(Map.of("name", name, "role", "SUPERVISOR"));
        as(token).get(PATH).then().statusCode(403);
        admin().delete(PATH + "/" + name).then().statusCode(204);
        admin().delete(PATH + "/" + name).then().statusCode(204);
        Instant revoked = Instant.now();
        int status = 403;
        while (status != 401 && Duration.between(revoked, Instant.now()).toSeconds() < 5) {
            status = as(token).get(PATH).statusCode();
        }
        Assertions.assertEquals(401, status);
        Assertions.assertTrue(Duration.between(revoked, Instant.now()).toMillis() <= 1200);
        as(token).get(PATH).then().statusCode(401);
    }

    @Test
    void a_name_is_used_once_for_ever() {
        String name = name();
        token(Map.of("name", name, "role", "DEVICE"));
        admin().delete(PATH + "/" + name).then().statusCode(204);
        admin().body(Map.of("name", name, "role", "DEVICE"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("code", is("REFERENCE_REUSED"), "reference", is(name));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        admin().body("{\"role\":\"MERCHANT\",\"warehouses\":[]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", is("VALIDATION_FAILED"))
                .body("violations.field", containsInAnyOrder("name", "owners", "warehouses"));
        admin().body(Map.of("name", "admin", "role", "ADMIN")).post(PATH).then().statusCode(400);
        admin().body(Map.of("name", "a\u0007b", "role", "ADMIN"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
        admin().post(PATH).then().statusCode(400);
    }

    @Test
    void revoking_nobody_is_not_found() {
        admin().delete(PATH + "/" + name()).then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    private static String name() {
        return "c-" + UUID.randomUUID();
    }
}
