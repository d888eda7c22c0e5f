package dev.lotline.hostile;

import dev.lotline.given.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The doors by which labels are asked for, decided about and sent somewhere. */
final class PrintDoors {
    private PrintDoors() {}

    /** A job that no printer takes, to be decided about; answers its own id and the serial of its label. */
    private static List<String> held(World world) {
        var asked = World.call()
                .body(Map.of("warehouse", world.warehouse, "kind", "LOCATION", "subject", Map.of("location", "A-01")))
                .post("/api/v1/printing/requests")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        return List.of(asked.getString("jobs[0].id"), asked.getString("jobs[0].labels[0].serial"));
    }

    static List<Door> of(World world) {
        List<String> held = held(world);
        String printer = "P-" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        return List.of(
                Door.of(
                        "PUT",
                        "/api/v1/printers/" + printer,
                        """
                        {"warehouse":"%s","link":"TCP","host":"10.0.0.9","port":9100,"dpi":203,"width":57,"height":32,\
                        "stock":"s","language":"en","confirm":"STATUS","enabled":false}""".formatted(world.warehouse),
                        "warehouse CODE!",
                        "link WORD",
                        "host CODE!",
                        "port WHOLE",
                        "relay CODE",
                        "dpi WHOLE!",
                        "width MEASURE!",
                        "height MEASURE!",
                        "stock CODE",
                        "language WORD",
                        "confirm WORD",
                        "enabled FLAG"),
                Door.of(
                        "PUT",
                        "/api/v1/printer-groups/G-" + printer,
                        """
                        {"warehouse":"%s","printers":["%s"]}""".formatted(world.warehouse, printer),
                        "warehouse CODE!",
                        "printers LIST!",
                        "printers[0] CODE!"),
                Door.of(
                        "PUT",
                        "/api/v1/warehouses/" + world.warehouse + "/print-rules",
                        """
                        {"rules":[{"kind":"TOTE","group":"G-%s"}]}""".formatted(printer),
                        "rules LIST!",
                        "rules[0].kind CODE",
                        "rules[0].owner CODE",
                        "rules[0].dock CODE",
                        "rules[0].zone CODE",
                        "rules[0].device CODE",
                        "rules[0].group CODE!"),
                Door.of(
                        "POST",
                        "/api/v1/printing/requests",
                        """
                        {"id":"k-40","warehouse":"%s","kind":"LOCATION","subject":{"location":"A-01"},"quantity":2,\
                        "language":"es"}""".formatted(world.warehouse),
                        "id CODE",
                        "warehouse CODE!",
                        "kind WORD!",
                        "subject OBJECT",
                        "subject.location CODE!",
                        "quantity WHOLE",
                        "printer CODE",
                        "device CODE",
                        "language WORD"),
                Door.command("/api/v1/printing/labels/" + held.get(1) + "/scanned", """
                        {"id":"k-41"}""", "id CODE"),
                Door.command("/api/v1/printing/jobs/" + held.get(0) + "/cancel", """
                        {"id":"k-42"}""", "id CODE", "printer CODE"));
    }
}
