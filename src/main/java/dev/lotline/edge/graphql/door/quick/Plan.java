package dev.lotline.edge.graphql.door.quick;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the plain objects of one request are told, found out once for each place of the query. */
final class Plan {
    private final ExecutionContext context;
    private final FieldCollector collector;
    private final Map<Spot, Optional<Teller>> known = new ConcurrentHashMap<>();

    Plan(ExecutionContext context, FieldCollector collector) {
        this.context = context;
        this.collector = collector;
    }

    /** Both are the same only when they are the same object. */
    private record Spot(GraphQLObjectType type, MergedField field) {}

    /** Makes of what a field holds what an answer says. */
    interface Teller {
        @Nullable
        Object told(Object value) throws NotPlain;
    }

    /** Something that the engine must see to: an error, a null where none may be, a value that is not there yet. */
    static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1L;

        NotPlain(@Nullable Throwable cause) {
            super(null, cause, false, false);
        }
    }

    /** Null when an object here is not plain. */
    @Nullable
    Teller of(GraphQLObjectType type, MergedField field) {
        Spot spot = new Spot(type, field);
        Optional<Teller> teller = known.get(spot);
        if (teller == null) {
            teller = Optional.ofNullable(object(type, field));
            known.put(spot, teller);
        }
        return teller.orElse(null);
    }

    private @Nullable Teller object(GraphQLObjectType type, MergedField asked) {
        FieldCollectorParameters where = FieldCollectorParameters.newParameters()
                .schema(context.getGraphQLSchema())
                .objectType(type)
                .fragments(context.getFragmentsByName())
                .variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext())
                .build();
        List<PlainField> fields = new ArrayList<>();
        for (MergedField each :
                collector.collectFields(where, asked, false).getSubFields().values()) {
            PlainField field = field(type, each);
            if (field == null) {
                return null;
            }
            fields.add(field);
        }
        return object -> fields(fields, object);
    }

    private @Nullable PlainField field(GraphQLObjectType type, MergedField asked) {
        GraphQLFieldDefinition definition =
                Introspection.getFieldDefinition(context.getGraphQLSchema(), type, asked.getName());
        QuickFields.Plain plain = plain(type, definition, asked);
        Teller teller = plain == null ? null : teller(definition.getType(), asked);
        boolean sure = definition.getType() instanceof GraphQLNonNull;
        return plain == null || teller == null ? null : new PlainField(asked.getResultKey(), plain, teller, sure);
    }

    private QuickFields.@Nullable Plain plain(
            GraphQLObjectType type, GraphQLFieldDefinition definition, MergedField asked) {
        if (definition == Introspection.TypeNameMetaFieldDef) {
            return object -> type.getName();
        }
        DataFetcher<?> fetcher = context.getGraphQLSchema().getCodeRegistry().getDataFetcher(type, definition);
        return fetcher instanceof QuickFields.Plain field
                        && asked.getArguments().isEmpty()
                ? field
                : null;
    }

    private @Nullable Teller teller(GraphQLType type, MergedField asked) {
        if (type instanceof GraphQLNonNull sure) {
            return teller(sure.getWrappedType(), asked);
        }
        if (type instanceof GraphQLScalarType scalar) {
            Coercing<?, ?> coercing = scalar.getCoercing();
            return value -> coercing.serialize(value, context.getGraphQLContext(), context.getLocale());
        }
        if (type instanceof GraphQLEnumType words) {
            return value -> words.serialize(value, context.getGraphQLContext(), context.getLocale());
        }
        if (type instanceof GraphQLList list) {
            Teller one = teller(list.getWrappedType(), asked);
            boolean sure = list.getWrappedType() instanceof GraphQLNonNull;
            return one == null ? null : values -> each(values, one, sure);
        }
        return type instanceof GraphQLObjectType object ? of(object, asked) : null;
    }

    private static Map<String, @Nullable Object> fields(List<PlainField> fields, Object object) throws NotPlain {
        Map<String, @Nullable Object> told = new LinkedHashMap<>(fields.size() * 4 / 3 + 1);
        for (PlainField field : fields) {
            told.put(field.key, field.told(object));
        }
        return told;
    }

    private static List<@Nullable Object> each(Object values, Teller one, boolean sure) throws NotPlain {
        if (!(values instanceof List<?> list)) {
            throw new NotPlain(null);
        }
        List<@Nullable Object> told = new ArrayList<>(list.size());
        for (Object each : list) {
            told.add(told(each, one, sure));
        }
        return told;
    }

    private static @Nullable Object told(@Nullable Object value, Teller teller, boolean sure) throws NotPlain {
        Object told = value == null ? null : teller.told(value);
        if (told == null && sure) {
            throw new NotPlain(null);
        }
        return told;
    }

    /** @param sure never null */
    private record PlainField(String key, QuickFields.Plain field, Teller teller, boolean sure) {
        @Nullable
        Object told(Object object) throws NotPlain {
            try {
                return Plan.told(field.of(object), teller, sure);
            } catch (NotPlain inside) {
                throw inside;
            } catch (Exception theEngineAsksAgain) {
                throw new NotPlain(theEngineAsksAgain);
            }
        }
    }
}
