package dev.lotline.given;

import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

/** A small warehouse in which no figure of GUMMY-60 is 0 and a kit could be made of it. */
public final class EveryStatus {
    private EveryStatus() {}

    /**
     * L-A: 7 announced, 37 good, 3 damaged. L-B: 30 good, 20 of them released and 12 of these picked. L-C: 5 too old.
     * L-D: 6 in quarantine. L-E: 2 counted, 1 put away, 4 announced with a purchase order of 9. Orders: O-1 is being
     * picked, O-2 waits for its release with 10, O-3 wants 100 and is promised 37.
     */
    public static World world() {
        World world = World.acceptance();
        stock(world);
        World.call()
                .body(Map.of(
                        "reference",
                        "PO-1",
                        "owner",
                        world.owner,
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 9))))
                .post("/api/v1/purchase-orders")
                .then()
                .statusCode(201);
        world.announce("WRO-A", "GUMMY-60", false, lot("L-A", "2026-06-30", 7))
                .then()
                .statusCode(201);
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-E",
                        "kind",
                        "ASN",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(Map.of(
                                "sku",
                                "GUMMY-60",
                                "quantity",
                                7,
                                "purchaseOrder",
                                "PO-1",
                                "lots",
                                List.of(lot("L-E", "2027-01-31", 7))))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        ok(world.receive("WRO-E", "GUMMY-60", "L-E", "2027-01-31", 3));
        ok(world.stow("WRO-E", "GUMMY-60", "L-E", "2027-01-31", 1, "C-02"));
        orders(world);
        return world;
    }

    private static void stock(World world) {
        world.item("BOX", Map.of("allowMixingLocations", true));
        world.item(
                "KIT",
                Map.of(
                        "virtualInventory",
                        "OPTIMISTIC",
                        "components",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 2), Map.of("sku", "BOX", "quantity", 1))));
        world.stock("BOX", "X-1", "2027-06-30", 9, "B-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 40, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 30, "A-02");
        world.stock("GUMMY-60", "L-C", "2026-03-30", 5, "B-01");
        world.stock("GUMMY-60", "L-D", "2026-12-31", 6, "C-01");
        new Holds(world).lot("L-D", "QUALITY");
        Map<String, Object> broken = Map.of("location", "A-01", "reason", "fell down");
        ok(world.scan(world.event("DAMAGE", goods("GUMMY-60", "L-A", null, 3, broken))));
    }

    private static void orders(World world) {
        order(world, "O-1", 20);
        List<Map<String, Object>> tasks = world.release("O-1");
        assertEquals("L-B", tasks.get(0).get("lotNumber"));
        ok(world.pick(tasks.get(0), "L-B", 12));
        order(world, "O-2", 10);
        order(world, "O-3", 100);
    }

    private static void order(World world, String reference, int units) {
        world.order(reference, Map.of("sku", "GUMMY-60", "quantity", units))
                .then()
                .statusCode(201);
    }
}
