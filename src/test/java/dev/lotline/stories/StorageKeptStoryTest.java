package dev.lotline.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days are kept for some months; what was billed, and why, for ever. */
@QuarkusTest
class StorageKeptStoryTest {
    private Storage storage;

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void old_days_are_dropped_and_the_month_is_still_explained() throws SQLException {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))), "2019-03-01");
        World.clock("2019-03-01");
        storage.world.stock("GUMMY-60", "L-A", "2021-06-30", 38, "A-01");
        storage.morning("2019-04-01");
        JsonPath why = storage.explain("2019-03", "");

        World.clock("2026-03-01");
        assertEquals(List.of("storage_accrual_2019_03"), left(), "a month without statement is kept");
        World.clock("2019-04-01");
        String number =
                storage.statement("2019-03").then().statusCode(200).extract().path("statements[0]");
        assertEquals(List.of("storage_accrual_2019_03"), left(), "a month that is not old is kept");
        World.clock("2026-03-01");
        assertEquals(List.of(), left());

        assertEquals("3.00", storage.fees("2019-03").getString("accrued"));
        JsonPath later = storage.explain("2019-03", "&days=true");
        for (String part :
                List.of("lines[0].line", "lines[0].formula", "lines[0].exactQuantityDays", "lines[0].origins")) {
            assertEquals(why.getString(part), later.getString(part));
        }
        assertEquals(
                List.of("3.00"),
                storage.world
                        .get("/owners/" + storage.world.owner + "/storage-statements/" + number + "/lines")
                        .getList("items.amount"));
        World.call()
                .get("/api/v1/owners/" + storage.world.owner + "/storage-fees?month=2019-03&groupBy=day")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("groupBy"));
        try (Superuser books = Superuser.begin()) {
            assertEquals(
                    List.of("FORGOTTEN"),
                    books.ask(
                            "SELECT outcome FROM warehouse w, owner o, storage_close(w.id, o.id, '2019-03-07', 'test') c"
                                    + " WHERE w.code = '" + storage.world.warehouse + "' AND o.code = '"
                                    + storage.world.owner + "'"));
        }
    }

    /** Whether the days of March 2019 are there when days are dropped after 25 months. */
    private static List<String> left() throws SQLException {
        try (Superuser books = Superuser.begin()) {
            books.ask("SELECT storage_forget(25)");
            List<String> left = books.ask("SELECT relname FROM pg_class WHERE relname = 'storage_accrual_2019_03'");
            books.commit();
            return left;
        }
    }
}
