package dev.lotline.style;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Stream;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Alerts and dashboard ask for figures that a running Lotline has; an alert on a name that is not there never rings. */
@QuarkusTest
class MonitoringTest {
    private static final Path ALERTS = Path.of("docker/monitoring/alerts.yaml");
    private static final Path DASHBOARD = Path.of("docker/monitoring/grafana-dashboard.json");
    private static final Path PAGE = Path.of("src/docs/operate/monitoring.md");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b(?!\\s*[=~(]|\\s*!)");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\([^)]*\\)|\\{[^}]*}|\"[^\"]*\"");

    /** Of exporters that stand beside it, and of the script that makes backups. */
    private static final Pattern OF_OTHERS = Pattern.compile("(pg|probe|node)_.*|lotline_backup_finished_seconds");

    @Test
    void alerts_and_dashboard_ask_for_figures_that_are_there() throws Exception {
        given().header("Authorization", "Bearer " + EmbeddedPostgresResource.ADMIN_TOKEN)
                .contentType("application/json")
                .body("[]")
                .post("/floor/events");
        Set<String> there;
        // what counts streams is made by the first of them
        try (Stream handheld = Stream.open(World.ADMIN, "WATCHED", World.acceptance().warehouse)) {
            there = there();
        }
        Set<String> unknown = new TreeSet<>();
        List<String> expressions = new ArrayList<>(alerts("expr"));
        dashboard().findValuesAsText("expr").forEach(expressions::add);
        assertTrue(expressions.size() > 30, expressions.size() + " expressions");
        int names = 0;
        for (String expression : expressions) {
            for (MatchResult name : NAME.matcher(GROUPING.matcher(expression).replaceAll(" "))
                    .results()
                    .toList()) {
                names++;
                if (!there.contains(name.group())
                        && !OF_OTHERS.matcher(name.group()).matches()) {
                    unknown.add(name.group() + " in " + expression);
                }
            }
        }
        assertEquals(Set.of(), unknown);
        assertTrue(names > 35, names + " names");
    }

    @Test
    void every_alert_says_what_to_do_and_stands_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        List<String> silent = new ArrayList<>();
        for (String alert : alerts("alert")) {
            if (!page.contains("`" + alert + "`")) {
                silent.add(alert);
            }
        }
        assertEquals(List.of(), silent);
        assertEquals(alerts("alert").size(), alerts("action").size());
        assertEquals(alerts("alert").size(), alerts("summary").size());
    }

    /** A panel without a question, or two of one number, would be shown empty. */
    @Test
    void every_panel_of_the_dashboard_asks_something() throws IOException {
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard().get("panels")) {
            assertTrue(ids.add(panel.get("id").asInt()), panel.get("title").asText());
            assertTrue(
                    panel.get("type").asText().equals("row")
                            || panel.get("targets").size() > 0,
                    panel.get("title").asText());
        }
        assertTrue(ids.size() > 12, ids.size() + " panels");
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    private static List<String> alerts(String field) throws IOException {
        List<String> found = new ArrayList<>();
        Object all = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ALERTS));
        new ObjectMapper().valueToTree(all).findValuesAsText(field).forEach(found::add);
        return found;
    }

    private static Set<String> there() {
        String metrics = given().header("Authorization", "Bearer " + EmbeddedPostgresResource.ADMIN_TOKEN)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Set<String> names = new HashSet<>(Set.of("up"));
        metrics.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]")[0]));
        return names;
    }
}
