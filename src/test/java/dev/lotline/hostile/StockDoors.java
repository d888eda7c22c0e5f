package dev.lotline.hostile;

import dev.lotline.given.World;
import java.util.List;
import java.util.Map;

/** The doors by which stock changes without an order or a receipt. */
final class StockDoors {
    private StockDoors() {}

    static Map<String, Object> adjustment(World world, int delta) {
        return Map.of(
                "warehouse",
                world.warehouse,
                "location",
                "A-01",
                "owner",
                world.owner,
                "sku",
                "GUMMY-60",
                "lotNumber",
                "L-A",
                "delta",
                delta,
                "reason",
                "found so");
    }

    static List<Door> of(World world, String adjustment, String count) {
        return List.of(
                LotDoors.of(world),
                Door.of(
                        "POST",
                        "/api/v1/adjustments",
                        """
                        {"id":"k-8","warehouse":"%s","location":"A-01","owner":"%s","sku":"GUMMY-60","lotNumber":"L-A",\
                        "expirationDate":"2026-12-31","delta":-1,"state":"AVAILABLE","reason":"lost"}""".formatted(world.warehouse, world.owner),
                        "id CODE",
                        "warehouse CODE!",
                        "location CODE!",
                        "owner CODE!",
                        "sku CODE!",
                        "lotNumber CODE",
                        "expirationDate DATE",
                        "delta DELTA!",
                        "counted MEASURE",
                        "state WORD",
                        "reason CODE!"),
                Door.command(adjustment + "/reject", """
                        {"id":"k-9","note":"no"}""", "id CODE", "note CODE"),
                Door.of(
                        "POST",
                        "/api/v1/counts",
                        """
                        {"id":"k-10","warehouse":"%s","basis":"RANDOM","owner":"%s","sku":"GUMMY-60","zone":"Z","abc":"A",\
                        "locations":["A-01"],"size":5,"seed":"s","note":"n"}""".formatted(world.warehouse, world.owner),
                        "id CODE",
                        "warehouse CODE!",
                        "basis WORD!",
                        "owner CODE!",
                        "sku CODE",
                        "zone CODE",
                        "abc WORD",
                        "locations LIST",
                        "locations[0] CODE!",
                        "size WHOLE",
                        "seed CODE",
                        "note CODE"),
                Door.of(
                        "POST",
                        "/api/v1/returns",
                        """
                        {"reference":"RET-N","kind":"RTS","owner":"%s","warehouse":"%s","lines":[{"sku":"GUMMY-60",\
                        "lotNumber":"L-A","expirationDate":"2026-12-31","quantity":1,"location":"A-01",\
                        "action":"QUARANTINE"}]}""".formatted(world.owner, world.warehouse),
                        "reference CODE!",
                        "kind WORD!",
                        "owner CODE!",
                        "warehouse CODE!",
                        "order CODE",
                        "lines LIST!",
                        "lines[0].sku CODE!",
                        "lines[0].lotNumber CODE",
                        "lines[0].expirationDate DATE",
                        "lines[0].quantity UNITS!",
                        "lines[0].location CODE",
                        "lines[0].action WORD"));
    }
}
