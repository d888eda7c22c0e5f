package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lotline.given.Identities;
import dev.lotline.given.Rpc;
import dev.lotline.given.World;
import dev.lotline.stock.since.ChangeMarks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant asks again and again what has changed, and misses nothing in between. */
@QuarkusTest
class ShipStreamPollStoryTest {
    @Inject
    ChangeMarks marks;

    private World world;
    private Rpc merchant;

    @BeforeEach
    void a_merchant() {
        world = World.acceptance();
        merchant = Rpc.merchant(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_poll_tells_what_was_written_before_it_and_committed_after_it() throws SQLException {
        world.item("SLOW", Map.of("lotTracked", false));
        world.item("QUIET", Map.of("lotTracked", false));
        for (String sku : List.of("SLOW", "QUIET")) {
            announce("WRO-" + sku, sku, 1);
        }
        try (Connection slow = connection()) {
            slow.setAutoCommit(false);
            try (PreparedStatement change = slow.prepareStatement(
                    "UPDATE stock_summary SET expected = expected + 0, changed_at = now() WHERE item_id ="
                            + " (SELECT i.id FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = ? AND sku = ?)")) {
                change.setString(1, world.owner);
                change.setString(2, "SLOW");
                assertEquals(1, change.executeUpdate());
            }
            String poll = moment();
            assertFalse(since(poll).contains("QUIET"), "what was committed long ago is no news");
            assertEquals(List.of(), byRest(poll));
            slow.commit();
            assertEquals(Set.of("SLOW"), since(poll));
            assertEquals(
                    List.of("SLOW"),
                    merchant.result("inventory.details", null, poll).getList("sku"));
            assertEquals(List.of("SLOW"), byRest(poll));
        }
        assertEquals(Set.of(), since(moment()));
        assertEquals(Set.of("GUMMY-60", "SLOW", "QUIET"), since("2020-01-01T00:00:00+00:00"), "nobody knows: all");
    }

    @Test
    void demand_and_components_are_news_too() {
        world.item("BOX", Map.of("lotTracked", false));
        world.item("OTHER", Map.of("lotTracked", false));
        world.item(
                "KIT",
                Map.of(
                        "lotTracked",
                        false,
                        "virtualInventory",
                        "OPTIMISTIC",
                        "components",
                        List.of(Map.of("sku", "BOX", "quantity", 1))));
        String before = moment();
        world.order("O-1", Map.of("sku", "OTHER", "quantity", 3)).then().statusCode(201);
        assertEquals(Set.of("OTHER"), since(before), "ordered, and there is none");
        String ordered = moment();
        world.orderCommand("O-1", "cancel", Map.of()).then().statusCode(200);
        assertEquals(Set.of("OTHER"), since(ordered), "and cancelled again");
        String cancelled = moment();
        announce("WRO-BOX", "BOX", 9);
        assertEquals(Set.of("BOX", "KIT"), since(cancelled));
        String announced = moment();
        world.item("OTHER", Map.of("lotTracked", false, "virtualInventory", "OPTIMISTIC"));
        assertEquals(Set.of("OTHER"), since(announced));
    }

    private void announce(String reference, String sku, int quantity) {
        World.call()
                .body(Map.of(
                        "reference",
                        reference,
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", quantity))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
    }

    /** When a program begins to poll. */
    private String moment() {
        marks.mark().await().indefinitely();
        return OffsetDateTime.now().toString();
    }

    private Set<String> since(String moment) {
        return new HashSet<>(
                merchant.result("inventory.list", null, null, moment).getList("sku", String.class));
    }

    private List<String> byRest(String moment) {
        return World.call()
                .queryParam("updatedSince", moment)
                .get("/api/v1/owners/" + world.owner + "/inventory")
                .then()
                .statusCode(200)
                .extract()
                .path("items.sku");
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                "lotline_owner",
                ConfigProvider.getConfig().getValue("quarkus.flyway.password", String.class));
    }
}
