package dev.lotline.edge.graphql.door.quick;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.GraphQLObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Tells an object whose fields are all there already in one go. The engine makes a path, a step, parameters and an
 * environment for each field, so that it can say where it failed; for thousands of fields that do not fail this was
 * most of its time. Whatever is not plain, or fails, goes the engine's way from the start of that object.
 */
public final class PlainObjects extends AsyncExecutionStrategy {
    /** Characters of an item of goods with every field. */
    private static final int SIZE = 4_096;

    public PlainObjects(DataFetcherExceptionHandler handler) {
        super(handler);
    }

    @Override
    protected Object completeValueForObject(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object object) {
        Object told = told(context, parameters, type, object);
        return told == null ? super.completeValueForObject(context, parameters, type, object) : told;
    }

    private @Nullable Object told(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object object) {
        if (context.hasIncrementalSupport()) {
            return null;
        }
        Plan plan = context.getGraphQLContext().computeIfAbsent(Plan.class, first -> new Plan(context, fieldCollector));
        Plan.Teller teller = plan.of(type, parameters.getField());
        try {
            return teller == null ? null : new Json.Ready(Json.text(SIZE, json -> teller.tell(object, json)));
        } catch (Plan.NotPlain theEngineSaysWhy) {
            return null;
        }
    }
}
