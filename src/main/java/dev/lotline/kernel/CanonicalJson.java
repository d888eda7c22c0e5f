package dev.lotline.kernel;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.TreeMap;

/**
 * One text for one meaning: keys sorted, numbers as plain decimals, strings in NFC, absent and null alike. What the hash
 * of a body is made of.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** SHA-256 of the canonical text. */
    public static byte[] hash(JsonNode body) {
        return sha256().digest(text(body).getBytes(StandardCharsets.UTF_8));
    }

    public static String text(JsonNode body) {
        StringBuilder text = new StringBuilder(256);
        write(body, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> fields.put(field.getKey(), field.getValue()));
            text.append('{');
            String comma = "";
            for (var field : fields.entrySet()) {
                text.append(comma);
                quote(field.getKey(), text);
                text.append(':');
                write(field.getValue(), text);
                comma = ",";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (int n = 0; n < node.size(); n++) {
                text.append(n == 0 ? "" : ",");
                write(node.get(n), text);
            }
            text.append(']');
        } else if (node.isNumber()) {
            text.append(Quantity.plain(node.decimalValue()).toPlainString());
        } else if (node.isTextual()) {
            quote(Normalizer.normalize(node.textValue(), Normalizer.Form.NFC), text);
        } else {
            text.append(node.asText());
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
