package dev.lotline.style;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract says of everything in it what it is. */
@QuarkusTest
class OpenApiTest {
    private static final List<String> VERBS = List.of("get", "put", "post", "patch", "delete");

    private final TreeSet<String> silent = new TreeSet<>();

    @Test
    void every_operation_parameter_and_property_is_described_and_every_operation_says_how_it_can_end()
            throws IOException {
        JsonNode contract = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        Files.writeString(Path.of("target/openapi.json"), contract.toPrettyString());
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
            described(path.getValue().path("parameters"), path.getKey());
            for (String verb : VERBS) {
                JsonNode operation = path.getValue().path(verb);
                if (!operation.isMissingNode()) {
                    operations++;
                    operation(verb + " " + path.getKey(), operation);
                }
            }
        }
        contract.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> property(schema.getKey() + "." + property.getKey(), property.getValue())));
        Files.write(Path.of("target/openapi-silent.txt"), silent);
        assertEquals(List.of(), List.copyOf(silent), "see target/openapi-silent.txt");
        assertTrue(operations > 80, operations + " operations");
    }

    private void operation(String name, JsonNode operation) {
        if (operation.path("summary").asText().isBlank()) {
            silent.add(name + ": no summary");
        }
        described(operation.path("parameters"), name);
        boolean ends = operation.path("responses").properties().stream()
                .anyMatch(answer -> answer.getKey().matches("4(?!01|03)\\d\\d"));
        if (!ends) {
            silent.add(name + ": no refusal");
        }
        operation.path("responses").properties().forEach(answer -> {
            if (answer.getValue().path("description").asText().isBlank()) {
                silent.add(name + ": " + answer.getKey() + " without a word");
            }
        });
    }

    private void described(JsonNode parameters, String where) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("description").asText().isBlank()) {
                silent.add(where + ": parameter " + parameter.path("name").asText());
            }
        }
    }

    /** A reference is described by what it names. */
    private void property(String name, JsonNode property) {
        boolean reference = property.has("$ref") || property.has("allOf") || property.has("anyOf");
        if (!reference && property.path("description").asText().isBlank()) {
            silent.add(name);
        }
    }
}
