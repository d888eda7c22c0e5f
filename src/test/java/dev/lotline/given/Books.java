package dev.lotline.given;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database behind the doors, for what a test must arrange or look at there. */
public final class Books {
    private Books() {}

    /** As the owner of the tables. */
    public static int run(String sql, Object... parameters) {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String password = ConfigProvider.getConfig().getValue("quarkus.flyway.password", String.class);
        try (Connection connection = DriverManager.getConnection(url, "lotline_owner", password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what {@link #stock} put there, so that the invariants of the house hold for the tests that follow. */
    public static void clear(String owner) {
        String items = "(SELECT i.id FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = ?)";
        run("DELETE FROM stock WHERE item_id IN " + items, owner);
        run("DELETE FROM slot WHERE item_id IN " + items, owner);
        run("DELETE FROM stock_summary WHERE item_id IN " + items, owner);
    }

    /** Puts available units into a place without a document: {@code lot} null = units without lot. */
    public static void stock(String warehouse, String place, String owner, String sku, String lot, String quantity) {
        run("""
                WITH i AS (SELECT i.id, w.id AS house, i.decimals, i.lot_tracked AND NOT i.allow_mixing_locations AS alone
                  FROM item i JOIN owner o ON o.id = i.owner_id, warehouse w
                  WHERE o.code = ? AND i.sku = ? AND w.code = ?),
                g AS (INSERT INTO stock_summary AS s (warehouse_id, item_id, decimals, available)
                  SELECT house, id, decimals, ?::numeric FROM i
                  ON CONFLICT (warehouse_id, item_id) DO UPDATE SET available = s.available + excluded.available),
                p AS (SELECT l.id FROM location l, i WHERE l.warehouse_id = i.house AND l.code = ?),
                t AS (SELECT t.id FROM lot t, i WHERE t.item_id = i.id AND t.lot_number = ?),
                slot AS (INSERT INTO slot (warehouse_id, location_id, item_id, lot_key)
                  SELECT i.house, p.id, i.id, coalesce((SELECT id FROM t), 0) FROM i, p WHERE i.alone
                  ON CONFLICT DO NOTHING)
                INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
                SELECT i.house, i.id, (SELECT id FROM t), p.id, 'AVAILABLE', ?::numeric, i.decimals, i.alone FROM i, p
                """, owner, sku, warehouse, quantity, place, lot, quantity);
    }
}
