package dev.lotline.hostile;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;

import dev.lotline.given.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All doors by which a client writes, each with a request that a furnished world would take. */
final class Doors {
    private final World world;
    private final List<Door> scanDoors;
    final String own;
    final String house;
    final String lotId;
    final String exceptionId;
    final String adjustment;
    final String count;
    final long task;

    private Doors(World world) {
        this.world = world;
        this.scanDoors = Stream.of(PrintDoors.of(world), ScanDoors.of(world), EventDoors.of(world))
                .flatMap(List::stream)
                .toList();
        own = "/api/v1/owners/" + world.owner;
        house = "/api/v1/warehouses/" + world.warehouse;
        lotId = world.get("/owners/" + world.owner + "/items/GUMMY-60/lots").getString("items[0].lotId");
        exceptionId = world.get("/receiving-orders/" + world.owner + "/OPEN")
                .getString("lines[0].exceptions.find { it.state == 'OPEN' }.id");
        adjustment = "/api/v1/adjustments/"
                + world.get("/adjustments?owner=" + world.owner).getString("items[0].id");
        task = ((Number) world.release("O-TASK").get(0).get("task")).longValue();
        count = "/api/v1/counts/"
                + world.get("/counts?warehouse=" + world.warehouse).getString("items[0].id");
    }

