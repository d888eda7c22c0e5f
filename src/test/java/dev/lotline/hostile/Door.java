package dev.lotline.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to write into the house.
 *
 * @param body a good one, which the house would take: an object, or a list of one object
 * @param bodyless true where a request without body is a good one too
 * @param fields each as {@code path KIND}, {@code path KIND!} where it must be there; in a list {@code [0].path KIND}
 */
record Door(String name, String method, String path, String body, boolean bodyless, List<String> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "here-goes-what-is-wrong";

    /** A request that must be refused with 400, its code and, unless it is empty, the name of the field. */
    record Bad(String why, String body, String codes, String field) {}

    static Door of(String method, String path, String body, String... fields) {
        return new Door(method + " " + path, method, path, body, false, List.of(fields));
    }

    /** A command, whose body may be left out. */
    static Door command(String path, String body, String... fields) {
        return new Door("POST " + path, "POST", path, body, true, List.of(fields));
    }

    Stream<Bad> corpus() {
        return Stream.concat(wholeBodies(), fields.stream().flatMap(this::ofField));
    }

    private Stream<Bad> wholeBodies() {
        Stream<Bad> always = Stream.of(
                ofList() ? new Bad("nothing in the list", "[]", "VALIDATION_FAILED", "") : malformed("a list", "[]"),
                ofList() ? malformed("an object", body.substring(1, body.length() - 1)) : malformed("a list", "[{}]"),
                malformed("a text", "\"x\""),
                malformed("a number", "5"),
                malformed("no JSON", "<order/>"),
                malformed("a brace", "{"),
                malformed("cut short", body.substring(0, body.length() / 2)),
                malformed("without its last brace", body.substring(0, body.length() - 1)),
                malformed("something behind it", body + "x"),
                malformed("two of them", body + body),
                malformed("single quotes", body.replace('"', '\'')),
                malformed("a comment", "/* hello */" + body),
                malformed("a comma too many", body.substring(0, body.length() - 1) + ",}"),
                malformed("an unknown field", with("nobodyKnowsThis", "1")),
                malformed("a field of the object's class", with("class", "\"java.lang.String\"")),
                malformed("a field twice", twice()),
                malformed("a deep hole", "{\"a\":".repeat(2_000)),
                malformed("a deep list", "[".repeat(20_000)),
                malformed("a long name", with("x".repeat(10_240), "1")),
                malformed("a bare control character", body.replaceFirst("\"", "\"\u0001")),
                malformed("NUL", "\u0000"));
        return bodyless
                ? always
                : Stream.concat(
                        always,
                        Stream.of(
                                new Bad("nothing", "", "VALIDATION_FAILED|MALFORMED", ""),
                                new Bad("blanks", "  \n ", "VALIDATION_FAILED|MALFORMED", ""),
                                new Bad("null", "null", "VALIDATION_FAILED", "")));
    }

    private boolean ofList() {
        return body.startsWith("[");
    }

    private static Bad malformed(String why, String body) {
        return new Bad(why, body, "MALFORMED", "");
    }

    private Stream<Bad> ofField(String line) {
        String field = line.substring(0, line.indexOf(' '));
        boolean required = line.endsWith("!");
        Kind kind = Kind.valueOf(line.substring(line.indexOf(' ') + 1).replace("!", ""));
        return kind.bad(required).stream()
                .map(bad -> new Bad(
                        field + " = " + bad.shown(),
                        replaced(field, bad.literal()),
                        bad.code(),
                        readable(bad.literal()) ? field : ""));
    }

    /** What is not even JSON, or too long to read, can be refused without knowing the field. */
    private static boolean readable(String literal) {
        try {
            JSON.readTree(literal);
            return !literal.startsWith("999") && !literal.startsWith("1e999");
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private String with(String field, String literal) {
        int end = body.lastIndexOf('}');
        return body.substring(0, end) + (body.equals("{}") ? "" : ",") + "\"" + field + "\":" + literal
                + body.substring(end);
    }

    private String twice() {
        JsonNode read = ofList() ? read().get(0) : read();
        String first = read.fieldNames().next();
        return with(first, read.get(first).toString());
    }

    /** The good body with another literal in this place, such as {@code lines[0].quantity}. */
    String replaced(String place, String literal) {
        JsonNode root = read();
        JsonNode node = root;
        String[] steps = (ofList() ? place : place.replace("[", ".[")).split("\\.");
        for (int n = 0; n < steps.length - 1; n++) {
            node = step(node, steps[n]);
        }
        String last = steps[steps.length - 1];
        if (node instanceof ArrayNode list) {
            list.set(index(last), JSON.getNodeFactory().textNode(MARK));
        } else {
            ((ObjectNode) node).put(last, MARK);
        }
        return root.toString().replace("\"" + MARK + "\"", literal);
    }

    private static JsonNode step(JsonNode node, String step) {
        return step.startsWith("[") ? node.get(index(step)) : node.get(step);
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }

    private JsonNode read() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(name, wrong);
        }
    }
}
