package dev.lotline.edge.graphql.door.quick;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
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
import java.io.IOException;
import java.util.ArrayList;
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

    /** Writes what a field holds as an answer says it. What it has written of something that is not plain is void. */
    interface Teller {
        void tell(Object value, JsonGenerator json) throws NotPlain, IOException;
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
        return (object, json) -> fields(fields, object, json);
    }

    private @Nullable PlainField field(GraphQLObjectType type, MergedField asked) {
        GraphQLFieldDefinition definition =
                Introspection.getFieldDefinition(context.getGraphQLSchema(), type, asked.getName());
        QuickFields.Plain plain = plain(type, definition, asked);
        Teller teller = plain == null ? null : teller(definition.getType(), asked);
        boolean sure = definition.getType() instanceof GraphQLNonNull;
        return plain == null || teller == null
                ? null
                : new PlainField(new SerializedString(asked.getResultKey()), plain, teller, sure);
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
            return (value, json) ->
                    word(coercing.serialize(value, context.getGraphQLContext(), context.getLocale()), json);
        }
        if (type instanceof GraphQLEnumType words) {
            return (value, json) ->
                    word(words.serialize(value, context.getGraphQLContext(), context.getLocale()), json);
        }
        if (type instanceof GraphQLList list) {
            Teller one = teller(list.getWrappedType(), asked);
            boolean sure = list.getWrappedType() instanceof GraphQLNonNull;
            return one == null ? null : (values, json) -> each(values, one, sure, json);
        }
        return type instanceof GraphQLObjectType object ? of(object, asked) : null;
    }

    private static void word(@Nullable Object told, JsonGenerator json) throws NotPlain, IOException {
        if (told == null) {
            throw new NotPlain(null);
        }
        Json.write(told, json);
    }

    private static void fields(List<PlainField> fields, Object object, JsonGenerator json)
            throws NotPlain, IOException {
        json.writeStartObject();
        for (PlainField field : fields) {
            json.writeFieldName(field.key);
            field.tell(object, json);
        }
        json.writeEndObject();
    }

    private static void each(Object values, Teller one, boolean sure, JsonGenerator json) throws NotPlain, IOException {
        if (!(values instanceof List<?> list)) {
            throw new NotPlain(null);
        }
        json.writeStartArray();
        for (Object each : list) {
            tell(each, one, sure, json);
        }
        json.writeEndArray();
    }

    private static void tell(@Nullable Object value, Teller teller, boolean sure, JsonGenerator json)
            throws NotPlain, IOException {
        if (value != null) {
            teller.tell(value, json);
        } else if (sure) {
            throw new NotPlain(null);
        } else {
            json.writeNull();
        }
    }

    /** @param sure never null */
    private record PlainField(SerializedString key, QuickFields.Plain field, Teller teller, boolean sure) {
        void tell(Object object, JsonGenerator json) throws NotPlain, IOException {
            try {
                Plan.tell(field.of(object), teller, sure, json);
            } catch (NotPlain | IOException inside) {
                throw inside;
            } catch (Exception theEngineAsksAgain) {
                throw new NotPlain(theEngineAsksAgain);
            }
        }
    }
}
