package dev.lotline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path dataDir;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws IOException, SQLException {
        database = EmbeddedDatabase.start(dataDir);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void killed_server_comes_back_by_itself_with_what_it_had_committed() throws Exception {
        try (Connection connection = connect("lotline_owner", database.password())) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        long killed = Long.parseLong(
                Files.readAllLines(dataDir.resolve("postgres/postmaster.pid")).get(0));
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertEquals(42, answerSoon());
    }

    @Test
    void stranger_without_the_password_is_not_let_in() {
        SQLException refused = assertThrows(SQLException.class, () -> connect("lotline_app", "guessed"));
        assertEquals("28P01", refused.getSQLState());
    }

    private int answerSoon() throws SQLException {
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (true) {
            try (Connection connection = connect("lotline_owner", database.password());
                    var rows = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + database.address(), user, password);
    }
}
