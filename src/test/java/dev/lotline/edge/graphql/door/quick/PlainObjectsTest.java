package dev.lotline.edge.graphql.door.quick;

import static graphql.schema.FieldCoordinates.coordinates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, the answer is the engine's to the letter; only how often the engine is bothered differs. */
class PlainObjectsTest {
    private static final String SCHEMA = """
            type Query { shelves: [Shelf!] }
            type Shelf { name: String! full: Boolean words: [String] boxes(of: String): [Box!] kind: Kind next: Shelf }
            type Box { id: ID! units: Int! }
            enum Kind { HIGH LOW }
            """;

    private static final Map<String, Object> GOOD = Map.of(
            "name", "A-01", "full", true, "words", Arrays.asList("x", null), "kind", "LOW", "boxes", boxes(1, 2));
    private static final Map<String, Object> NESTED = Map.of("name", "B-01", "next", GOOD, "boxes", List.of());
    private static final Map<String, Object> NAMELESS = Map.of("kind", "HIGH");
    private static final Map<String, Object> BROKEN =
            Map.of("name", "C-01", "boxes", List.of(Map.of("id", "b", "units", "many")));
    private static final Map<String, Object> FAILING =
            Map.of("name", "D-01", "next", Map.of("name", new IllegalStateException("gone")));

    private final AtomicInteger bothered = new AtomicInteger();
    private final GraphQLSchema schema = schema();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ shelves { name full words kind boxes { id units } next { name } } }",
                "{ shelves { __typename a: name b: name ... on Shelf { kind } ...rest } } fragment rest on Shelf { name next { ...deep } }"
                        + " fragment deep on Shelf { __typename boxes { id } }",
                "query ($no: Boolean = false) { shelves { name @skip(if: true) kind @include(if: $no) full } }",
                "{ shelves { boxes(of: \"me\") { id units } } }",
                "{ shelves { next { next { name } boxes(of: \"me\") { units } } } }",
                "{ shelves { boxes { id } boxes { units } } }"
            })
    void says_what_the_engine_says(String query) {
        for (List<?> shelves : List.of(
                List.of(),
                List.of(GOOD, NESTED),
                List.of(GOOD, NAMELESS, NESTED),
                List.of(BROKEN, GOOD),
                List.of(NESTED, FAILING, GOOD))) {
            assertEquals(
                    asked(new AsyncExecutionStrategy(new SimpleDataFetcherExceptionHandler()), query, shelves)
                            .toSpecification(),
                    asked(new PlainObjects(new SimpleDataFetcherExceptionHandler()), query, shelves)
                            .toSpecification(),
                    () -> query + " of " + shelves);
        }
    }

    @Test
    void the_engine_is_not_bothered_for_what_is_plain() {
        String query = "{ shelves { name __typename kind boxes { id units } next { name words } } }";
        PlainObjects plain = new PlainObjects(new SimpleDataFetcherExceptionHandler());
        assertTrue(asked(plain, query, List.of(GOOD, NESTED)).getErrors().isEmpty());
        assertEquals(0, bothered.get());
        asked(plain, query, List.of(GOOD, NAMELESS));
        // the one that has no name, up to the end of its fields
        assertEquals(4, bothered.get());
    }

    private ExecutionResult asked(AsyncExecutionStrategy strategy, String query, List<?> shelves) {
        ExecutionResult answer = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(strategy)
                .build()
                .execute(asked -> asked.query(query).root(Map.of("shelves", shelves)));
        return answer.transform(same -> same.data(Json.tree(answer.getData())));
    }

    private GraphQLSchema schema() {
        GraphQLCodeRegistry.Builder fetchers = GraphQLCodeRegistry.newCodeRegistry();
        for (String field : List.of("name", "full", "words", "boxes", "kind", "next")) {
            fetchers.dataFetcher(coordinates("Shelf", field), (DataFetcher<?>) new Field(field));
        }
        for (String field : List.of("id", "units")) {
            fetchers.dataFetcher(coordinates("Box", field), (DataFetcher<?>) new Field(field));
        }
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SCHEMA),
                        RuntimeWiring.newRuntimeWiring().codeRegistry(fetchers).build());
    }

    private static List<Map<String, Object>> boxes(int... units) {
        return Arrays.stream(units)
                .mapToObj(n -> Map.<String, Object>of("id", "b" + n, "units", n))
                .toList();
    }

    private final class Field implements DataFetcher<Object>, QuickFields.Plain {
        private final String name;

        Field(String name) {
            this.name = name;
        }

        @Override
        public @Nullable Object of(Object source) {
            Object value = ((Map<?, ?>) source).get(name);
            if (value instanceof IllegalStateException gone) {
                throw gone;
            }
            return value;
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            bothered.incrementAndGet();
            return environment.getArguments().isEmpty() ? of(environment.getSource()) : List.of();
        }
    }
}
