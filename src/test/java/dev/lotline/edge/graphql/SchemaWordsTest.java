package dev.lotline.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AbstractDescribedNode;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema says of every type, field, argument and value what it means. */
class SchemaWordsTest {
    private static final Path SCHEMA = Path.of("src/docs/integrate/schema.graphql");

    private final TreeSet<String> silent = new TreeSet<>();
    private int said;

    @Test
    void every_type_field_argument_and_value_is_explained() throws IOException {
        Document schema = new Parser().parseDocument(Files.readString(SCHEMA));
        schema.getDefinitions().stream()
                .filter(definition -> !(definition instanceof SchemaDefinition))
                // the engine's own
                .filter(definition -> !(definition instanceof DirectiveDefinition))
                .forEach(definition -> read("", definition));
        assertEquals(List.of(), new ArrayList<>(silent));
        assertTrue(said > 300, said + " descriptions");
    }

    private void read(String of, Node<?> node) {
        String name = of;
        if (node instanceof AbstractDescribedNode<?> described && node instanceof NamedNode<?> named) {
            name = of.isEmpty() ? named.getName() : of + "." + named.getName();
            boolean words = described.getDescription() != null
                    && !described.getDescription().getContent().isBlank();
            said += words ? 1 : 0;
            if (!words
                    && !(node instanceof ScalarTypeDefinition && named.getName().equals("ID"))) {
                silent.add(name);
            }
        }
        String here = name;
        node.getChildren().forEach(child -> read(here, child));
    }
}
