package dev.lotline.platform.nodes;

import dev.lotline.given.EmbeddedPostgresResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Three packaged applications on one PostgreSQL behind HAProxy with the file of the documentation; all on the loopback. */
final class Cluster implements AutoCloseable {
    static final int NODES = 3;
    private static final int PORT = 18_490;
    private static final int LATER = 503;
    private static final long RETRY_AFTER_NANOS = 2_000_000_000L;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final String BALANCER = System.getProperty("nodes.haproxy", "haproxy");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final EmbeddedPostgresResource server = new EmbeddedPostgresResource();
    private final Map<String, String> settings = server.start();
    private final Process[] nodes = new Process[NODES];
    private final Path folder;
    private final Process balancer;
    private int started;

    /** With an empty database and no node. */
    Cluster(Path folder) throws IOException, SQLException {
        this.folder = folder;
        try (Connection superuser =
                        DriverManager.getConnection(settings.get("quarkus.flyway.jdbc-url"), "postgres", "unused");
                Statement sql = superuser.createStatement()) {
            sql.execute("ALTER DATABASE lotline SET synchronous_commit = on");
        }
        ProcessBuilder haproxy = new ProcessBuilder(BALANCER, "-db", "-f", "src/docs/operate/haproxy.cfg");
        haproxy.environment().put("LOTLINE_LISTEN", "127.0.0.1:" + PORT);
        for (int n = 0; n < NODES; n++) {
            haproxy.environment().put("LOTLINE_NODE_" + (n + 1), "127.0.0.1:" + port(n));
        }
        balancer = haproxy.redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
    }

    static String url() {
        return "http://127.0.0.1:" + PORT;
    }

    private static int port(int node) {
        return PORT + 1 + node;
    }

    void start(int node) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.port=" + port(node),
                "-Dquarkus.log.console.json.enabled=false",
                "-Dlotline.print.enabled=false",
                "-Dlotline.drain-delay=2S",
                "-Dlotline.data-dir=" + folder.resolve("node-" + node)));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        nodes[node] = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node-" + node + "-" + ++started + ".log")
                        .toFile())
                .start();
    }

    void kill(int node) throws InterruptedException {
        nodes[node].destroyForcibly().waitFor();
    }

    /** Politely. Answers how long it took to leave, in milliseconds. */
    long stop(int node) throws InterruptedException {
        long since = System.nanoTime();
        nodes[node].destroy();
        if (!nodes[node].waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("node " + node + " does not end");
        }
        return (System.nanoTime() - since) / 1_000_000;
    }

    /** Answers how long it took from now, in milliseconds. */
    long ready(int node) throws IOException, InterruptedException {
        long since = System.nanoTime();
        while (!isReady(port(node))) {
            if (!nodes[node].isAlive() || System.nanoTime() - since > PATIENCE_NANOS) {
                throw new IllegalStateException("node " + node + " is not ready: " + logs());
            }
            LockSupport.parkNanos(50_000_000);
        }
        return (System.nanoTime() - since) / 1_000_000;
    }

    private boolean isReady(int port) throws InterruptedException {
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As the administrator, through the balancer; tried once more when there is no answer, or "later". */
    String ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + EmbeddedPostgresResource.ADMIN_TOKEN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = once(request);
        if (answer == null || answer.statusCode() == LATER) {
            LockSupport.parkNanos(RETRY_AFTER_NANOS);
            answer = once(request);
        }
        if (answer == null || answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    method + " " + path + ": " + (answer == null ? "no answer" : answer.statusCode() + answer.body()));
        }
        return answer.body();
    }

    private @Nullable HttpResponse<String> once(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException cut) {
            return null;
        }
    }

    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(log);
                all.append("\n--- ").append(log.getFileName()).append('\n');
                all.append(text, Math.max(0, text.length() - 2_000), text.length());
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws InterruptedException {
        balancer.destroyForcibly().waitFor();
        for (Process node : nodes) {
            if (node != null) {
                node.destroyForcibly().waitFor();
            }
        }
        server.stop();
    }
}
