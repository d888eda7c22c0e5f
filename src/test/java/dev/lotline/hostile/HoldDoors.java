package dev.lotline.hostile;

import dev.lotline.given.World;
import java.util.List;

/** The doors that take lists of what is to be held or handed over. */
final class HoldDoors {
    private HoldDoors() {}

    static List<Door> of(World world, long task) {
        return List.of(
                Door.of(
                        "POST",
                        "/api/v1/holds",
                        """
                        {"id":"k-30","owner":"%s","sku":"GUMMY-60","lotNumbers":["L-C"],"reason":"MANUAL","note":"n"}""".formatted(world.owner),
                        "id CODE",
                        "owner CODE!",
                        "sku CODE",
                        "lotNumbers LIST",
                        "lotNumbers[0] CODE!",
                        "reason WORD!",
                        "note TEXT"),
                Door.of(
                        "POST",
                        "/api/v1/pick-waves/hand-over",
                        """
                        {"id":"k-31","warehouse":"%s","tasks":[%d],"to":"HH-9"}""".formatted(world.warehouse, task),
                        "id CODE",
                        "warehouse CODE!",
                        "tasks[0] COUNTER!",
                        "to CODE"));
    }
}