    /**
     * Stock on a shelf, an order with an open task, an order with a picked unit, a receipt with an exception, an
     * adjustment and a count that wait.
     */
    static Doors furnished(World world) {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 50, "A-01");
        world.put("/owners/" + world.owner + "/items/PLAIN", Map.of("name", "No lots", "tracking", true));
        world.put("/owners/" + world.owner + "/items/IDEA", Map.of("name", "No stock", "tracking", false));
        world.announce("OPEN", "GUMMY-60", false, lot("L-B", "2026-11-30", 40))
                .then()
                .statusCode(201);
        ok(world.receive("OPEN", "GUMMY-60", "L-B", "2026-11-30", 5));
        world.receive("OPEN", "GUMMY-60", "L-Q", "2026-10-31", 2);
        world.announce("FRESH", "GUMMY-60", false, lot("L-C", "2026-11-30", 4))
                .then()
                .statusCode(201);
        for (String order : List.of("O-NEW", "O-TASK", "O-PICKED")) {
            world.order(order, Map.of("sku", "GUMMY-60", "quantity", 3)).then().statusCode(201);
        }
        World.call()
                .body(Map.of(
                        "reference",
                        "PO-OPEN",
                        "owner",
                        world.owner,
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 9))))
                .post("/api/v1/purchase-orders")
                .then()
                .statusCode(201);
        World.call().body(Map.of("type", "TOTE")).put("/api/v1/warehouses/" + world.warehouse + "/locations/T-1");
        world.release("O-TASK");
        ok(world.pick(world.release("O-PICKED").get(0), "L-A", 1));
        Map<String, ?> units = Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", "L-A", "quantity", 9);
        World.call()
                .body(Map.of("code", "DOORS", "location", "A-01", "contents", List.of(units)))
                .post("/api/v1/warehouses/" + world.warehouse + "/plates")
                .then()
                .statusCode(200);
        World.call()
                .body(StockDoors.adjustment(world, 60))
                .post("/api/v1/adjustments")
                .then()
                .statusCode(202);
        world.scan(world.event(
                "COUNT", World.goods("GUMMY-60", "L-A", null, null, Map.of("counted", 500, "location", "A-01"))));
        LotDoors.furnish(world);
        return new Doors(world);
    }

    List<Door> all() {
        return Stream.of(documents(), StockDoors.of(world, adjustment, count), HoldDoors.of(world, task), scanDoors)
                .flatMap(List::stream)
                .toList();
    }

    private List<Door> documents() {
        String receipt = "/api/v1/receiving-orders/" + world.owner;
        String order = "/api/v1/orders/" + world.owner;
        return List.of(
                Door.of("PUT", "/api/v1/owners/N-" + world.owner, """
                        {"name":"N","kind":"CUSTOMER"}""", "name CODE!", "kind CHOICE!", "owner CODE"),
                Door.of(
                        "PUT",
                        "/api/v1/warehouses/N-" + world.warehouse,
                        """
                        {"name":"N","timeZone":"UTC","active":true,"priority":5,"lotVerification":"LOT","overReceiptPercent":10,"overReceiptUnits":25}""",
                        "name CODE!",
                        "timeZone WORD!",
                        "active FLAG",
                        "priority WHOLE",
                        "carrierCutOff WORD",
                        "lotVerification CHOICE",
                        "overReceiptPercent MEASURE",
                        "overReceiptUnits MEASURE",
                        "adjustUnits MEASURE",
                        "adjustPercent MEASURE",
                        "adjustValue MEASURE",
                        "warehouse CODE"),
                Door.of("PUT", house + "/buildings/B-1", """
                        {"name":"N"}""", "name CODE!", "building CODE"),
                Door.of(
                        "PUT",
                        house + "/locations/N-1",
                        """
                        {"type":"STORAGE","zone":"Z","pickable":true,"locked":false,"pickSequence":9,\
                        "storageClass":"SHELF","capacityVolume":3}""",
                        "type CHOICE!",
                        "building CODE",
                        "zone CODE",
                        "aisle CODE",
                        "bay CODE",
                        "level CODE",
                        "bin CODE",
                        "pickable FLAG",
                        "locked FLAG",
                        "pickSequence WHOLE",
                        "storageClass CHOICE",
                        "capacityVolume UNITS",
                        "temperatureClass CODE",
                        "location CODE"),
                item(),
                Door.of(
                        "POST",
                        own + "/items/GUMMY-60/lots",
                        """
                        {"lotNumber":"L-N","expirationDate":"2027-01-31","originationDate":"2026-01-31"}""",
                        "lotNumber CODE",
                        "expirationDate DATE",
                        "originationDate DATE"),
                Door.of(
                        "PATCH",
                        own + "/items/GUMMY-60/lots/" + lotId,
                        """
                        {"active":true,"originationDate":"2026-01-31","groupValue":"G"}""",
                        "active FLAG",
                        "originationDate DATE",
                        "groupValue TEXT"),
                receivingOrder(),
                Door.command(
                        receipt + "/OPEN/exceptions/" + exceptionId + "/resolve",
                        """
                        {"id":"k-1","decision":"REJECT","note":"no"}""",
                        "id CODE",
                        "decision WORD!",
                        "note CODE"),
                Door.command(receipt + "/OPEN/commit", """
                        {"id":"k-2"}""", "id CODE"),
                Door.command(receipt + "/OPEN/close", """
                        {"id":"k-3"}""", "id CODE"),
                Door.command(receipt + "/FRESH/cancel", """
                        {"id":"k-4"}""", "id CODE"),
                WorkDoors.purchaseOrder(world),
                Door.command("/api/v1/purchase-orders/" + world.owner + "/PO-OPEN/close", """
                        {"id":"k-8"}""", "id CODE"),
                Door.of(
                        "POST",
                        "/api/v1/admin/day-close",
                        """
                        {"id":"k-9","warehouse":"%s"}""".formatted(world.warehouse),
                        "id CODE",
                        "warehouse CODE!"),
                order(),
                Door.command(order + "/O-TASK/release", """
                        {"id":"k-5"}""", "id CODE"),
                Door.command(
                        order + "/O-PICKED/ship",
                        """
                        {"id":"k-6","carrier":"UPS","trackingNumber":"1Z","packages":1,"complete":false}""",
                        "id CODE",
                        "carrier CODE",
                        "trackingNumber CODE",
                        "packages WHOLE",
                        "complete FLAG"),
                WorkDoors.wave(world),
                Door.command(order + "/O-NEW/cancel", """
                        {"id":"k-7"}""", "id CODE"),
                Door.of(
                        "POST",
                        "/api/v1/admin/credentials",
                        """
                        {"name":"N-%s","role":"MERCHANT","owners":["A"],"warehouses":["B"]}""".formatted(world.owner),
                        "name CODE!",
                        "role CHOICE!",
                        "owners LIST!",
                        "warehouses LIST",
                        "owners[0] CODE!",
                        "warehouses[0] CODE!"),
                Door.of("PUT", "/api/v1/admin/clock", """
                        {"now":"2026-03-01T17:00:00Z"}""", "now INSTANT!"),
                plate("k-9", "", "\"code\":\"LPN-N1\",\"location\":\"A-01\",", "location CODE!"),
                plate("k-10", "/DOORS/split", "\"into\":\"LPN-N2\",", "into CODE"),
                Door.command(house + "/plates/DOORS/nest", """
                        {"id":"k-8"}""", "id CODE", "parent CODE"),
                Door.of(
                        "POST",
                        "/floor/resolve",
                        """
                        {"data":"X","symbology":"]C1","today":"2026-03-01","context":{"warehouse":"%s",\
                        "receivingOrder":{"owner":"A","reference":"B"}}}""".formatted(world.warehouse),
                        "data TEXT",
                        "symbology TEXT",
                        "capsLock FLAG",
                        "context OBJECT",
                        "context.receivingOrder OBJECT",
                        "context.receivingOrder.owner TEXT",
                        "context.receivingOrder.reference TEXT"));
    }

    private Door plate(String key, String path, String fields, String own) {
        return Door.command(
                house + "/plates" + path,
                """
                {"id":"%s",%s"contents":[{"owner":"%s","sku":"GUMMY-60","lotNumber":"L-A","state":"AVAILABLE",\
                "quantity":1}]}""".formatted(key, fields, world.owner),
                "id CODE",
                own,
                "contents LIST!",
                "contents[0].owner CODE!",
                "contents[0].sku CODE!",
                "contents[0].lotNumber CODE",
                "contents[0].expirationDate DATE",
                "contents[0].state WORD",
                "contents[0].quantity UNITS!");
    }

    private Door item() {
        return Door.of(
                "PUT",
                own + "/items/N-1",
                """
                {"name":"N","tracking":true,"lotTracked":true,"type":"FINISHED_GOOD","unit":"EA","decimals":0,"weight":1,\
                "dimensions":{"length":1,"width":1,"height":1,"unit":"in"},\
                "barcodes":[{"code":"CODE-1","quantity":1}],"components":[{"sku":"PLAIN","quantity":1}]}""",
                "name CODE!",
                "tracking FLAG!",
                "lotTracked FLAG",
                "type CHOICE",
                "status CHOICE",
                "visible FLAG",
                "unit CODE",
                "decimals WHOLE",
                "dimensions OBJECT",
                "dimensions.length MEASURE!",
                "dimensions.width MEASURE!",
                "dimensions.height MEASURE!",
                "dimensions.unit CHOICE!",
                "weight MEASURE",
                "barcodes LIST",
                "barcodes[0].code CODE!",
                "barcodes[0].quantity UNITS",
                "burnOrder CHOICE",
                "allowMixingLocations FLAG",
                "minShelfLifeDays WHOLE",
                "customerReturns CHOICE",
                "returnedToSender CHOICE",
                "rtsBackup CHOICE",
                "lowSupplyThreshold MEASURE",
                "reorderPoint MEASURE",
                "unitValue MEASURE",
                "lotNumberPattern CODE",
                "temperatureClass CODE",
                "storageClass CHOICE",
                "virtualInventory CHOICE",
                "components LIST",
                "components[0].sku CODE!",
                "components[0].quantity UNITS!",
                "owner CODE",
                "sku CODE");
    }

    private Door receivingOrder() {
        return Door.of(
                "POST",
                "/api/v1/receiving-orders",
                """
                {"reference":"R-N","kind":"WRO","owner":"%s","warehouse":"%s","expectedOn":"2026-03-02",\
                "autoCommit":false,"autoClose":false,"lines":[{"sku":"GUMMY-60","quantity":4,"lots":[{"lotNumber":"L-A",\
                "expirationDate":"2026-12-31","quantity":4}]}],"cartons":[{"sscc":"006141410000000074","contents":[{\
                "sku":"GUMMY-60","lotNumber":"L-A","expirationDate":"2026-12-31","quantity":4}]}]}""".formatted(world.owner, world.warehouse),
                "reference CODE!",
                "kind WORD!",
                "owner CODE!",
                "warehouse CODE!",
                "expectedOn DATE",
                "autoCommit FLAG",
                "autoClose FLAG",
                "lines LIST!",
                "lines[0].sku CODE!",
                "lines[0].quantity UNITS!",
                "lines[0].purchaseOrder CODE",
                "lines[0].lots LIST",
                "lines[0].lots[0].lotNumber CODE",
                "lines[0].lots[0].expirationDate DATE",
                "lines[0].lots[0].originationDate DATE",
                "lines[0].lots[0].quantity UNITS!",
                "cartons LIST",
                "cartons[0].sscc CODE!",
                "cartons[0].contents LIST!",
                "cartons[0].contents[0].sku CODE!",
                "cartons[0].contents[0].lotNumber CODE",
                "cartons[0].contents[0].expirationDate DATE",
                "cartons[0].contents[0].quantity UNITS!");
    }

    private Door order() {
        return Door.of(
                "POST",
                "/api/v1/orders",
                """
                {"reference":"O-N","owner":"%s","warehouse":"%s","shipBy":"2026-03-05","priority":1,\
                "customer":{"code":"C","name":"N","country":"US","minShelfLifeDays":3},"lines":[{"sku":"GUMMY-60","quantity":4,\
                "lotNumber":"L-A","singleLot":true,"minShelfLifeDays":3}]}""".formatted(world.owner, world.warehouse),
                "reference CODE!",
                "owner CODE!",
                "warehouse CODE",
                "shipBy DATE",
                "toWarehouse CODE",
                "customer OBJECT",
                "customer.code CODE",
                "customer.name CODE",
                "customer.country WORD",
                "customer.minShelfLifeDays WHOLE",
                "lines LIST!",
                "lines[0].sku CODE!",
                "lines[0].quantity UNITS!",
                "lines[0].lotNumber CODE",
                "lines[0].singleLot FLAG",
                "lines[0].minShelfLifeDays WHOLE");
    }
}
