package dev.lotline.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Coverage pages name, in every row, tests that are there; the index adds the pages up. */
class CoverageTest {
    private static final Path PAGES = Path.of("src/docs/integrate");
    private static final Path INDEX = PAGES.resolve("coverage.md");
    private static final Pattern TEST = Pattern.compile("\\b(\\w+Test)#(\\w+)");
    private static final Pattern LISTED = Pattern.compile(
            "^\\| \\[[^]]+]\\((coverage-\\w+\\.md)\\) \\|.*\\| (\\d+) \\| (\\d+) \\|$", Pattern.MULTILINE);

    @Test
    void every_row_of_a_coverage_page_names_tests_that_are_there() throws IOException {
        Map<String, String> tests = tests();
        List<String> wrong = new ArrayList<>();
        List<Path> all = new ArrayList<>(pages());
        all.add(Path.of("src/docs/scanning.md"));
        for (Path page : all) {
            for (String row : rows(page)) {
                List<MatchResult> named = TEST.matcher(row).results().toList();
                if (named.isEmpty()) {
                    wrong.add(page.getFileName() + " names no test: " + row);
                }
                named.stream()
                        .filter(each -> !isThere(tests.getOrDefault(each.group(1), ""), each.group(2)))
                        .forEach(each -> wrong.add(page.getFileName() + ", not there: " + each.group()));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_index_lists_every_page_with_its_rows_and_tests() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path page : pages()) {
            List<String> rows = rows(page);
            long tests = rows.stream()
                    .flatMap(row -> TEST.matcher(row).results())
                    .map(MatchResult::group)
                    .distinct()
                    .count();
            assertTrue(rows.size() > 10, page + " is hardly a table");
            found.put(page.getFileName().toString(), rows.size() + " rows, " + tests + " tests");
        }
        Map<String, String> listed = new TreeMap<>();
        Matcher index = LISTED.matcher(Files.readString(INDEX));
        while (index.find()) {
            listed.put(index.group(1), index.group(2) + " rows, " + index.group(3) + " tests");
        }
        assertEquals(found, listed);
    }

    /** The names that a system publishes, one a line; a page may explain several in one row. */
    @Test
    void every_published_name_stands_in_its_page() throws IOException {
        List<String> missing = new ArrayList<>();
        int names = 0;
        try (Stream<Path> lists = Files.list(Path.of("src/test/resources/published"))) {
            for (Path list : lists.sorted().toList()) {
                String system = list.getFileName().toString().replace(".txt", "");
                String page = String.join("\n", rows(PAGES.resolve("coverage-" + system + ".md")));
                for (String name : Files.readAllLines(list)) {
                    if (name.isBlank() || name.startsWith("#")) {
                        continue;
                    }
                    names++;
                    if (!page.contains(name)) {
                        missing.add(system + ": " + name);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(names > 60, names + " names");
    }

    private static boolean isThere(String source, String test) {
        return source.contains("    void " + test + "(") || source.contains("    List<DynamicTest> " + test + "(");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.getFileName().toString().matches("coverage-\\w+\\.md"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of its tables, without heads: those stand above a line of dashes. */
    private static List<String> rows(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            boolean dashes = lines.get(n).startsWith("|---");
            boolean head = n + 1 < lines.size() && lines.get(n + 1).startsWith("|---");
            if (lines.get(n).startsWith("|") && !dashes && !head) {
                rows.add(lines.get(n));
            }
        }
        return rows;
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
