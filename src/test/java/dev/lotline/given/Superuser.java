package dev.lotline.given;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Someone with a psql prompt and no manners: reaches past every door and switches the guards off. */
public final class Superuser implements AutoCloseable {
    private final Connection connection;

    private Superuser(Connection connection) {
        this.connection = connection;
    }

    /** Opens a transaction without triggers and foreign keys; what is not committed is gone on close. */
    public static Superuser begin() throws SQLException {
        return at(ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class));
    }

    /** The same in another house than that of the running application. */
    static Superuser at(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "postgres", "unused");
        connection.setAutoCommit(false);
        return new Superuser(connection);
    }

    public Superuser run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** The small house of {@code invariants/house.sql}, its codes starting with {@code name}. */
    public Superuser house(String name) throws SQLException, IOException {
        try (InputStream in = Superuser.class.getResourceAsStream("/invariants/house.sql")) {
            return run(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("PLANT", name));
        }
    }

    public Superuser withoutGuards() throws SQLException {
        return run("SET LOCAL session_replication_role = replica");
    }

    /** The first column of every row, as text. */
    public List<String> ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
