package dev.lotline.given;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database with a warehouse that prints and no application that does; its nodes are those of the test. */
public final class PrintHouse implements AutoCloseable {
    private final EmbeddedPostgresResource server = new EmbeddedPostgresResource();
    private final Map<String, String> settings = server.start();
    private final Connection superuser;

    public PrintHouse() throws SQLException {
        String url = settings.get("quarkus.flyway.jdbc-url");
        Flyway.configure()
                .dataSource(url, settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"))
                .load()
                .migrate();
        superuser = DriverManager.getConnection(url, "postgres", "unused");
        run("INSERT INTO warehouse (code, name, time_zone) VALUES ('W', 'W', 'UTC')");
    }

    public String url() {
        return settings.get("quarkus.datasource.reactive.url");
    }

    /** What an application needs to know to work in this house. */
    public Map<String, String> settings() {
        return settings;
    }

    /** For the superuser {@code postgres}. */
    public String jdbcUrl() {
        return settings.get("quarkus.flyway.jdbc-url");
    }

    public String password() {
        return settings.get("quarkus.datasource.password");
    }

    /** As the application has it: three connections, in the role that may do no more than it must. */
    public static Pool pool(String url, String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url)
                .setUser("lotline_app")
                .setPassword(password)
                .addProperty("role", "lotline_app")
                .setCachePreparedStatements(true);
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(options)
                .using(Vertx.vertx())
                .build());
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows, a list of text each. */
    public List<List<String>> ask(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
                    row.add(rows.getString(n));
                }
                found.add(row);
            }
            return found;
        }
    }

    public long number(String sql) throws SQLException {
        return Long.parseLong(ask(sql).get(0).get(0));
    }

    /** Runs a repeatable migration again: what a test has planted in its functions is gone. */
    public void mend(String file) throws SQLException, IOException {
        run(Files.readString(Path.of("src/main/resources/db/migration", file)));
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        server.stop();
    }
}
