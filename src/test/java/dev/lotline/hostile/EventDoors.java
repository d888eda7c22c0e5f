package dev.lotline.hostile;

import dev.lotline.given.World;
import java.util.List;

/** The door by which somebody asks to be told. */
final class EventDoors {
    private EventDoors() {}

    static List<Door> of(World world) {
        return List.of(Door.of(
                "PUT",
                "/api/v1/webhooks/H-" + world.owner,
                """
                {"url":"https://shop.example.com/x","topics":["lotline.order"],"owner":"%s","dialect":"STANDARD",\
                "active":false}""".formatted(world.owner),
                "url CODE!",
                "topics LIST!",
                "owner CODE",
                "dialect WORD",
                "active FLAG"));
    }
}
