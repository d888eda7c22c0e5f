package dev.lotline.edge.graphql.door.quick;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was found as it stands there. The engine builds a second tree of every answer to have that one written,
 * which was a quarter of its time. Answers with errors or extensions are left to it.
 */
final class QuickAnswers extends ExecutionService {
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
            to.write(plain ? new Written(found) : found.isDataPresent() ? takenApart(found) : answer);
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

        /** What a web socket sends. */
        @Override
        public JsonObject getExecutionResultAsJsonObject() {
            return takenApart(getExecutionResult()).getExecutionResultAsJsonObject();
        }
    }

    static String text(@Nullable Object data) {
        try {
            return Json.text(Json.size(data) + 16, json -> {
                json.writeStartObject();
                json.writeFieldName("data");
                Json.write(data, json);
                json.writeEndObject();
            });
        } catch (Plan.NotPlain impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For the engine, which walks through what it has found. */
    private static ExecutionResponse takenApart(ExecutionResult found) {
        return new ExecutionResponse(found.transform(changed -> changed.data(Json.tree(found.getData()))));
    }
}
