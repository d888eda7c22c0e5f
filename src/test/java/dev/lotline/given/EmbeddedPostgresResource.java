package dev.lotline.given;

import dev.lotline.platform.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One real PostgreSQL per test run, with the roles of a real house; every {@code @QuarkusTest} uses it. */
@QuarkusTestResource(EmbeddedPostgresResource.class)
public class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {
    /** The administrator of the tests. */
    public static final String ADMIN_TOKEN = "an-administrator-for-tests-only-0123456789";

    private Path dataDir;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            dataDir = Files.createTempDirectory("lotline-test");
            database = EmbeddedDatabase.start(dataDir);
            dontWaitForTheDisk(database.address());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        String address = database.address();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + address);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        settings.put("quarkus.datasource.username", "lotline_app");
        settings.put("quarkus.datasource.password", database.password());
        settings.put("quarkus.flyway.jdbc-url", "jdbc:postgresql://" + address);
        settings.put("quarkus.flyway.username", "lotline_owner");
        settings.put("quarkus.flyway.password", database.password());
        settings.put("lotline.durability.allow-unsafe", "true");
        settings.put("lotline.admin-token", ADMIN_TOKEN);
        settings.put("lotline.inbound.token", ADMIN_TOKEN);
        return settings;
    }

    /** The house of a test is thrown away; what a real one keeps after a power cut is shown where a server is killed. */
    private static void dontWaitForTheDisk(String address) throws SQLException {
        try (Connection superuser = DriverManager.getConnection("jdbc:postgresql://" + address, "postgres", "unused");
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER DATABASE lotline SET synchronous_commit = off");
        }
    }

    @Override
    public void stop() {
        try {
            database.close();
            try (Stream<Path> files = Files.walk(dataDir)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
