package dev.lotline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.House;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Something on every page of work, money, machines and administration. */
final class WorkPages {
    private final World world;
    private final String printer = "P-" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private final String webhook = "HOOK-" + printer;
    private final String job;
    private final long count;
    private final String event;
    private final Storage storage;
    private final String statement;

    WorkPages(World world) {
        this.world = world;
        job = labelled();
        count = counted();
        House.token(Map.of("name", "KEY-" + world.owner, "role", "INTEGRATION", "owners", List.of(world.owner)));
        world.put("/devices/DEV-" + world.owner, Map.of("warehouse", world.warehouse, "profile", "zebra-ds-hid"));
        Map<String, Object> refused = world.event("COUNT", Map.of("location", FullHouse.LONG, "counted", 1));
        world.scan(refused);
        event = String.valueOf(refused.get("id"));
        world.put(
                "/webhooks/" + webhook,
                Map.of("url", "https://shop.example.com/in", "topics", List.of("lotline.order"), "active", false));
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.world.stock("GUMMY-60", FullHouse.LOT, "2027-06-30", 38, "A-01");
        storage.morning("2026-04-01");
        statement = storage.statement("2026-03").jsonPath().getString("statements[0]");
        World.clock("2026-03-01");
    }

    /** On a printer that is switched off, so that it stays. */
    private String labelled() {
        world.put(
                "/printers/" + printer,
                Map.of(
                        "warehouse",
                        world.warehouse,
                        "host",
                        "127.0.0.1",
                        "port",
                        9100,
                        "dpi",
                        203,
                        "width",
                        101.6,
                        "height",
                        152.4,
                        "enabled",
                        false,
                        "stock",
                        FullHouse.LONG));
        Response asked = World.call().body(Map.of()).post("/api/v1/printers/" + printer + "/test-label");
        assertEquals(202, asked.statusCode(), asked.asString());
        return asked.jsonPath().getString("jobs[0].id");
    }

    private long counted() {
        World.call()
                .body(Map.of(
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
                        "expirationDate",
                        "2026-06-30",
                        "delta",
                        1,
                        "reason",
                        FullHouse.NOTE))
                .post("/api/v1/adjustments")
                .then()
                .statusCode(201);
        return World.call()
                .body(Map.of(
                        "warehouse",
                        world.warehouse,
                        "basis",
                        "LOCATIONS",
                        "locations",
                        List.of("A-01", "A-02"),
                        "note",
                        FullHouse.NOTE))
                .post("/api/v1/counts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    Map<String, List<String>> addresses(long hold) {
        String owner = world.owner;
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("/receiving?state=EXCEPTION&owner=" + owner, List.of("WRO-1"));
        found.put("/receiving/new", List.of());
        found.put("/orders?state=short", List.of());
        found.put("/holds/" + hold + "/report", List.of(FullHouse.NOTE, FullHouse.LOT, FullHouse.CUSTOMER));
        found.put("/counts", List.of(FullHouse.NOTE));
        found.put("/counts/" + count, List.of(FullHouse.NOTE, FullHouse.SKU, FullHouse.LOT));
        found.put("/adjustments", List.of(FullHouse.NOTE));
        found.put("/adjustments/new", List.of());
        found.put("/printers", List.of());
        found.put("/printers/" + printer, List.of(printer, FullHouse.LONG));
        found.put("/print-jobs", List.of());
        found.put("/print-jobs/" + job, List.of(printer));
        found.put("/devices", List.of());
        found.put("/audit?warehouse=" + world.warehouse, List.of("COUNT"));
        found.put("/audit/" + event, List.of(FullHouse.LONG));
        found.put("/invariants", List.of());
        found.put("/admin/owners", List.of());
        found.put("/admin/owners/" + owner + "/items", List.of(FullHouse.SKU, FullHouse.NAME, FullHouse.LONG));
        found.put("/admin/owners/" + owner + "/items/" + FullHouse.encoded(FullHouse.SKU), List.of(FullHouse.SKU));
        found.put("/admin/owners/" + owner + "/new-item", List.of());
        found.put("/admin/places?warehouse=" + world.warehouse, List.of("A-01"));
        found.put("/admin/places/import?warehouse=" + world.warehouse, List.of());
        found.put("/admin/policies", List.of());
        found.put("/admin/people", List.of());
        found.put("/admin/keys", List.of());
        found.put("/admin/webhooks", List.of());
        found.put("/admin/webhooks/" + webhook, List.of("shop.example.com"));
        found.put("/admin/plans", List.of());
        found.put("/admin/plans/" + storage.plan, List.of("0.75"));
        found.putAll(fees());
        return found;
    }

    private Map<String, List<String>> fees() {
        String payer = storage.world.owner;
        String at = "warehouse=" + storage.world.warehouse;
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("/fees?owner=" + payer + "&" + at + "&month=2026-03", List.of("3.00", FullHouse.LOT));
        found.put("/fees/" + payer + "/why?" + at + "&month=2026-03", List.of("3.00", "124.000", FullHouse.LOT));
        found.put("/fees/" + payer + "/outlook?" + at + "&month=2026-04", List.of());
        found.put("/fees/" + payer + "/savings?" + at, List.of());
        found.put("/fees/" + payer + "/what-if?" + at, List.of());
        found.put("/fees/" + payer + "/statements", List.of(statement));
        found.put("/fees/" + payer + "/statements/" + statement, List.of("3.00", FullHouse.LOT));
        return found;
    }
}
