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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What stands in docker/ fits what is built: without a container engine it can't be run here, but paths, ports, variables,
 * users, probes and times can be compared.
 */
class DeploymentTest {
    private static final Path DOCKER = Path.of("docker");
    private static final Path KUBERNETES = DOCKER.resolve("kubernetes");
    private static final Pattern VARIABLE = Pattern.compile("\\b(LOTLINE_[A-Z_]+)\\b");
    private static final Pattern NEEDED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Pattern KEY = Pattern.compile("^\\| `([a-z0-9.-]+)` \\| `([A-Z0-9_]+)`", Pattern.MULTILINE);
    private static final Pattern HEALTH = Pattern.compile("/q/health/[a-z]+");
    private static final String USER = "10001";
    private static final Set<String> HEALTH_PATHS = Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    /** Of the scripts and of PostgreSQL, not of the application. */
    private static final Set<String> OF_SCRIPTS = Set.of("LOTLINE_REPLICATION_PASSWORD", "LOTLINE_PORT");

    @Test
    void every_file_is_read_and_every_variable_is_a_setting() throws IOException {
        Set<String> known = KEY.matcher(read(Path.of("src/docs/operate/configuration.md")))
                .results()
                .map(row -> row.group(2))
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        for (Path file : files(DOCKER)) {
            if (file.toString().endsWith(".yaml")) {
                assertTrue(!documents(file).isEmpty(), file + " is empty");
            }
            VARIABLE.matcher(read(file))
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !known.contains(name) && !OF_SCRIPTS.contains(name))
                    .forEach(name -> wrong.add(file + ": " + name));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_secret_that_is_needed_is_made() throws IOException {
        String script = read(DOCKER.resolve("new-secrets.sh"));
        Set<String> missing = new TreeSet<>();
        for (Path file : files(DOCKER)) {
            if (file.getFileName().toString().startsWith("compose")) {
                NEEDED.matcher(read(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !script.contains("echo \"" + name + "="))
                        .forEach(missing::add);
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** A COPY of what .dockerignore leaves out fails only when somebody builds the image. */
    @Test
    void what_is_copied_into_the_image_is_there_and_not_ignored() throws IOException {
        List<String> ignore = Files.readAllLines(Path.of(".dockerignore"));
        List<String> wrong = new ArrayList<>();
        Pattern.compile("/src/(?!target)(\\S+)")
                .matcher(read(DOCKER.resolve("Dockerfile")))
                .results()
                .forEach(found -> {
                    String path = found.group(1);
                    String top = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
                    boolean left = ignore.contains(top) || ignore.contains(top + "/*");
                    if (!Files.exists(Path.of(path)) || left && !ignore.contains("!" + path)) {
                        wrong.add(path);
                    }
                });
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatever_a_compose_file_mounts_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files(DOCKER)) {
            if (file.getFileName().toString().startsWith("compose")) {
                Pattern.compile("- \\./([^:]+):")
                        .matcher(read(file))
                        .results()
                        .map(found -> DOCKER.resolve(found.group(1)))
                        .filter(path -> !Files.exists(path))
                        .forEach(path -> missing.add(path.toString()));
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void no_container_is_root_or_may_write_its_image() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String name : List.of("compose.yaml", "compose.demo.yaml", "compose.scale.yaml")) {
            Map<String, Object> services =
                    map(documents(DOCKER.resolve(name)).get(0).get("services"));
            services.forEach((service, value) -> {
                Map<String, Object> its = map(value);
                boolean ours = String.valueOf(its.get("image")).startsWith("lotline");
                if (ours
                        && !(Boolean.TRUE.equals(its.get("read_only"))
                                && List.of("ALL").equals(its.get("cap_drop")))) {
                    wrong.add(name + ": " + service);
                }
            });
        }
        String image = read(DOCKER.resolve("Dockerfile"));
        assertTrue(image.contains("useradd --uid " + USER), "the user of the image");
        for (Map<String, Object> container : containers()) {
            Map<String, Object> security = map(container.get("securityContext"));
            if (!Boolean.TRUE.equals(security.get("readOnlyRootFilesystem"))
                    || !Boolean.FALSE.equals(security.get("allowPrivilegeEscalation"))) {
                wrong.add(String.valueOf(container.get("name")));
            }
        }
        assertEquals(List.of(), wrong);
        Map<String, Object> pod = map(pod("deployment.yaml").get("securityContext"));
        assertEquals(USER, String.valueOf(pod.get("runAsUser")));
        assertEquals(Boolean.TRUE, pod.get("runAsNonRoot"));
    }

    @Test
    void probes_ask_what_is_answered_and_a_stop_has_the_time_it_needs() throws IOException {
        Map<String, Object> container = containers().stream()
                .filter(each -> each.get("name").equals("lotline"))
                .findFirst()
                .orElseThrow();
        Set<Object> asked = new TreeSet<>();
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            asked.add(map(map(container.get(probe)).get("httpGet")).get("path"));
        }
        assertEquals(HEALTH_PATHS, asked);
        HEALTH.matcher(read(DOCKER.resolve("haproxy/haproxy.cfg")))
                .results()
                .forEach(found -> assertTrue(HEALTH_PATHS.contains(found.group()), found.group()));
        int delay = seconds(environment(container).get("LOTLINE_DRAIN_DELAY"));
        Map<String, Object> readiness = map(container.get("readinessProbe"));
        int notices = (int) readiness.get("periodSeconds") * (int) readiness.get("failureThreshold");
        assertTrue(delay > notices, "readiness is down for " + delay + " s, noticed after " + notices);
        int drain = seconds(setting("lotline.drain-timeout"));
        int grace = (int) pod("deployment.yaml").get("terminationGracePeriodSeconds");
        assertTrue(grace >= delay + drain + 5, grace + " s for " + delay + " + " + drain);
    }

    @Test
    void ports_and_names_are_those_of_the_image() throws IOException {
        assertTrue(read(DOCKER.resolve("Dockerfile")).contains("EXPOSE 8080"));
        Map<String, Object> container = containers().get(0);
        assertEquals("[{name=http, containerPort=8080}]", String.valueOf(container.get("ports")));
        Map<String, Object> service =
                map(documents(KUBERNETES.resolve("service.yaml")).get(0).get("spec"));
        assertTrue(String.valueOf(service.get("ports")).contains("targetPort=http"));
        Object labels = map(map(documents(KUBERNETES.resolve("deployment.yaml"))
                                .get(0)
                                .get("spec"))
                        .get("selector"))
                .get("matchLabels");
        assertEquals(labels, service.get("selector"));
        for (String file : List.of("disruption.yaml", "network.yaml")) {
            assertTrue(read(KUBERNETES.resolve(file)).contains("{app.kubernetes.io/name: lotline}"), file);
        }
        Object listed =
                documents(KUBERNETES.resolve("kustomization.yaml")).get(0).get("resources");
        Set<String> there = files(KUBERNETES).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("kustomization.yaml") && !name.contains("template"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, new TreeSet<>((List<?>) listed));
    }

    /** The template names every secret that the nodes take from it, with nothing in it. */
    @Test
    void the_secret_holds_no_secret() throws IOException {
        Map<String, Object> values =
                map(documents(KUBERNETES.resolve("secret.template.yaml")).get(0).get("stringData"));
        assertEquals(Set.of(""), Set.copyOf(values.values()));
        Set<String> ofNodes = NEEDED.matcher(read(DOCKER.resolve("compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.startsWith("LOTLINE_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ofNodes, new TreeSet<>(values.keySet()));
    }

    private static String setting(String key) throws IOException {
        return Pattern.compile("\\| `" + key + "` \\| `\\w+` \\| `(\\w+)`")
                .matcher(read(Path.of("src/docs/operate/configuration.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static int seconds(String text) {
        return Integer.parseInt(text.replaceFirst("s$", ""));
    }

    private static Map<String, String> environment(Map<String, Object> container) {
        Map<String, String> found = new HashMap<>();
        for (Object each : (List<?>) container.get("env")) {
            Map<String, Object> one = map(each);
            found.put(String.valueOf(one.get("name")), String.valueOf(one.get("value")));
        }
        return found;
    }

    private static Map<String, Object> pod(String file) throws IOException {
        Map<String, Object> spec =
                map(documents(KUBERNETES.resolve(file)).get(0).get("spec"));
        Map<String, Object> job = map(spec.getOrDefault("jobTemplate", Map.of("spec", spec)));
        return map(map(map(job.get("spec")).get("template")).get("spec"));
    }

    private static List<Map<String, Object>> containers() throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String file : List.of("deployment.yaml", "nightly.yaml")) {
            ((List<?>) pod(file).get("containers")).forEach(each -> all.add(map(each)));
        }
        return all;
    }

    private static List<Map<String, Object>> documents(Path file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(read(file)).forEach(each -> all.add(map(each)));
        return all;
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new TreeMap<>();
        ((Map<?, ?>) value).forEach((key, its) -> map.put(String.valueOf(key), its));
        return map;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".env"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
