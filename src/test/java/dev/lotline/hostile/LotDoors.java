package dev.lotline.hostile;

import static dev.lotline.given.World.ok;

import dev.lotline.given.World;
import java.util.List;
import java.util.Map;

/** The door whose body is a list: lots for stock that has none. */
final class LotDoors {
    private LotDoors() {}

    /** An item that began to carry lots when five units of it stood on a shelf. */
    static void furnish(World world) {
        world.item("JAR", Map.of("lotTracked", false));
        World.call()
                .body(Map.of(
                        "reference",
                        "JARS",
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "autoCommit",
                        true,
                        "lines",
                        List.of(Map.of("sku", "JAR", "quantity", 5))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        ok(world.receive("JARS", "JAR", null, null, 5));
        ok(world.stow("JARS", "JAR", null, null, 5, "C-02"));
        world.item("JAR", Map.of());
    }

    static Door of(World world) {
        return Door.of(
                "POST",
                "/api/v1/owners/" + world.owner + "/items/JAR/lot-assignments",
                """
                [{"location":"C-02","quantity":5,"lotNumber":"L-A","expirationDate":"2026-12-31","state":"AVAILABLE"}]""",
                "[0].location CODE!",
                "[0].quantity UNITS!",
                "[0].lotNumber CODE",
                "[0].expirationDate DATE",
                "[0].state WORD");
    }
}
