package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every cent is explained, down to the movement that brought the goods, and can be made again from what is told. */
@QuarkusTest
class StorageExplainStoryTest {
    private Storage storage;

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void the_cents_can_be_made_again_from_the_explanation_alone() {
        storage = Storage.paidBy(Map.of(
                "freeDays",
                2,
                "rates",
                List.of(
                        Map.of("when", Map.of("season", Map.of("from", "03-01", "to", "03-09")), "rate", "0.813"),
                        Map.of("rate", "0.757"))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.world.stock("GUMMY-60", "L-B", "2027-05-30", 7, "A-02");
        storage.morning("2026-03-06");
        storage.place("A-01", 7);
        storage.morning("2026-03-18");
        JsonPath why = storage.explain("2026-03", "&days=true");
        BigDecimal total = BigDecimal.ZERO;
        for (int n = 0; n < 2; n++) {
            String line = "lines[" + n + "].";
            List<String> exact = why.getList(line + "exactQuantityDays");
            BigDecimal sum = BigDecimal.ZERO;
            for (int s = 0; s < exact.size(); s++) {
                String segment = line + "line.segments[" + s + "].";
                sum = sum.add(new BigDecimal(exact.get(s))
                        .multiply(new BigDecimal(why.getString(segment + "rate")))
                        .divide(new BigDecimal(why.getInt(segment + "divisor")), MathContext.DECIMAL128));
            }
            BigDecimal cents = sum.divide(new BigDecimal(why.getString(line + "exactUnit")), MathContext.DECIMAL128)
                    .setScale(2, RoundingMode.HALF_UP);
            assertEquals(why.getString(line + "line.amount"), cents.toPlainString());
            total = total.add(cents);
            assertEquals(17, why.getList(line + "days").size());
        }
        assertEquals(storage.fees("2026-03").getString("accrued"), total.toPlainString());
        assertEquals("STOW", why.getString("lines[0].origins[0].cameBy.kind"));
        assertFalse(why.getString("lines[0].origins[0].cameBy.device").isEmpty());
        assertNull(why.get("lines[0].origins[0].leftBy"));
        assertEquals(List.of(), why.getList("lines[0].origins[0].beside"));
        assertEquals(storage.plan, why.getString("lines[0].origins[0].plan"));
        assertEquals(64, why.getString("lines[0].origins[0].sha256").length());
        assertNotNull(why.getString("lines[0].origins[0].closedAt"));
        assertEquals(1, why.getInt("lines[0].days[0].freeDay"));
        assertEquals(List.of("free days"), why.getList("lines[0].days[1].when"));
        assertEquals(List.of("season 03-01 to 03-09"), why.getList("lines[0].days[2].when"));
        assertEquals(16, why.getInt("lines[0].days[16].age"));
    }

    @Test
    void two_owners_who_share_a_place_pay_it_once_and_learn_nothing_of_each_other() {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        World other = storage.world.again();
        Map<String, Object> options = Map.of(
                "allowMixingLocations", true, "dimensions", Map.of("length", 4, "width", 4, "height", 6, "unit", "in"));
        storage.world.item("JAR", options);
        other.item("JAR", options);
        World.call()
                .body(Map.of("assignments", List.of(Map.of("plan", storage.plan, "from", "2026-03-01"))))
                .put("/api/v1/owners/" + other.owner + "/rate-plan-assignments")
                .then()
                .statusCode(200);
        storage.world.stock("JAR", "J-1", "2027-06-30", 10, "A-01");
        other.stock("JAR", "J-2", "2027-06-30", 20, "A-01");
        storage.morning("2026-04-01");
        String months = "/storage-fees?month=2026-03&warehouse=" + storage.world.warehouse;
        assertEquals("1.00", storage.fees("2026-03").getString("accrued"));
        assertEquals("2.00", other.get("/owners/" + other.owner + months).getString("accrued"));
        JsonPath why = storage.explain("2026-03", "&sku=JAR");
        assertEquals(List.of(false), why.getList("lines[0].origins[0].beside.own"));
        assertNull(why.get("lines[0].origins[0].beside[0].sku"));
        // a new month begins with what stands there, before its first day is closed
        assertEquals("1.00", storage.fees("2026-04").getString("estimate"));
        assertEquals("1.00", storage.fees("2026-05").getString("estimate"));
        assertEquals("1.00", storage.fees("2026-04").getString("warehouses[0].lastMonth"));
    }
}
