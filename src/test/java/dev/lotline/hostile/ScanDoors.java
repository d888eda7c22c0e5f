package dev.lotline.hostile;

import dev.lotline.given.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The doors of devices and their raw scans, and of loads. */
final class ScanDoors {
    /** Who asks without naming a device: an administrator's own. */
    private static final String OWN = "admin";

    private ScanDoors() {}

    static List<Door> of(World world) {
        String device = """
                {"warehouse":"%s","profile":"standard","location":"DOCK-1","active":true}""".formatted(world.warehouse);
        World.call().body(device).put("/api/v1/devices/" + OWN).then().statusCode(200);
        long job = World.call()
                .body(Map.of("name", "doors", "retailerId", world.owner))
                .post("/api/v1/fluent/job")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return List.of(
                Door.of(
                        "PUT",
                        "/api/v1/devices/RAW-" + world.warehouse,
                        device,
                        "warehouse CODE!",
                        "profile CODE!",
                        "location CODE",
                        "active FLAG"),
                Door.of(
                        "POST",
                        "/floor/scans",
                        """
                        {"id":"%s","seq":1,"at":"2026-03-01T09:12:07.118-05:00","data":"X","symbology":"]C0",\
                        "labelType":"L","source":"IP","capsLock":false}""".formatted(UUID.randomUUID()),
                        "id ID!",
                        "seq COUNTER",
                        "at MOMENT",
                        "data TEXT!",
                        "bytes TEXT",
                        "symbology TEXT",
                        "labelType TEXT",
                        "source TEXT",
                        "capsLock FLAG"),
                Door.of(
                        "POST",
                        "/api/v1/fluent/job",
                        """
                        {"id":"k-31","name":"nightly","retailerId":"%s","meta":{"preprocessing":"skip"}}""".formatted(world.owner),
                        "id CODE",
                        "name CODE!",
                        "retailerId CODE",
                        "meta OBJECT",
                        "meta.preprocessing TEXT"),
                Door.of(
                        "POST",
                        "/api/v1/fluent/job/" + job + "/batch",
                        """
                        {"id":"k-32","action":"UPSERT","entityType":"INVENTORY","source":"s","event":"e",\
                        "catalogueRef":"DEFAULT:%s","entities":[{"skuRef":"PLAIN","locationRef":"%s","qty":1,\
                        "storageAreaRef":"A-01","attributes":[{"name":"n","type":"STRING","value":"v"}]}]}""".formatted(world.owner, world.warehouse),
                        "id CODE",
                        "action WORD!",
                        "entityType WORD!",
                        "source TEXT",
                        "event TEXT",
                        "entities LIST!",
                        "entities[0].skuRef TEXT",
                        "entities[0].locationRef TEXT",
                        "entities[0].storageAreaRef TEXT",
                        "entities[0].attributes[0].name TEXT"));
    }
}
