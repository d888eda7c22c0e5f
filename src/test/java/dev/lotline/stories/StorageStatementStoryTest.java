package dev.lotline.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A month is closed once; what is learned later stands on the next statement. */
@QuarkusTest
class StorageStatementStoryTest {
    private Storage storage;

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void a_month_becomes_a_statement_and_a_late_fact_a_correction() throws SQLException {
        storage = Storage.paidBy(Map.of("basis", "UNIT_VOLUME", "rates", List.of(Map.of("rate", "0.75"))));
        storage.place("A-01", 8);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-31");
        storage.statement("2026-03").then().statusCode(409).body("code", equalTo("STORAGE_MONTH_NOT_OVER"));
        World.clock("2026-04-01");
        storage.statement("2026-03")
                .then()
                .statusCode(409)
                .body("code", equalTo("STORAGE_DAY_NOT_CLOSED"))
                .body("day", equalTo("2026-03-31"));
        storage.close();
        String number =
                storage.statement("2026-03").then().statusCode(200).extract().path("statements[0]");
        assertEquals("ST-2026-03-" + storage.world.owner + "-01", number);
        storage.statement("2026-03")
                .then()
                .statusCode(409)
                .body("code", equalTo("STATEMENT_ALREADY_CLOSED"))
                .body("number", equalTo(number));
        String path = "/owners/" + storage.world.owner + "/storage-statements";
        JsonPath march = storage.world.get(path + "/" + number);
        assertEquals("1.58", march.getString("total"));
        assertEquals(
                List.of("1.58"),
                storage.world.get(path + "/" + number + "/lines").getList("items.amount"));

        // on the 11th came 62 more, which nobody told until April
        World.clock("2026-03-11");
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 62, "A-01");
        storage.morning("2026-05-01");
        assertEquals(march.prettify(), storage.world.get(path + "/" + number).prettify());
        String next =
                storage.statement("2026-04").then().statusCode(200).extract().path("statements[0]");
        JsonPath april = storage.world.get(path + "/" + next);
        // 100 units × 30 days = 4.17; March should have been 38 × 10 and 100 × 21 days = 3.33
        assertEquals("1.75", april.getString("corrections[0].amount"));
        assertEquals("2026-03", april.getString("corrections[0].month"));
        assertEquals("2026-03-11", april.getString("corrections[0].days[0]"));
        assertEquals(21, april.getList("corrections[0].days").size());
        assertEquals(new BigDecimal("4.17").add(new BigDecimal("1.75")), new BigDecimal(april.getString("total")));
        assertEquals("3.33", storage.fees("2026-03").getString("accrued"));
        assertEquals(2, storage.world.get(path).getList("items").size());
        try (Superuser books = Superuser.begin()) {
            assertEquals(
                    List.of(number, next),
                    books.ask(
                            "SELECT payload ->> 'number' FROM outbox WHERE topic = 'lotline.storage' AND payload ->> 'operation'"
                                    + " = 'STORAGE_STATEMENT_CLOSED' AND payload ->> 'owner' = '" + storage.world.owner
                                    + "' ORDER BY id"));
        }
    }

    @Test
    void what_has_no_rate_holds_the_month_open_unless_it_is_left_out_for_a_reason() {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "C-01");
        storage.morning("2026-04-01");
        storage.statement("2026-03")
                .then()
                .statusCode(409)
                .body("code", equalTo("STORAGE_UNRATED_CELLS"))
                .body("cells", equalTo(1));
        String number = World.call()
                .body(Map.of(
                        "owner",
                        storage.world.owner,
                        "warehouse",
                        storage.world.warehouse,
                        "month",
                        "2026-03",
                        "excludeUnrated",
                        "a place for samples"))
                .post("/api/v1/storage-statements/close")
                .then()
                .statusCode(200)
                .extract()
                .path("statements[0]");
        JsonPath statement = storage.world.get("/owners/" + storage.world.owner + "/storage-statements/" + number);
        assertEquals("a place for samples", statement.getString("excluded[0].reason"));
        assertEquals("0", statement.getString("total"));
    }
}
