package dev.lotline.reliability.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged application as an operator runs it, on a PostgreSQL that is given. */
public final class Application implements AutoCloseable {
    public static final String TOKEN = "an-administrator-for-runs-only-0123456789";
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Process process;
    private final Path log;
    private final int port;

    private Application(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Ready when it answers. */
    public static Application start(Path folder, int port, int databasePort, String password) throws Exception {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException("there is no " + PROGRAM + "; ./mvnw package -DskipTests makes it");
        }
        Path log = folder.resolve("application-" + port + ".log");
        Process process = Command.start(
                log,
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "LOTLINE_DATA_DIR",
                        folder.resolve("home").toString(),
                        "LOTLINE_ADMIN_TOKEN",
                        TOKEN,
                        "LOTLINE_DB_URL",
                        "postgresql://127.0.0.1:" + databasePort + "/lotline",
                        "LOTLINE_DB_USERNAME",
                        "lotline_app",
                        "LOTLINE_DB_PASSWORD",
                        password,
                        "LOTLINE_DB_OWNER_USERNAME",
                        "lotline_owner",
                        "LOTLINE_DB_OWNER_PASSWORD",
                        password),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "@docker/java.options",
                        "-jar",
                        PROGRAM.toString()));
        Application application = new Application(process, log, port);
        Command.until(90, "not ready, see " + log, () -> application.status("/q/health/ready") == 200);
        return application;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The HTTP status, 0 = nobody answers. */
    public int status(String path) throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(url() + path)).GET()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** All invariants at once; the answer as text. */
    public String invariants() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + "/api/v1/admin/invariants"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Authorization", "Bearer " + TOKEN)
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public Path log() {
        return log;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
