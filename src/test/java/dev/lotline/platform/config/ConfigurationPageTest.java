package dev.lotline.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be set is said in one place, and the page for operators says the same. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("src/docs/operate/configuration.md");
    private static final Path FRESH = Path.of("target/configuration.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ASKED = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"(lotline[a-z0-9.-]+)\"|every = \"\\{(lotline[a-z0-9.-]+)}\"|setting\\(\"(lotline[a-z0-9.-]+)\"\\)|KEY = \"(lotline[a-z0-9.-]+)\"");

    private static final Pattern USUAL =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"(lotline[a-z0-9.-]+)\", defaultValue = \"([^\"]*)\"");

    private final ConfigurationPage page;

    ConfigurationPageTest() throws IOException {
        page = new ConfigurationPage();
    }

    @Test
    void the_page_is_what_the_source_says() throws IOException {
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, page.text());
        assertEquals(page.text(), Files.readString(PAGE), "cp " + FRESH + " " + PAGE);
    }

    @Test
    void what_is_asked_for_can_be_set_and_what_can_be_set_is_asked_for() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(ConfigurationPageTest::name)
                        .forEach(asked::add);
            }
        }
        // the channels ask for these two
        asked.addAll(List.of("lotline.bus.connector", "lotline.inbound.connector"));
        assertEquals(names(), asked);
    }

    @Test
    void a_default_that_stands_elsewhere_is_the_same() throws IOException {
        Properties all = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            all.load(reader);
        }
        Map<String, String> usual = page.keys().stream()
                .collect(Collectors.toMap(ConfigurationPage.Key::name, key -> String.valueOf(key.usual())));
        for (String name : all.stringPropertyNames()) {
            if (name.startsWith("lotline.")) {
                assertEquals(usual.get(name), all.getProperty(name), name);
            } else if (name.contains(".lotline.")) {
                assertTrue(usual.containsKey(name.replaceFirst("^%\\w+\\.", "")), name);
            }
        }
        for (Path file : sources()) {
            USUAL.matcher(Files.readString(file))
                    .results()
                    .forEach(found -> assertEquals(usual.get(found.group(1)), found.group(2), found.group(1)));
        }
    }

    @Test
    void an_unknown_key_refuses_the_start() {
        assertEquals("15s", settings(Map.of()).print().fallbackAfter().toSeconds() + "s");
        ConfigValidationException unknown = assertThrows(
                ConfigValidationException.class, () -> settings(Map.of("lotline.print.fall-back-after", "15s")));
        assertTrue(unknown.getMessage().contains("lotline.print.fall-back-after"), unknown.getMessage());
        assertThrows(ConfigValidationException.class, () -> settings(Map.of("lotline.print.fallback-after", "soon")));
    }

    @Test
    void a_variable_that_is_none_of_ours_is_warned_of() {
        assertEquals(
                Set.of("LOTLINE_PORT"),
                KnownVariables.unknown(List.of("LOTLINE_PORT", "LOTLINE_DB_OWNER_USERNAME", "LOTLINE_DEMO", "PATH")));
    }

    private static Settings settings(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withConverter(java.time.Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(given, "given", 100))
                .withMapping(Settings.class)
                .build()
                .getConfigMapping(Settings.class);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private Set<String> names() {
        return page.keys().stream().map(ConfigurationPage.Key::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MatchResult found) {
        for (int n = 1; n <= found.groupCount(); n++) {
            if (found.group(n) != null) {
                return found.group(n);
            }
        }
        throw new IllegalStateException(found.group());
    }
}
