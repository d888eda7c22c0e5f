package dev.lotline.edge.graphql.door;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What annotations can't say here: {@code @NonNull} of a list's elements makes the list itself required, {@code @Id}
 * makes the list one scalar, and the reason of a deprecation is lost. And what a name means in many places is said once.
 */
final class SchemaShape extends GraphQLTypeVisitorStub {
    private static final Set<String> MAY_BE_NULL = Set.of("InventoryItem.inventoryLocations");
    private static final String PRODUCT_ONLY =
            "This field will be removed in the future. Brand is becoming a product-only attribute.";
    private static final Map<String, String> DEPRECATED = Map.of(
            "InventoryItem.brand",
            PRODUCT_ONLY,
            "InventoryItem.brandId",
            PRODUCT_ONLY,
            "InventoryItem.deletedAt",
            "Use archivedAt instead. This field will be removed in the future.",
            "InventoryPosition.location",
            "No longer supported");

    static GraphQLSchema of(GraphQLSchema written) {
        return SchemaTransformer.transformSchema(written, new SchemaShape(written.getTypeAs("ID")));
    }

    private final GraphQLType id;

    private SchemaShape(GraphQLType id) {
        this.id = id;
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> at) {
        String type = ((GraphQLNamedSchemaElement) at.getParentNode()).getName();
        String name = type + "." + field.getName();
        List<GraphQLArgument> arguments = field.getArguments().stream()
                .map(argument -> optionalList(argument)
                        .transform(changed -> changed.description(
                                SchemaWords.of(argument.getDescription(), type, argument.getName()))))
                .toList();
        return TreeTransformerUtil.changeNode(at, field.transform(changed -> {
            changed.replaceArguments(arguments);
            changed.description(SchemaWords.of(field.getDescription(), type, field.getName()));
            if (DEPRECATED.containsKey(name)) {
                changed.deprecate(DEPRECATED.get(name));
            }
            if (MAY_BE_NULL.contains(name)) {
                changed.type((GraphQLOutputType) nullable(field.getType()));
            }
        }));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
            GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> at) {
        String of = ((GraphQLNamedSchemaElement) at.getParentNode()).getName();
        GraphQLType type = nullable(field.getType());
        return TreeTransformerUtil.changeNode(at, field.transform(changed -> {
            changed.description(SchemaWords.of(field.getDescription(), of, field.getName()));
            if (type instanceof GraphQLList) {
                changed.type(list(field.getName(), type));
            }
        }));
    }

    /** Whoever wants no narrowing leaves a list out. */
    private GraphQLArgument optionalList(GraphQLArgument argument) {
        GraphQLType type = nullable(argument.getType());
        return type instanceof GraphQLList
                ? argument.transform(changed -> changed.type(list(argument.getName(), type)))
                : argument;
    }

    private GraphQLInputType list(String name, GraphQLType type) {
        boolean ids = name.equals("ids") || name.endsWith("Ids");
        return ids ? GraphQLList.list(GraphQLNonNull.nonNull(id)) : (GraphQLInputType) type;
    }

    private static GraphQLType nullable(GraphQLType type) {
        return type instanceof GraphQLNonNull required ? required.getWrappedType() : type;
    }
}
