package dev.lotline.edge.graphql.door;

import dev.lotline.edge.graphql.door.quick.PlainObjects;
import dev.lotline.edge.graphql.door.quick.QuickFields;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine our limits and our way to say no. Found by the service loader, so that no switch in the
 * configuration can leave it out.
 */
public final class Engine implements EventingService {
    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder written) {
        return GraphQLSchema.newSchema(QuickFields.of(SchemaShape.of(written.build())));
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder engine) {
        return engine.instrumentation(new QueryLimits())
                .queryExecutionStrategy(new PlainObjects(new Errors()))
                .defaultDataFetcherExceptionHandler(new Errors());
    }

    @Override
    public @Nullable String getConfigKey() {
        // null: there is no key that could be false
        return null;
    }
}
