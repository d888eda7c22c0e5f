package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * How much one request may ask for, judged before any of it is done. The cost is the number of objects in the lists that
 * are asked for by pages, and one for each list without pages: those are read together, in one statement for all, and have
 * a limit of their own. What stands alone is read with what it stands in. The engine has its own limits for introspection
 * and for the length of a query.
 */
final class QueryLimits extends SimplePerformantInstrumentation {
    static final int DEEPEST = 10;
    static final int DEAREST = 5_000;
    static final int MOST_ALIASES = 30;
    private static final int MOST_FIELDS = 2_000;

    /** Under which the server hands on the headers of the request. */
    private static final String HEADERS = "httpHeaders";

    private static final int USUAL_PAGE = 50;
    private static final List<String> PAGE_SIZES = List.of("first", "last");
    private static final Set<String> EACH_OF_A_PAGE = Set.of("edges", "nodes");

    /** A handful of values that every object brings along. */
    private static final Set<String> NEVER_MANY = Set.of("attributes");

    /** The caller's language for everything that is said of this request. */
    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Map<String, List<String>> headers = input.getGraphQLContext().getOrDefault(HEADERS, Map.of());
        String wanted = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Accept-Language"))
                .map(header -> String.join(",", header.getValue()))
                .findFirst()
                .orElse(null);
        return input.transform(changed -> changed.locale(Sentences.language(wanted)));
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        Sum sum = new Sum(context.getGraphQLSchema(), Errors.language(context.getLocale()));
        ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        context.getGraphQLSchema(),
                        context.getDocument(),
                        context.getExecutionInput().getOperationName(),
                        context.getCoercedVariables(),
                        Options.defaultOptions().maxFieldsCount(MOST_FIELDS))
                .getTopLevelFields()
                .forEach(field -> sum.add(field, 1, 1));
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        if (result.getErrors().isEmpty()) {
            return CompletableFuture.completedFuture(result);
        }
        Locale language = Errors.language(parameters.getExecutionInput().getLocale());
        ExecutionResultImpl.Builder<?> coded = ExecutionResultImpl.newExecutionResult()
                .errors(result.getErrors().stream()
                        .map(error -> Errors.coded(error, language))
                        .toList())
                .extensions(result.getExtensions());
        return CompletableFuture.completedFuture(
                (result.isDataPresent() ? coded.data(result.getData()) : coded).build());
    }

    /** Adds up the fields as they will be executed, fragments spread and doubles merged, and stops where it is too much. */
    private static final class Sum {
        private final GraphQLSchema schema;
        private final Locale language;
        private int aliases;
        private long cost;

        Sum(GraphQLSchema schema, Locale language) {
            this.schema = schema;
            this.language = language;
        }

        /** @param parents how many objects have this field */
        void add(ExecutableNormalizedField field, int depth, long parents) {
            if (field.getAlias() != null) {
                limit("aliases", ++aliases, MOST_ALIASES);
            }
            if (field.getFieldName().startsWith("__")) {
                return;
            }
            limit("depth", depth, DEEPEST);
            if (field.hasChildren()) {
                long size = size(field);
                long objects = parents * Math.max(size, 1);
                cost += size == 0 ? 0 : objects;
                limit("cost", cost, DEAREST);
                field.getChildren().forEach(child -> add(child, depth + 1, objects));
            }
        }

        /** Objects that a field brings for each parent: of a connection those asked for, of a list without pages one; 0 = none. */
        private long size(ExecutableNormalizedField field) {
            GraphQLFieldDefinition definition =
                    field.getFieldDefinitions(schema).get(0);
            if (PAGE_SIZES.stream().anyMatch(size -> definition.getArgument(size) != null)) {
                return PAGE_SIZES.stream()
                        .map(field.getResolvedArguments()::get)
                        .filter(Integer.class::isInstance)
                        .mapToLong(Integer.class::cast)
                        .max()
                        .orElse(USUAL_PAGE);
            }
            boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
            boolean many = !EACH_OF_A_PAGE.contains(field.getFieldName()) && !NEVER_MANY.contains(field.getFieldName());
            return list && many ? 1 : 0;
        }

        private void limit(String what, long found, int most) {
            if (found > most) {
                Refusal refusal =
                        Refusal.of(RefusalCode.QUERY_TOO_LARGE, Map.of("limit", what, "found", found, "most", most));
                throw new AbortExecutionException(List.of(Errors.of(refusal, language)));
            }
        }
    }
}
