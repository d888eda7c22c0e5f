package dev.lotline.edge.graphql.door.quick;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import graphql.ExecutionResult;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was found as it stands there. The engine builds a second tree of every answer to have that one written,
 * which was a quarter of its time. Answers with errors or extensions are left to it.
 */
final class QuickAnswers extends ExecutionService {
    private static final JsonFactory JSON = new JsonFactory();

    private QuickAnswers(GraphQLSchema schema, Schema model) {
        super(schema, model);
    }

    @Override
    public void execute(
            JsonObject asked, Map<String, Object> context, ExecutionResponseWriter to, boolean asynchronously) {
        super.execute(asked, context, new Quickly(to), asynchronously);
    }

    /** In place of the engine's own. */
    @Singleton
    static final class Instead {
        @Produces
        @Singleton
        @Unremovable
        @Alternative
        @Priority(1)
        ExecutionService service(GraphQLSchema schema, Schema model) {
            return new QuickAnswers(schema, model);
        }
    }

    private record Quickly(ExecutionResponseWriter to) implements ExecutionResponseWriter {
        @Override
        public void write(ExecutionResponse answer) {
            ExecutionResult found = answer.getExecutionResult();
            boolean plain = found.isDataPresent()
                    && found.getErrors().isEmpty()
                    && (found.getExtensions() == null || found.getExtensions().isEmpty());
            to.write(plain ? new Written(found) : answer);
        }

        @Override
        public void fail(Throwable fault) {
            to.fail(fault);
        }
    }

    private static final class Written extends ExecutionResponse {
        Written(ExecutionResult found) {
            super(found);
        }

        @Override
        public String getExecutionResultAsString() {
            return text(getExecutionResult().getData());
        }
    }

    static String text(@Nullable Object data) {
        // bytes and not a writer: nearly all of it is ASCII, which is copied as it stands
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("data");
            write(data, json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(UTF_8);
    }

    /** What scalars give: anything else is a fault of ours. */
    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
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
}
