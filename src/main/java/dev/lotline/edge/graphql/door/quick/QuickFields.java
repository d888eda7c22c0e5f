package dev.lotline.edge.graphql.door.quick;

import static graphql.schema.visibility.DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.LightDataFetcher;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields that are there already by their method alone. The engine makes a context, looks for adapters and listeners
 * at every field; with ten thousand fields in an answer that was most of its time, and none of ours has any.
 */
public final class QuickFields {
    /** A field that its object gives at once, asked for without arguments. */
    interface Plain {
        @Nullable
        Object of(Object source) throws Exception;
    }

    private final GraphQLCodeRegistry written;
    private final List<Bean<?>> apis;

    private QuickFields(GraphQLSchema schema) {
        written = schema.getCodeRegistry();
        apis = CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().isAnnotationPresent(GraphQLApi.class))
                .filter(bean -> knowsNothing(bean.getBeanClass()))
                .toList();
    }

    public static GraphQLSchema of(GraphQLSchema schema) {
        QuickFields fields = new QuickFields(schema);
        GraphQLCodeRegistry quick = fields.written.transform(changed -> schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> type != schema.getQueryType() && type != schema.getMutationType())
                .filter(type -> !type.getName().startsWith("__"))
                .forEach(type -> type.getFieldDefinitions().forEach(field -> fields.quicken(type, field, changed))));
        // no field is hidden here; the engine's way to say so is a pattern that it looks for in every field's name
        GraphQLCodeRegistry seen = quick.transform(changed -> changed.fieldVisibility(DEFAULT_FIELD_VISIBILITY));
        return schema.transform(changed -> changed.codeRegistry(seen));
    }

    private void quicken(GraphQLObjectType type, GraphQLFieldDefinition field, GraphQLCodeRegistry.Builder changed) {
        DataFetcher<?> slow = written.getDataFetcher(type, field);
        FieldCoordinates at = FieldCoordinates.coordinates(type, field);
        if (slow instanceof TrivialDataFetcher) {
            changed.dataFetcher(at, new Getter(field.getName(), slow));
            return;
        }
        for (Bean<?> api : apis) {
            figure(api.getBeanClass(), type.getName(), field.getName())
                    .ifPresent(handle -> changed.dataFetcher(
                            at,
                            new OfSource(
                                    handle.bindTo(CDI.current()
                                            .select(api.getBeanClass())
                                            .get()),
                                    slow)));
        }
    }

    /** One that is given something may ask who asks, or a database: that is the engine's. */
    private static boolean knowsNothing(Class<?> api) {
        return Arrays.stream(api.getDeclaredConstructors()).allMatch(made -> made.getParameterCount() == 0);
    }

    /** A method that computes a field from its object at once; called with nothing else it gets nulls. */
    private static Optional<MethodHandle> figure(Class<?> api, String type, String field) {
        return Arrays.stream(api.getMethods())
                .filter(method -> method.getName().equals(field)
                        && method.getParameterCount() > 0
                        && method.getParameters()[0].isAnnotationPresent(Source.class)
                        && method.getParameterTypes()[0].getSimpleName().equals(type))
                .findFirst()
                .map(QuickFields::handle)
                .map(handle -> {
                    Object[] nothing = new Object[handle.type().parameterCount() - 2];
                    return MethodHandles.insertArguments(handle, 2, nothing);
                });
    }

    private static @Nullable MethodHandle handle(Method method) {
        try {
            return MethodHandles.publicLookup().unreflect(method);
        } catch (IllegalAccessException notPublic) {
            return null;
        }
    }

    /** A field that is a getter of its object, whatever its class. */
    private static final class Getter implements LightDataFetcher<Object>, TrivialDataFetcher<Object>, Plain {
        private final String name;
        private final DataFetcher<?> slow;
        private final Map<Class<?>, Optional<MethodHandle>> getters = new ConcurrentHashMap<>();

        Getter(String name, DataFetcher<?> slow) {
            this.name = name;
            this.slow = slow;
        }

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
                throws Exception {
            Optional<MethodHandle> getter = getters.computeIfAbsent(source.getClass(), this::getter);
            return getter.isPresent() ? called(getter.get(), source) : slow.get(environment.get());
        }

        @Override
        public @Nullable Object of(Object source) throws Exception {
            return called(
                    getters.computeIfAbsent(source.getClass(), this::getter).orElseThrow(), source);
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
            return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
        }

        private Optional<MethodHandle> getter(Class<?> of) {
            String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            return List.of("get" + end, "is" + end).stream()
                    .flatMap(method -> Arrays.stream(of.getMethods())
                            .filter(each -> each.getName().equals(method) && each.getParameterCount() == 0))
                    .findFirst()
                    .map(QuickFields::handle)
                    .map(handle -> handle.asType(handle.type().generic()));
        }
    }

    /** A field that an API computes; with arguments it goes the long way. */
    private static final class OfSource implements LightDataFetcher<Object>, Plain {
        private final MethodHandle figure;
        private final DataFetcher<?> slow;

        OfSource(MethodHandle figure, DataFetcher<?> slow) {
            this.figure = figure.asType(figure.type().generic());
            this.slow = slow;
        }

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
                throws Exception {
            DataFetchingEnvironment asked = environment.get();
            // as they are written: to work out what they mean takes longer than the figure
            return asked.getField().getArguments().isEmpty() ? called(figure, source) : slow.get(asked);
        }

        @Override
        public @Nullable Object of(Object source) throws Exception {
            return called(figure, source);
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
            return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
        }
    }

    private static @Nullable Object called(MethodHandle method, Object source) throws Exception {
        try {
            return method.invoke(source);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable neither) {
            throw new IllegalStateException(neither);
        }
    }
}
