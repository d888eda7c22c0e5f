package dev.lotline.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema is the published one, and for each of its parts somebody has shown that it works. */
class EndlessCoverageTest {
    private static final Path SCHEMA = Path.of("src/docs/integrate/schema.graphql");
    private static final Path TABLE = Path.of("src/docs/integrate/coverage-endless.md");
    private static final Path FLUENT = Path.of("src/docs/integrate/coverage-fluent.md");
    private static final Path PUBLISHED = Path.of("src/test/resources/endless/inventory-item.graphql");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w.]+)` \\| (.*) \\| `(\\w+)#(\\w+)` \\|$");

    @Test
    void every_published_field_and_argument_has_its_very_type() throws IOException {
        Map<String, String> ours = parts(read(SCHEMA));
        List<String> wrong = new ArrayList<>();
        parts(read(PUBLISHED)).forEach((part, type) -> {
            if (!type.equals(ours.get(part))) {
                wrong.add(part + " is " + ours.get(part) + ", not " + type);
            }
        });
        assertEquals(List.of(), wrong);
        for (String old : List.of("brand", "brandId", "deletedAt")) {
            assertTrue(
                    Files.readString(SCHEMA).matches("(?s).*\\n  " + old + ": \\w+ @deprecated\\(reason.*"),
                    old + " is deprecated");
        }
    }

    @Test
    void every_part_of_the_schema_has_its_row_in_the_table() throws IOException {
        TreeSet<String> rows = new TreeSet<>();
        for (Path table : List.of(TABLE, FLUENT)) {
            for (String line : Files.readAllLines(table)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    assertTrue(rows.add(row.group(1)), "twice: " + row.group(1));
                }
            }
        }
        assertEquals(new TreeSet<>(parts(read(SCHEMA)).keySet()), rows);
    }

    private static Document read(Path file) throws IOException {
        return new Parser().parseDocument(Files.readString(file));
    }

    /** Fields, arguments, inputs and values to their types, such as {@code InventoryItem.allocated.warehouseId: ID}. */
    private static Map<String, String> parts(Document document) {
        Map<String, String> parts = new TreeMap<>();
        for (ObjectTypeDefinition type : document.getDefinitionsOfType(ObjectTypeDefinition.class)) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                String name = type.getName() + "." + field.getName();
                parts.put(name, AstPrinter.printAst(field.getType()));
                for (InputValueDefinition argument : field.getInputValueDefinitions()) {
                    parts.put(name + "." + argument.getName(), AstPrinter.printAst(argument.getType()));
                }
            }
        }
        for (InputObjectTypeDefinition type : document.getDefinitionsOfType(InputObjectTypeDefinition.class)) {
            type.getInputValueDefinitions()
                    .forEach(each ->
                            parts.put(type.getName() + "." + each.getName(), AstPrinter.printAst(each.getType())));
        }
        for (EnumTypeDefinition type : document.getDefinitionsOfType(EnumTypeDefinition.class)) {
            type.getEnumValueDefinitions().forEach(each -> parts.put(type.getName() + "." + each.getName(), ""));
        }
        return parts;
    }
}
