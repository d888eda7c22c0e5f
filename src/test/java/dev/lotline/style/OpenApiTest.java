package dev.lotline.style;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract says of every operation what it does and what it refuses, and of every name and answer what it means. */
@QuarkusTest
class OpenApiTest {
    private static final List<String> VERBS = List.of("get", "put", "post", "patch", "delete");

    /** All there is without a credential, and nothing of it can be refused. */
    private static final Set<String> FOR_ANYBODY =
            Set.of("get /devices/check", "get /devices/test-sheet", "post /devices/check");

    private final TreeSet<String> silent = new TreeSet<>();

    @Test
    void every_operation_name_and_answer_is_explained() throws IOException {
        JsonNode contract = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
            for (String verb : VERBS) {
                JsonNode operation = path.getValue().path(verb);
                if (!operation.isMissingNode()) {
                    operations++;
                    operation(verb + " " + path.getKey(), operation);
                }
            }
        }
        int names = 0;
        for (Map.Entry<String, JsonNode> schema :
                contract.at("/components/schemas").properties()) {
            for (Map.Entry<String, JsonNode> property :
                    schema.getValue().path("properties").properties()) {
                names++;
                said(schema.getKey() + "." + property.getKey(), property.getValue());
            }
        }
        assertEquals(List.of(), List.copyOf(silent));
        assertTrue(operations > 80, operations + " operations");
        assertTrue(names > 800, names + " properties");
    }

    /** What only points elsewhere is explained there. */
    private void said(String name, JsonNode described) {
        if (!described.has("$ref") && described.path("description").asText().isBlank()) {
            silent.add(name + " without a word");
        }
    }

    private void operation(String name, JsonNode operation) {
        if (operation.path("summary").asText().isBlank()) {
            silent.add(name + ": no summary");
        }
        operation.path("parameters").forEach(parameter -> said(name + " " + parameter.path("name"), parameter));
        operation
                .path("responses")
                .properties()
                .forEach(answer -> said(name + ": " + answer.getKey(), answer.getValue()));
        boolean refuses = operation.path("responses").properties().stream()
                .anyMatch(answer -> answer.getKey().startsWith("4"));
        if (!refuses && !FOR_ANYBODY.contains(name)) {
            silent.add(name + ": refuses nothing");
        }
    }
}
