package dev.lotline.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rate plans are drafted, checked, versioned and assigned; a quote shows what they cost. */
@QuarkusTest
class RatePlanStoryTest {
    private static final Map<String, Object> GOOD = plan("0.75");

    static Map<String, Object> plan(String rate) {
        return Map.of(
                "code",
                "CUBIC",
                "currency",
                "USD",
                "rules",
                List.of(Map.of("code", "BASE", "rates", List.of(Map.of("rate", rate)))));
    }

    @Test
    void every_vector_is_right_by_quote() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/billing/vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file);
            assertTrue(vectors.size() > 35);
            for (JsonNode vector : vectors) {
                Response answer =
                        World.call().body(vector.get("quote").toString()).post("/api/v1/storage-fees/quote");
                assertEquals(200, answer.statusCode(), answer.asString());
                String total = answer.path("lines.size()").equals(0) ? "0.00" : answer.path("total");
                assertEquals(
                        vector.get("total").asText(), total, vector.get("id").asText());
            }
        }
    }

    @Test
    void a_bad_plan_is_told_everything_and_nothing_is_stored() {
        Map<String, Object> bad = new LinkedHashMap<>();
        bad.put("currency", "XYZ");
        bad.put("colour", 1);
        Map<String, Object> rule = new LinkedHashMap<>(Map.of("basis", "UTILISATION"));
        rule.put("code", "A");
        rule.put("rates", List.of(Map.of("rate", "-1")));
        bad.put("rules", List.of(rule));
        String code = "BAD-" + System.nanoTime();
        World.call()
                .body(Map.of("definition", bad))
                .post("/api/v1/rate-plans/check")
                .then()
                .statusCode(200)
                .body("problems", hasSize(4));
        World.call()
                .body(Map.of("definition", bad))
                .put("/api/v1/rate-plans/" + code)
                .then()
                .statusCode(422)
                .body(
                        "problems.code",
                        equalTo(List.of(
                                "PLAN_CURRENCY_UNKNOWN",
                                "PLAN_FIELD_UNKNOWN",
                                "PLAN_VALUE_UNKNOWN",
                                "PLAN_RATE_INVALID")))
                .body("pointer", equalTo("/currency"));
        World.call().get("/api/v1/rate-plans/" + code).then().statusCode(404).body("code", equalTo("UNKNOWN_PLAN"));
        World.call()
                .body(Map.of("definition", GOOD))
                .post("/api/v1/rate-plans/check")
                .then()
                .statusCode(200)
                .body("problems", hasSize(0));
    }

    @Test
    void a_plan_goes_from_draft_to_version_to_use() {
        String code = "PLAN-" + System.nanoTime();
        String path = "/api/v1/rate-plans/" + code;
        World.call()
                .body(Map.of("definition", GOOD))
                .put(path)
                .then()
                .statusCode(200)
                .body("versions.state", equalTo(List.of("DRAFT")));
        Map<String, Object> first = Map.of("effectiveFrom", "2026-01-01", "definition", GOOD);
        World.call().body(first).post(path + "/versions").then().statusCode(200).body("version", equalTo(1));
        World.call().body(first).post(path + "/versions").then().statusCode(200).body("version", equalTo(1));
        World.call()
                .body(Map.of("effectiveFrom", "2026-01-01", "definition", plan("0.80")))
                .post(path + "/versions")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_VERSION_CONFLICT"));
        World.call()
                .body(Map.of())
                .post(path + "/versions/1/activate")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
        World.call()
                .body(Map.of())
                .post(path + "/versions/1/activate")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
        World.call().body(Map.of()).post(path + "/versions/0/activate").then().statusCode(404);
        World.call()
                .body(Map.of("effectiveFrom", "2026-03-16", "definition", plan("0.80")))
                .post(path + "/versions")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        World.call().body(Map.of()).post(path + "/versions/2/activate").then().statusCode(200);

        Map<String, Object> quote = Map.of(
                "plan",
                code,
                "from",
                "2026-03-01",
                "to",
                "2026-03-31",
                "locations",
                List.of(Map.of("location", "A", "volume", Map.of("value", 4, "unit", "FT3"))),
                "stock",
                List.of(Map.of("sku", "X", "location", "A", "quantity", 1, "from", "2026-03-01", "to", "2026-03-31")));
        World.call()
                .body(quote)
                .post("/api/v1/storage-fees/quote")
                .then()
                .statusCode(200)
                .body("total", equalTo("3.10"))
                .body("lines[0].segments.version", equalTo(List.of(1, 2)));
    }

    @Test
    void assignments_never_overlap_and_name_plans_that_are_there() {
        World world = World.acceptance();
        String code = "PLAN-" + System.nanoTime();
        World.call()
                .body(Map.of("definition", GOOD))
                .put("/api/v1/rate-plans/" + code)
                .then()
                .statusCode(200);
        String path = "/api/v1/owners/" + world.owner + "/rate-plan-assignments";
        Map<String, Object> spring = Map.of("plan", code, "from", "2026-03-01", "to", "2026-05-31");
        Map<String, Object> here = Map.of("plan", code, "from", "2026-05-31", "warehouse", world.warehouse);
        World.call()
                .body(Map.of("assignments", List.of(spring, here)))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_ASSIGNMENT_OVERLAP"));
        World.call()
                .body(Map.of("assignments", List.of(Map.of("plan", "NONE-" + code, "from", "2026-03-01"))))
                .put(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_PLAN"));
        World.call()
                .body(Map.of("assignments", List.of(Map.of("from", "2026-03-01"))))
                .put(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("assignments[0].plan"));
        Map<String, Object> later = Map.of("plan", code, "from", "2026-06-01", "warehouse", world.warehouse);
        World.call()
                .body(Map.of("assignments", List.of(spring, later)))
                .put(path)
                .then()
                .statusCode(200);
        World.call()
                .get(path)
                .then()
                .statusCode(200)
                .body("assignments", hasSize(2))
                .body("assignments[1].warehouse", equalTo(world.warehouse));
    }
}
