package dev.lotline.edge.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.kernel.Quantity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/**
 * One text for one meaning: keys sorted, numbers as plain decimals, strings in NFC, absent and null alike. What an
 * event's hash is made of.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    /** SHA-256 in hex of the canonical text without the named top-level fields. */
    static String hash(JsonNode event, Set<String> without) {
        StringBuilder text = new StringBuilder(256);
        ObjectNode rest = ((ObjectNode) event).deepCopy();
        rest.remove(without);
        write(rest, text);
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> fields.put(field.getKey(), field.getValue()));
            text.append('{');
            fields.forEach((name, value) -> {
                text.append(quoted(name)).append(':');
                write(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (JsonNode element : node) {
                write(element, text);
                text.append(',');
            }
            text.append(']');
        } else if (node.isNumber()) {
            text.append(Quantity.plain(node.decimalValue()).toPlainString());
        } else if (node.isTextual()) {
            text.append(quoted(Normalizer.normalize(node.textValue(), Normalizer.Form.NFC)));
        } else {
            text.append(node.asText());
        }
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
