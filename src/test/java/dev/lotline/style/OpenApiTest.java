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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract says of every operation what it does, and of every answer what it means. */
@QuarkusTest
class OpenApiTest {
    private static final List<String> VERBS = List.of("get", "put", "post", "patch", "delete");

    private final TreeSet<String> silent = new TreeSet<>();

    @Test
    void every_operation_has_a_summary_and_every_answer_a_description() throws IOException {
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
        assertEquals(List.of(), List.copyOf(silent));
        assertTrue(operations > 80, operations + " operations");
    }

    private void operation(String name, JsonNode operation) {
        if (operation.path("summary").asText().isBlank()) {
            silent.add(name + ": no summary");
        }
        operation.path("responses").properties().forEach(answer -> {
            if (answer.getValue().path("description").asText().isBlank()) {
                silent.add(name + ": " + answer.getKey() + " without a word");
            }
        });
    }
}
