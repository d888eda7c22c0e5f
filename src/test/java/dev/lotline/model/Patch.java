package dev.lotline.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A database function with other words in it. The words that are replaced must be there, so that it can't drift. */
final class Patch {
    private Patch() {}

    /** The statement that makes the function over. */
    static String of(Connection connection, String function, String was, String becomes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_get_functiondef(?::regproc)")) {
            statement.setString(1, function);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                String definition = rows.getString(1);
                assertTrue(definition.contains(was), function + " has no «" + was + "» any more");
                return definition.replace(was, becomes);
            }
        }
    }
}
