package dev.lotline.operations.messaging.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A message that was read.
 *
 * @param id by which a copy is known
 */
public record Letter(String id, JsonNode data) {
    private static final int LONGEST_ID = 500;

    /** CloudEvents 1.0 in structured mode; known by its source and id. Ends with MALFORMED, VALIDATION_FAILED. */
    public static Letter cloudEvent(ObjectMapper json, byte[] body) {
        JsonNode event = tree(json, body);
        String id = text(event, "id");
        String source = text(event, "source");
        if (!event.path("data").isObject()) {
            throw Refusal.invalid("data", "is required");
        }
        return new Letter(source + "|" + id, event.get("data"));
    }

    /** A plain object that has an id. Ends with MALFORMED, VALIDATION_FAILED. */
    public static Letter plain(ObjectMapper json, byte[] body) {
        JsonNode data = tree(json, body);
        return new Letter(text(data, "id"), data);
    }

    /** The data as the body of a command. Ends with VALIDATION_FAILED naming the field. */
    public <T> T as(ObjectMapper json, Class<T> type) {
        try {
            return json.treeToValue(data, type);
        } catch (JsonMappingException e) {
            throw Refusal.invalid(path(e), "is none of this kind, or can't be read");
        } catch (JsonProcessingException e) {
            throw Refusal.of(RefusalCode.MALFORMED);
        }
    }

    private static JsonNode tree(ObjectMapper json, byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            if (read == null || !read.isObject()) {
                throw Refusal.of(RefusalCode.MALFORMED);
            }
            return read;
        } catch (IOException e) {
            throw Refusal.of(RefusalCode.MALFORMED, Map.of());
        }
    }

    private static String text(JsonNode event, String field) {
        String value = event.path(field).asText("");
        if (value.isBlank() || value.length() > LONGEST_ID || value.indexOf(0) >= 0) {
            throw Refusal.invalid(field, "is required, at most " + LONGEST_ID + " characters");
        }
        return value;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
