package dev.lotline.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema is the published one, and says of each of its parts what it is. */
class FluentCoverageTest {
    private static final Path SCHEMA = Path.of("src/docs/integrate/schema.graphql");
    private static final Path PUBLISHED = Path.of("src/test/resources/fluent/inventory-position.graphql");
    private static final Set<String> OURS = Set.of(
            "InventoryPosition",
            "InventoryQuantity",
            "InventoryCatalogue",
            "Location",
            "StoreAddress",
            "Attribute",
            "InventoryPositionConnection",
            "InventoryPositionEdge",
            "InventoryQuantityConnection",
            "InventoryQuantityEdge",
            "DateRange",
            "InventoryCatalogueKey",
            "InventoryPositionKey",
            "ProductCatalogueKey",
            "AttributeInput",
            "CreateInventoryQuantityInput",
            "UpdateInventoryQuantityInput");

    @Test
    void every_published_field_and_argument_has_its_very_type() throws IOException {
        ObjectTypeDefinition live = position(read(SCHEMA));
        List<String> wrong = new ArrayList<>();
        for (FieldDefinition field : position(read(PUBLISHED)).getFieldDefinitions()) {
            FieldDefinition ours = live.getFieldDefinitions().stream()
                    .filter(each -> each.getName().equals(field.getName()))
                    .findFirst()
                    .orElse(null);
            if (ours == null || !shape(ours).equals(shape(field))) {
                wrong.add(shape(field) + " is " + (ours == null ? "missing" : shape(ours)));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everything_says_what_it_is() throws IOException {
        List<String> silent = new ArrayList<>();
        Document schema = read(SCHEMA);
        int seen = 0;
        for (ObjectTypeDefinition type : schema.getDefinitionsOfType(ObjectTypeDefinition.class)) {
            if (OURS.contains(type.getName())) {
                seen++;
                for (FieldDefinition field : type.getFieldDefinitions()) {
                    if (field.getDescription() == null) {
                        silent.add(type.getName() + "." + field.getName());
                    }
                    silent(type.getName() + "." + field.getName(), field.getInputValueDefinitions(), silent);
                }
            }
        }
        for (InputObjectTypeDefinition type : schema.getDefinitionsOfType(InputObjectTypeDefinition.class)) {
            if (OURS.contains(type.getName())) {
                seen++;
                silent(type.getName(), type.getInputValueDefinitions(), silent);
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(seen == OURS.size(), "seen " + seen);
    }

    private static void silent(String of, List<InputValueDefinition> inputs, List<String> silent) {
        inputs.stream()
                .filter(each -> each.getDescription() == null)
                .forEach(each -> silent.add(of + "." + each.getName()));
    }

    private static ObjectTypeDefinition position(Document document) {
        return document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(each -> each.getName().equals("InventoryPosition"))
                .findFirst()
                .orElseThrow();
    }

    /** Name, arguments in their order of names, type and deprecation. */
    private static String shape(FieldDefinition field) {
        List<String> arguments = field.getInputValueDefinitions().stream()
                .map(each -> each.getName() + ": " + AstPrinter.printAst(each.getType()))
                .sorted()
                .toList();
        return field.getName() + arguments + ": " + AstPrinter.printAst(field.getType())
                + field.getDirectives().stream().map(AstPrinter::printAst).toList();
    }

    private static Document read(Path file) throws IOException {
        return new Parser().parseDocument(Files.readString(file));
    }
}
