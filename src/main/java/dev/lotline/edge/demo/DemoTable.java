package dev.lotline.edge.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads a small table of the class path: tab separated, the first line names the columns, # begins a comment. */
final class DemoTable {
    private static final String NONE = "-";

    /** One line; a cell of {@code -} is empty. */
    record Line(List<String> columns, List<String> cells) {
        String text(String column) {
            return cells.get(columns.indexOf(column));
        }

        boolean has(String column) {
            return !text(column).equals(NONE);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        List<String> list(String column) {
            return Arrays.asList(text(column).split("\\|"));
        }
    }

    private DemoTable() {}

    static List<Line> read(String name) {
        String resource = "/demo/" + name + ".tsv";
        try (var in = Objects.requireNonNull(DemoTable.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<List<String>> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split("\t")))
                    .toList();
            return lines.stream()
                    .skip(1)
                    .map(cells -> new Line(lines.get(0), cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
