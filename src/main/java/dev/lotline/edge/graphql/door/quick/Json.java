package dev.lotline.edge.graphql.door.quick;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer holds, as text. */
final class Json {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper READ = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** An object as it will stand in the answer. */
    record Ready(String text) {}

    /** Something that writes one value. */
    interface Part {
        void write(JsonGenerator json) throws IOException, Plan.NotPlain;
    }

    /** @param size what is expected, in characters */
    static String text(int size, Part part) throws Plan.NotPlain {
        StringWriter text = new StringWriter(size);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            // a part that ends early is thrown away: nothing is to be closed for it
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            part.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** What scalars give, and what holds it: anything else is a fault of ours. */
    static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Ready ready) {
            json.writeRawValue(ready.text);
        } else if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.writeFieldName((String) field.getKey());
                write(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                write(each, json);
            }
            json.writeEndArray();
        } else {
            writeOther(value, json);
        }
    }

    private static void writeOther(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            throw new IllegalStateException("no scalar gives a " + value.getClass());
        }
    }

    /** The same with everything that is ready taken apart again, for those who walk through an answer. */
    static @Nullable Object tree(@Nullable Object value) {
        if (value instanceof Ready ready) {
            try {
                return READ.readValue(ready.text, Object.class);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        if (value instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> tree = new LinkedHashMap<>();
            object.forEach((key, each) -> tree.put(key, tree(each)));
            return tree;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> tree = new ArrayList<>(list.size());
            list.forEach(each -> tree.add(tree(each)));
            return tree;
        }
        return value;
    }

    /** The characters that will be needed for it, nearly. */
    static int size(@Nullable Object value) {
        if (value instanceof Ready ready) {
            return ready.text.length() + 1;
        }
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .mapToInt(each -> ((String) each.getKey()).length() + 6 + size(each.getValue()))
                    .sum();
        }
        return value instanceof Collection<?> list
                ? list.stream().mapToInt(each -> size(each) + 1).sum() + 2
                : 16;
    }
}
