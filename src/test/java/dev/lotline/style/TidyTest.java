package dev.lotline.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house is tidy: sizes, names, words, migrations. */
class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_TEST = 350;
    private static final int LONGEST_FUNCTION = 120;
    private static final int LONGEST_METHOD = 40;
    private static final int FULLEST_PACKAGE = 15;
    private static final Pattern BANNED =
            Pattern.compile("\\b(TODO|FIXME|XXX|HACK|@Disabled|Thread\\.sleep|printStackTrace|@TestSecurity)\\b");
    private static final Pattern METHOD = Pattern.compile(
            "^    (?! )(?:(?:public|protected|private|static|final|synchronized|default|@\\w+(?:\\(.*\\))?) )*[\\w<>\\[\\], .?@]+ \\w+\\(.*");

    @Test
    void no_file_is_too_long() throws IOException {
        assertEquals(List.of(), longer(MAIN, ".java", LONGEST_FILE));
        assertEquals(List.of(), longer(TESTS, ".java", LONGEST_TEST));
        assertEquals(List.of(), longer(Path.of("devices"), ".java", LONGEST_FILE));
    }

    @Test
    void no_method_is_too_long() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(MAIN, ".java")) {
            found.addAll(longMethods(file));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void no_package_is_too_full() throws IOException {
        Map<String, Long> sizes = files(MAIN, ".java").stream()
                .collect(Collectors.groupingBy(
                        file -> String.valueOf(file.getParent()), TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(count -> count <= FULLEST_PACKAGE);
        assertEquals(Map.of(), sizes);
    }

    @Test
    void every_package_has_its_page() throws IOException {
        List<Path> without = files(MAIN, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void nothing_is_left_behind() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : List.of(MAIN, TESTS, Path.of("devices"))) {
            for (Path file : files(root, ".java")) {
                if (!file.endsWith("TidyTest.java")
                        && BANNED.matcher(read(file)).find()) {
                    found.add(file.toString());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void database_functions_are_short() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(MIGRATIONS, ".sql")) {
            if (file.getFileName().toString().startsWith("R__")) {
                for (String function : read(file).split("(?m)^(?=CREATE OR REPLACE FUNCTION)")) {
                    if (function.startsWith("CREATE") && function.lines().count() > LONGEST_FUNCTION) {
                        found.add(file + ": " + function.lines().findFirst().orElse(""));
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void migrations_are_numbered_without_gaps() throws IOException {
        List<String> numbers = files(MIGRATIONS, ".sql").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("V"))
                .map(name -> name.substring(1, name.indexOf("__")))
                .sorted()
                .toList();
        for (int n = 0; n < numbers.size(); n++) {
            assertEquals(String.format("%04d", n + 1), numbers.get(n));
        }
        assertTrue(numbers.size() >= 8);
    }

    private static List<String> longMethods(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int start = -1;
        boolean inText = false;
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
                inText = !inText;
            }
            if (start < 0 && !inText && METHOD.matcher(line).matches() && !line.endsWith(";") && !line.endsWith("{}")) {
                start = n;
            } else if (start >= 0 && line.equals("    }")) {
                if (n - start + 1 > LONGEST_METHOD) {
                    found.add(file.getFileName() + ":" + (start + 1) + " has " + (n - start + 1) + " lines");
                }
                start = -1;
            }
        }
        return found;
    }

    private static List<String> longer(Path root, String ending, int limit) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(root, ending)) {
            long lines = read(file).lines().count();
            if (lines > limit) {
                found.add(file + " has " + lines + " lines");
            }
        }
        return found;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
