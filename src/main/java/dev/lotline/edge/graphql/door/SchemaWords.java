package dev.lotline.edge.graphql.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a name means that stands in many places of the schema: said once, in {@code graphql/words.tsv}. */
final class SchemaWords {
    private static final String WORDS = "/graphql/words.tsv";
    private static final Map<String, String> ALL = read();

    private SchemaWords() {}

    /** What is said at the place, else what the name means everywhere; null = nobody says. */
    static @Nullable String of(@Nullable String said, String type, String name) {
        return said == null || said.isBlank() ? ALL.getOrDefault(type + "." + name, ALL.get(name)) : said;
    }

    private static Map<String, String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SchemaWords.class.getResourceAsStream(WORDS), WORDS), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
