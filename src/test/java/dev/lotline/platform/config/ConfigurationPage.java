package dev.lotline.platform.config;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The page for operators, made of the source of {@link Settings} and of what profiles set otherwise. */
final class ConfigurationPage {
    private static final Path SOURCES = Path.of("src/main/java/dev/lotline/platform/config");
    private static final Path PROFILES = Path.of("src/main/resources/application.properties");

    private static final String HEAD = """
            # Configuration

            <!-- Made from dev.lotline.platform.config.Settings by ConfigurationPageTest, which fails when they differ. -->

            Every key of Lotline's own. It is given as `-Dkey=value`, as an environment variable or in
            `config/application.properties` where the program is started; the first of these wins. A key in a file or on the command line
            that is not here, or a value that can't be read, refuses the start; an unknown variable is warned of.
            [operate](README.md) says what is usually set; keys of the platform that matter are at the [end](#of-the-platform).
            """;

    private static final String FOOT = """

            ## Of the platform

            | key | environment variable | default | meaning |
            |---|---|---|---|
            | `quarkus.profile` | `QUARKUS_PROFILE` | `prod` | `demo` loads the demo warehouse once; `prod` never does |
            | `quarkus.http.host` | `QUARKUS_HTTP_HOST` | `127.0.0.1` | where it listens; in the container image every address |
            | `quarkus.http.port` | `QUARKUS_HTTP_PORT` | `8080` | port |
            | `quarkus.datasource.reactive.max-size` | `QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE` | `20` | connections of a node for scans, lists and pages; figures of other systems have 8 beside them, printing and messaging 3 each, migrations 2 at the start |
            | `quarkus.log.level` | `QUARKUS_LOG_LEVEL` | `INFO` | how much is said |
            | `quarkus.log.console.json.enabled` | `QUARKUS_LOG_CONSOLE_JSON_ENABLED` | `false`; prod: `true` | a JSON object per line |
            | `kafka.bootstrap.servers` | `KAFKA_BOOTSTRAP_SERVERS` | none | with `smallrye-kafka` |
            | `rabbitmq-host`, `-port`, `-username`, `-password` | `RABBITMQ_HOST` … | none | with `smallrye-rabbitmq` |
            | `mp.messaging.connector.smallrye-mqtt.host`, `.port`, `.username`, `.password` | `MP_MESSAGING_CONNECTOR_SMALLRYE_MQTT_HOST` … | none | with `smallrye-mqtt` |
            """;

    /** A key as it stands in the source; {@code usual} null = there is none. */
    record Key(String name, String usual, String meaning) {}

    private final List<Key> keys = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(HEAD);
    private final Map<String, Map<String, String>> profiles = profiles();
    private DocTrees docs;

    ConfigurationPage() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(SOURCES.resolve("Settings.java"), SOURCES.resolve("Traffic.java")));
            task.parse();
            docs = DocTrees.instance(task);
            for (Element element : task.analyze()) {
                if (element.getSimpleName().contentEquals("Settings")) {
                    group("lotline", "General", "", (TypeElement) element);
                }
            }
        }
        text.append(FOOT);
    }

    List<Key> keys() {
        return keys;
    }

    String text() {
        return text.toString();
    }

    private void group(String prefix, String title, String sentence, TypeElement type) {
        text.append("\n## ").append(title).append("\n\n");
        if (!sentence.isEmpty()) {
            text.append(sentence).append("\n\n");
        }
        text.append("| key | environment variable | default | meaning |\n|---|---|---|---|\n");
        List<ExecutableElement> groups = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getReturnType() instanceof DeclaredType declared
                    && declared.toString().startsWith(Settings.class.getPackageName())) {
                groups.add(method);
            } else {
                row(prefix + "." + kebab(method), method);
            }
        }
        for (ExecutableElement method : groups) {
            Element itsType = ((DeclaredType) method.getReturnType()).asElement();
            String name = prefix + "." + kebab(method);
            group(name, "`" + name + "`", comment(itsType), (TypeElement) itsType);
        }
    }

    private void row(String name, ExecutableElement method) {
        WithDefault usual = method.getAnnotation(WithDefault.class);
        Key key = new Key(name, usual == null ? null : usual.value(), comment(method));
        keys.add(key);
        StringBuilder value = new StringBuilder(usual == null ? "none" : "`" + usual.value() + "`");
        profiles.getOrDefault(name, Map.of())
                .forEach((profile, other) -> value.append("; ")
                        .append(profile)
                        .append(": `")
                        .append(other)
                        .append('`'));
        text.append("| `%s` | `%s` | %s | %s |%n"
                .formatted(
                        name,
                        KnownVariables.variable(name),
                        value,
                        key.meaning().replace("|", "\\|")));
    }

    private String comment(Element element) {
        DocCommentTree comment = docs.getDocCommentTree(element);
        if (comment == null) {
            throw new IllegalStateException(element + " has no word of explanation");
        }
        return comment.getFullBody().toString().replaceAll("\\s+", " ").strip();
    }

    private static String kebab(ExecutableElement method) {
        return method.getSimpleName().toString().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** Key → profile → value, without those of tests. */
    private static Map<String, Map<String, String>> profiles() throws IOException {
        Properties all = new Properties();
        try (var reader = Files.newBufferedReader(PROFILES)) {
            all.load(reader);
        }
        Map<String, Map<String, String>> found = new TreeMap<>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith("%") && !name.startsWith("%test."))
                .forEach(name -> found.computeIfAbsent(name.substring(name.indexOf('.') + 1), key -> new TreeMap<>())
                        .put(name.substring(1, name.indexOf('.')), all.getProperty(name)));
        return found;
    }
}
