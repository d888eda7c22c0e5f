package dev.lotline.browser;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Holds;
import dev.lotline.given.World;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small warehouse with something to see on every page of the console, named by people who mean no good: markup,
 * formulas, template expressions, right-to-left letters, characters beyond 16 bits, and codes as long as codes may be.
 */
final class FullHouse {
    static final String SCRIPT = "<script>document.title='x'</script>";
    static final String SKU = "=<b>&'1";
    static final String NAME = "<script>document.title='x'</script> =cmd()|'x'!A0 😀𝔘 שלום עולם {c:board}";
    static final String LOT = "<b>\"'&L=1+1 שלום😀{frame.actor}";
    static final String CUSTOMER = "@SUM(A1) <img src=x onerror=\"document.title='x'\"> مرحبا 🍏";
    static final String NOTE = "-2+3 </td><script>document.title='x'</script> ${x} לילה טוב 𝒩";
    static final String TRACKING = "+1Z<i>999</i>😀";
    /** The longest, without a place to break. */
    static final String LONG = "W".repeat(64);

    final World world = World.acceptance();
    private final Object lot;
    private final long hold;
    private final WorkPages work;

    FullHouse() {
        item(SKU, NAME);
        item(LONG, LONG);
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.stock(SKU, LOT, "2026-06-30", 30, "A-02");
        world.stock(LONG, LONG, "2026-03-20", 12, "C-01");
        world.announce("WRO-1", "GUMMY-60", true, lot("L-C", "2026-12-01", 24), lot(LONG, "2026-11-01", 5))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-C", "2026-12-01", 20));
        assertEquals(
                "LOT_MISMATCH",
                world.receive("WRO-1", "GUMMY-60", LOT, "2026-12-01", 2).getString("code"));
        shipped();
        order("O-2", "GUMMY-60", 70);
        world.release("O-2");
        order(LONG, LONG, 20);
        hold = held();
        lot = lotOf(SKU);
        work = new WorkPages(world);
    }

    private void item(String sku, String name) {
        World.call()
                .body(Map.of("name", name, "tracking", true, "lotTracked", true))
                .put("/api/v1/owners/{owner}/items/{sku}", world.owner, sku)
                .then()
                .statusCode(201);
    }

    private void order(String reference, String sku, int units) {
        world.order(Map.of(
                        "reference",
                        reference,
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "customer",
                        Map.of("code", LONG, "name", CUSTOMER, "country", "PL"),
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", units))))
                .then()
                .statusCode(201);
    }

    private void shipped() {
        order("O-1", SKU, 4);
        ok(world.pick(world.release("O-1").get(0), LOT, 4));
        world.orderCommand("O-1", "ship", Map.of("carrier", TRACKING, "trackingNumber", TRACKING))
                .then()
                .statusCode(200);
    }

    private long held() {
        Holds holds = new Holds(world);
        JsonPath hold = holds.place(Map.of(
                        "owner", world.owner, "sku", SKU, "lotNumbers", List.of(LOT), "reason", "RECALL", "note", NOTE))
                .jsonPath();
        holds.release(holds.lot("L-A", "QUALITY").getLong("id"));
        return hold.getLong("id");
    }

    private Object lotOf(String sku) {
        return World.call()
                .get("/api/v1/owners/{owner}/items/{sku}/lots", world.owner, sku)
                .jsonPath()
                .get("items[0].lotId");
    }

    /** Addresses of every view and of its states, each with the texts that stand there. */
    Map<String, List<String>> addresses() {
        String owner = world.owner;
        String evil = "/inventory/" + owner + "/" + encoded(SKU) + "/lots";
        String asked = "/holds/new?owner=" + owner + "&reason=RECALL&sku=";
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("/", List.of());
        found.put("/account", List.of());
        found.put("/inventory?owner=" + owner, List.of(SKU, NAME, LONG));
        found.put("/inventory?owner=" + owner + "&warehouse=" + world.warehouse, List.of(SKU, NAME, LONG));
        found.put(evil, List.of(SKU, NAME, LOT));
        found.put("/inventory/" + owner + "/" + LONG + "/lots?warehouse=" + world.warehouse, List.of(LONG));
        found.put("/lots/" + lot, List.of(LOT, NAME));
        found.put("/lots/" + lot + "/trace", List.of(LOT, CUSTOMER));
        found.put("/search", List.of());
        found.put("/views", List.of());
        found.put("/search?q=" + encoded(SCRIPT + LONG), List.of(SCRIPT + LONG));
        found.put("/search?q=" + encoded(LONG), List.of(LONG));
        found.put("/receiving", List.of("WRO-1"));
        found.put("/receiving?state=all", List.of("WRO-1"));
        found.put("/receiving/" + owner + "/WRO-1", List.of("L-C", LONG, LOT));
        found.put("/orders?owner=" + owner, List.of("O-2", LONG));
        found.put("/orders?state=all", List.of("O-1"));
        found.put("/orders/" + owner + "/O-1", List.of(SKU, LOT, CUSTOMER, TRACKING));
        found.put("/orders/" + owner + "/O-2", List.of(CUSTOMER));
        found.put("/orders/" + owner + "/" + LONG, List.of(LONG));
        found.put("/orders/" + owner + "/O-2/lines/1/why", List.of("L-A"));
        found.put("/holds", List.of(NOTE));
        found.put("/holds?state=all", List.of("QUALITY", NOTE));
        found.put("/holds/" + hold, List.of(NOTE, LOT, SKU, CUSTOMER, TRACKING));
        found.put("/holds/new", List.of());
        found.put(asked + LONG + "&lots=" + LONG + "&note=" + encoded(NOTE), List.of(LONG));
        found.put("/inventory?owner=" + owner + "&sort=-onHand&held=1", List.of(SKU));
        found.put("/expiry", List.of());
        found.put("/expiry?owner=" + owner, List.of());
        found.put("/expiry/calendar?owner=" + owner, List.of());
        found.put("/places/" + world.warehouse + "/A-02", List.of(LOT));
        found.putAll(work.addresses(hold));
        return found;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
