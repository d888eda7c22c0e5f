package dev.lotline.model;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A database of its own, in which every session has a clock of its own, so that players don't wait for one another. */
public final class OwnHouse implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lotline.posting.batch", "7");
    }

    static Connection connect() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class);
        return DriverManager.getConnection(url, "postgres", "unused");
    }

    static Player player() throws SQLException, IOException {
        return new Player(connect());
    }

    static void giveEverySessionItsClock() throws SQLException {
        String shared = "(SELECT ahead_seconds FROM business_clock WHERE one)";
        String own = "(86400 * coalesce(nullif(current_setting('lotline.model_days', true), ''), '0')::integer)";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                Statement asked = connection.createStatement()) {
            if (!asked.executeQuery("SELECT FROM pg_proc WHERE proname = 'business_now' AND prosrc LIKE '%model_days%'")
                    .next()) {
                statement.execute(Patch.of(connection, "business_now", shared, own));
                // a hold of ten thousand rows is planned for itself; here that would be half of the test's time
                for (String function : List.of("ledger_run", "hold_place_on", "hold_release", "hold_remove")) {
                    statement.execute("ALTER FUNCTION " + function + " RESET plan_cache_mode");
                }
            }
        }
    }
}
