package dev.lotline.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coverage page names, in every row, tests that are there. */
class CoverageTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"integrate/coverage-bottleneck.md", "integrate/coverage-jetpack.md", "scanning.md"})
    void every_row_names_tests_that_are_there(String page) throws IOException {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Path.of("src/docs", page))) {
            if (!line.startsWith("|") || line.startsWith("|---") || line.startsWith("| word or rule |")) {
                continue;
            }
            rows++;
            Matcher named = TEST.matcher(line.substring(line.lastIndexOf('|', line.length() - 2)));
            if (!named.find()) {
                wrong.add("no test: " + line);
                continue;
            }
            do {
                if (!isThere(named.group(1), named.group(2))) {
                    wrong.add("not there: " + named.group());
                }
            } while (named.find());
        }
        assertEquals(List.of(), wrong);
        assertTrue(rows > 10, "hardly a table");
    }

    private static boolean isThere(String test, String method) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path file = files.filter(each -> each.endsWith(test + ".java"))
                    .findFirst()
                    .orElse(null);
            return file != null
                    && Pattern.compile("    (?:void|List<DynamicTest>) " + method + "\\(")
                            .matcher(Files.readString(file))
                            .find();
        }
    }
}
