package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The identities between the five vocabularies, asked through the public doors: they hold of every item after every
 * story, and the invariants of the books after every class of them ({@link BooksAtTheEnd}).
 */
public final class Identities {
    private static final RestAssuredConfig EXACT_NUMBERS = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));

    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private Identities() {}

    /** Fails with every identity of these items that does not hold. */
    public static void assertHold(String owner, String... skus) {
        ASKED.set(true);
        List<String> broken = new ArrayList<>();
        for (String sku : skus) {
            JsonPath answer = get("/api/v1/owners/" + owner + "/items/" + sku + "/inventory");
            broken(answer).forEach(each -> broken.add(owner + " " + sku + ": " + each));
        }
        assertEquals(List.of(), broken);
    }

    /** I1 to I7 of one inventory answer of the whole house; empty when they hold. */
    public static List<String> broken(JsonPath answer) {
        Figures ss = new Figures(answer, "shipstream.");
        Figures ec = new Figures(answer, "endless.");
        Figures jp = new Figures(answer, "jetpack.");
        Figures fl = new Figures(answer, "fluent.");
        Found found = new Found();
        BigDecimal held = jp.of("quarantine").add(jp.of("shortDated")).add(jp.of("damaged"));
        found.same(
                "I1 physical = on hand + held",
                ec.of("physical"),
                ss.of("onHand").add(held));
        found.same(
                "I2 physical = unavailable + stock",
                ec.of("physical"),
                ec.of("unavailable").add(ec.of("stock")));
        found.same(
                "I2 stock = allocated + unallocated",
                ec.of("stock"),
                ec.of("allocated").add(ec.of("unallocated")));
        found.same("I3 unallocated = Endless available", ec.of("unallocated"), ec.of("available"));
        found.same("I3 unallocated = ShipStream available", ec.of("unallocated"), ss.of("available"));
        found.same("I3 unallocated = Fluent on hand", ec.of("unallocated"), fl.of("onHand"));
        found.same("I4 Jetpack on hand = stock", jp.of("onHand"), ec.of("stock"));
        found.same(
                "I4 on hand = committed + fulfillable",
                jp.of("onHand"),
                jp.of("committed").add(jp.of("fulfillable")));
        found.same(
                "I5 ordered = allocated + backordered",
                ec.of("ordered"),
                ec.of("allocated").add(ss.of("backordered")));
        found.same(
                "I6 lots' available = available + allocated",
                lots(answer, "lots.shipstream.available"),
                ss.of("available").add(ss.of("allocated")));
        if (ss.of("available").signum() == 0 || ss.of("backordered").signum() == 0) {
            // else stock is stranded: free, but not for the lines that wait
            found.same("I7 backordered in both", jp.of("backordered"), ss.of("backordered"));
            found.same(
                    "I7 sellable = available - backordered",
                    jp.of("sellable"),
                    ss.of("available").subtract(ss.of("backordered")));
        }
        return found.broken;
    }

    private record Figures(JsonPath answer, String vocabulary) {
        BigDecimal of(String name) {
            return new BigDecimal(answer.getString(vocabulary + name));
        }
    }

    private static final class Found {
        private final List<String> broken = new ArrayList<>();

        void same(String identity, BigDecimal one, BigDecimal other) {
            if (one.compareTo(other) != 0) {
                broken.add(identity + ", but " + one.toPlainString() + " and " + other.toPlainString());
            }
        }
    }

    private static BigDecimal lots(JsonPath answer, String path) {
        return answer.<Object>getList(path).stream()
                .map(each -> new BigDecimal(String.valueOf(each)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether any story asked since the last call. */
    static boolean takeAsked() {
        return ASKED.getAndSet(false);
    }

    /** The invariants of the whole house that do not hold, each with some of the rows that break it. */
    static List<String> brokenInvariants() {
        JsonPath answer = House.admin()
                .post("/api/v1/admin/invariants")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Map<String, ?>> violated = answer.getList("findAll { it.violations > 0 }");
        return violated.stream()
                .map(each -> each.get("id") + " " + each.get("name") + ": " + each.get("sample"))
                .toList();
    }

    private static JsonPath get(String path) {
        return House.admin()
                .config(EXACT_NUMBERS)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
