package dev.lotline.edge.api;

import static dev.lotline.given.House.admin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.lotline.given.House;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.net.ConnectException;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest {
    private static final String CREDENTIALS = "/api/v1/admin/credentials";

    /** Doors that exist only in tests. */
    @Path("/api/v1/probe")
    @Cancellable(false)
    public static class Probe {
        @GET
        @Path("/fault")
        @Needs(Capability.OPERATE)
        public Uni<String> fault() {
            return Uni.createFrom().failure(new IllegalStateException("the secret of the house"));
        }

        @GET
        @Path("/away")
        @Needs(Capability.OPERATE)
        public Uni<String> away() {
            return Uni.createFrom().failure(new ConnectException("Connection refused"));
        }

        @GET
        @Path("/unmarked")
        public Uni<String> unmarked() {
            return Uni.createFrom().item("open");
        }

        @GET
        @Path("/device")
        @Needs(Capability.SCAN)
        public Uni<String> device(@Context SecurityContext security) {
            Actor actor = (Actor) security.getUserPrincipal();
            return Uni.createFrom().item(actor.device());
        }
    }

    @Test
    void a_fault_tells_nothing() {
        admin().get("/api/v1/probe/fault")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", is("FAULT"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_database_that_is_away_is_said_with_retry_after() {
        admin().get("/api/v1/probe/away")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", is("UNAVAILABLE"));
    }

    @Test
    void an_endpoint_without_a_capability_is_closed() {
        admin().get("/api/v1/probe/unmarked").then().statusCode(403).body("code", is("FORBIDDEN"));
        given().get("/api/v1/probe/unmarked").then().statusCode(401);
    }

    @Test
    void the_device_is_named_by_header_but_never_by_a_handheld() {
        admin().get("/api/v1/probe/device").then().statusCode(200).body(is("admin"));
        admin().header("Lotline-Device", "cart 7")
                .get("/api/v1/probe/device")
                .then()
                .body(is("cart 7"));
        admin().header("Lotline-Device", "x".repeat(65))
                .get("/api/v1/probe/device")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("Lotline-Device"));
        String name = "HH-" + UUID.randomUUID();
        String token = House.token(Map.of("name", name, "role", "DEVICE"));
        House.as(token)
                .header("Lotline-Device", "somebody else")
                .get("/api/v1/probe/device")
                .then()
                .body(is(name));
    }

    @Test
    void unreadable_bodies_name_the_field() {
        admin().body("{\"name\":5}")
                .post(CREDENTIALS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("MALFORMED"), "field", is("name"), "expected", is("a text"));
        admin().body("{\"name\":\"x\",\"nme\":1}")
                .post(CREDENTIALS)
                .then()
                .statusCode(400)
                .body("code", is("MALFORMED"), "field", is("nme"));
        admin().body("{\"name\":").post(CREDENTIALS).then().statusCode(400).body("code", is("MALFORMED"));
        admin().body("{\"name\":\"x\",\"name\":\"y\"}")
                .post(CREDENTIALS)
                .then()
                .statusCode(400)
                .body("field", is("name"));
    }

    @Test
    void the_readers_language_is_spoken() {
        given().header("Accept-Language", "es-MX")
                .get(CREDENTIALS)
                .then()
                .statusCode(401)
                .body("detail", is("Hace falta un token válido."));
    }

    @Test
    void wrong_method_type_and_path_are_problems_too() {
        admin().put(CREDENTIALS).then().statusCode(405).body("code", is("METHOD_NOT_ALLOWED"));
        admin().contentType("text/plain")
                .body("x")
                .post(CREDENTIALS)
                .then()
                .statusCode(415)
                .body("code", is("UNSUPPORTED_MEDIA_TYPE"));
        admin().get("/api/v1/nothing").then().statusCode(404).body("code", is("NOT_FOUND"));
        given().get("/nothing/at/all").then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        admin().body("x".repeat(5 * 1024 * 1024))
                .post(CREDENTIALS)
                .then()
                .statusCode(413)
                .body("code", is("TOO_LARGE"));
    }

    @Test
    void lists_refuse_what_they_do_not_know() {
        admin().queryParam("limit", "0")
                .queryParam("sort", "x")
                .queryParam("cursor", "%%%")
                .get(CREDENTIALS)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("limit", "sort", "cursor"));
    }

    @Test
    void metrics_need_an_operator_and_health_nobody() {
        given().get("/q/health").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(401);
        admin().get("/q/metrics").then().statusCode(200);
        String token = House.token(Map.of("name", "m-" + UUID.randomUUID(), "role", "INTEGRATION"));
        House.as(token).get("/q/metrics").then().statusCode(403);
    }
}
