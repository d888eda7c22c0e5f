package dev.lotline.edge.messaging.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Handset;
import dev.lotline.given.PrintHouse;
import dev.lotline.given.World;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application reads documents and raw scans from a real broker: each is done once, however often it is sent
 * and whenever the application dies; what is no good comes out on the dead-letter topic of the same broker with the reason;
 * a database that is away for long makes the broker wait, not the heap grow. Run by the profile brokers.
 */
@Timeout(900)
class BrokersInRun {
    private static final int ORDERS = Integer.getInteger("brokers.orders", 2_000);
    private static final int LOCKED = Integer.getInteger("brokers.locked", 75);
    private static final int LARGE = Integer.getInteger("brokers.large", 400);
    private static final int PORT = 18_420;
    private static final int HEAP = 256;

    @TempDir
    private Path folder;

    private final Map<String, JsonObject> dead = new ConcurrentHashMap<>();
    private final String gtin = Handset.gtin();
    private Broker broker;
    private PrintHouse house;
    private PackagedNode node;
    private World world;
    private Handset scanner;
    private int number;

    @Test
    void mosquitto() throws Exception {
        play(new Mosquitto(folder));
    }

    @Test
    void rabbitmq() throws Exception {
        play(new Rabbit(folder));
    }

    @Test
    void kafka() throws Exception {
        play(new Kafka(folder));
    }

    private void play(Broker real) throws Exception {
        try (PrintHouse empty = new PrintHouse();
                real) {
            house = empty;
            broker = real;
            house.run("ALTER DATABASE lotline SET synchronous_commit = on");
            broker.start();
            broker.consume(this::told);
            start();
            try {
                given();
                step("once", this::each_is_done_once);
                step("poison", this::poison_comes_out_with_its_reason);
                step("away", this::what_is_sent_while_it_is_away_is_done);
                step("killed", this::killed_in_the_middle);
                step("locked", this::a_database_that_is_away_makes_the_broker_wait);
                if (broker.keeps()) {
                    step("broker", this::a_broker_that_dies_is_read_again);
                }
            } finally {
                node.close();
            }
        }
    }

    private void step(String name, Broker.Attempt step) throws Exception {
        long begun = System.nanoTime();
        step.run();
        System.getLogger("brokers")
                .log(
                        System.Logger.Level.INFO,
                        "%s in, %s: %.1f s, %d messages done, %d dead"
                                .formatted(
                                        broker.getClass().getSimpleName(),
                                        name,
                                        (System.nanoTime() - begun) / 1e9,
                                        house.number("SELECT count(*) FROM inbox WHERE code IS NULL"),
                                        dead.size()));
    }

    private void given() {
        RestAssured.port = PORT;
        world = World.acceptance();
        world.item("GUMMY-60", Map.of("barcodes", List.of(Map.of("code", gtin, "quantity", 1))));
        scanner = Handset.of(world, "standard", Map.of());
    }

    private void each_is_done_once() throws Exception {
        byte[] receipt = event(new JsonObject()
                .put("reference", "R-1")
                .put("kind", "WRO")
                .put("owner", world.owner)
                .put("warehouse", world.warehouse)
                .put(
                        "lines",
                        List.of(Map.of(
                                "sku",
                                "GUMMY-60",
                                "quantity",
                                20,
                                "lots",
                                List.of(World.lot("L-A", "2026-06-30", 20))))));
        twice("receiving-orders", receipt);
        done(1);
        twice("scans", scan("R-1"));
        twice("scans", scan("]d201" + gtin + "17260630" + "10L-A"));
        done(3);
        assertEquals(1, house.number("SELECT count(*) FROM movement"));
        twice("orders", order("O-1", 8, ""));
        done(4);
        assertEquals(1, house.number("SELECT count(*) FROM receiving_order"));
        assertEquals(1, house.number("SELECT count(*) FROM customer_order"));
        assertEquals(0, house.number("SELECT count(*) FROM dead_letter"));
    }

    private void poison_comes_out_with_its_reason() throws Exception {
        long before = doneSoFar();
        send("orders", "{ no json");
        dead("MALFORMED", null);
        broker.send("orders", scanner.device, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        dead("MALFORMED", null);
        send("orders", "[1, 2]");
        dead("MALFORMED", null);
        send("orders", "");
        dead("MALFORMED", null);
        if (broker instanceof Kafka) {
            // the same as an empty one: known already
            broker.send("orders", scanner.device, null);
        }
        broker.send(
                "orders",
                scanner.device,
                event(new JsonObject().put("reference", Map.of()).put("owner", "X")));
        dead("VALIDATION_FAILED", "reference");
        broker.send(
                "orders",
                scanner.device,
                event(new JsonObject(text(order("O-2", 1, "")))
                        .getJsonObject("data")
                        .put("owner", "NOBODY")));
        dead("UNKNOWN_OWNER", "owner");
        send("orders", "x".repeat(1_000_000));
        dead("MALFORMED", null);
        broker.send("orders", scanner.device, order("O-" + "3".repeat(1_000_000), 1, ""));
        dead("MALFORMED", null);
        send("scans", "7");
        dead("MALFORMED", null);
        broker.send(
                "scans",
                scanner.device,
                new JsonObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("device", scanner.device)
                        .put("data", List.of(1))
                        .toBuffer()
                        .getBytes());
        dead("VALIDATION_FAILED", "data");
        send("receiving-orders", "null");
        dead("MALFORMED", null);
        twice("orders", order("O-4", 1, ""));
        twice("scans", scan("LOC-A-01"));
        done((int) before + 2);
    }

    private void what_is_sent_while_it_is_away_is_done() throws Exception {
        long before = doneSoFar();
        node.kill();
        for (int n = 0; n < 300; n++) {
            broker.send("orders", scanner.device, order("AWAY-" + n, 1, ""));
            broker.send("scans", scanner.device, scan("LOC-A-0" + (1 + n % 2)));
        }
        start();
        done((int) before + 600);
        once("AWAY-%", 300);
    }

    private void killed_in_the_middle() throws Exception {
        long before = doneSoFar();
        for (int n = 0; n < ORDERS; n++) {
            broker.send("orders", scanner.device, order("KILLED-" + n, 1, ""));
            if (n == ORDERS / 2 || n == ORDERS * 3 / 4) {
                node.kill();
                start();
            }
        }
        node.kill();
        start();
        done((int) before + ORDERS);
        once("KILLED-%", ORDERS);
    }

    /** More than fits into the heap of the application waits at the broker. */
    private void a_database_that_is_away_makes_the_broker_wait() throws Exception {
        long before = doneSoFar();
        String padding = " ".repeat(900_000);
        long begun = System.nanoTime();
        house.run("BEGIN; LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE");
        for (int n = 0; n < LARGE; n++) {
            broker.send("orders", scanner.device, order("LARGE-" + n, 1, padding));
        }
        LockSupport.parkNanos(Math.max(0, LOCKED * 1_000_000_000L - (System.nanoTime() - begun)));
        house.run("COMMIT");
        done((int) before + LARGE);
        once("LARGE-%", LARGE);
    }

    private void a_broker_that_dies_is_read_again() throws Exception {
        long before = doneSoFar();
        broker.kill();
        broker.start();
        Broker.until("sent", () -> broker.send("orders", scanner.device, order("BROKER-1", 1, "")));
        broker.send("scans", scanner.device, scan("LOC-A-01"));
        done((int) before + 2);
        once("BROKER-%", 1);
    }

    private void once(String like, int many) throws Exception {
        assertEquals(
                List.of(List.of("" + many, "" + many)),
                house.ask("SELECT count(*), count(DISTINCT reference) FROM customer_order WHERE reference LIKE '" + like
                        + "'"));
        assertEquals(dead.size(), house.number("SELECT count(*) FROM dead_letter"));
    }

    private void start() throws Exception {
        node = new PackagedNode(folder.resolve("node-" + ++number + ".log"), PORT, HEAP, house, broker.inbound());
        RestAssured.port = PORT;
        try {
            Broker.until(
                    "ready", () -> World.call().get("/q/health/ready").then().statusCode(200));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(node.endOfLog(), e);
        }
    }

    private long doneSoFar() throws Exception {
        return house.number("SELECT count(*) FROM inbox WHERE code IS NULL");
    }

    private void done(int many) throws Exception {
        long since = System.nanoTime();
        long last = -1;
        while (true) {
            long now = doneSoFar();
            if (now >= many) {
                assertEquals(many, now);
                return;
            }
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
            assertTrue(
                    node.alive() && System.nanoTime() - since < 90_000_000_000L,
                    "it stands still at " + now + " of " + many + "; " + dead.values() + node.endOfLog());
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** The next dead letter that the broker brings has this reason. */
    private void dead(String code, String field) throws Exception {
        int many = dead.size();
        long since = System.nanoTime();
        while (dead.values().stream().noneMatch(each -> each.getValue("seen") == null)) {
            assertTrue(
                    System.nanoTime() - since < 90_000_000_000L,
                    "no dead letter " + code + " behind " + many + "; " + node.endOfLog());
            LockSupport.parkNanos(50_000_000);
        }
        JsonObject next = dead.values().stream()
                .filter(each -> each.getValue("seen") == null)
                .findFirst()
                .orElseThrow();
        next.put("seen", true);
        assertEquals(code, next.getString("code"), next.encode());
        assertEquals(field, next.getString("field"), next.encode());
        assertTrue(!next.getString("detail").isBlank(), next.encode());
    }

    private void told(byte[] body) {
        JsonObject event = new JsonObject(text(body));
        if ("DEAD_LETTER".equals(event.getJsonObject("data").getString("operation"))) {
            dead.putIfAbsent(event.getString("id"), event.getJsonObject("data"));
        }
    }

    private void send(String channel, String text) throws Exception {
        broker.send(channel, scanner.device, text.getBytes(StandardCharsets.UTF_8));
    }

    private void twice(String channel, byte[] body) throws Exception {
        broker.send(channel, scanner.device, body);
        broker.send(channel, scanner.device, body);
    }

    private byte[] scan(String data) {
        return new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("device", scanner.device)
                .put("data", data)
                .toBuffer()
                .getBytes();
    }

    private byte[] order(String reference, int quantity, String padding) {
        byte[] event = event(new JsonObject()
                .put("reference", reference)
                .put("owner", world.owner)
                .put("warehouse", world.warehouse)
                .put("lines", List.of(Map.of("sku", "GUMMY-60", "quantity", quantity))));
        return (text(event) + padding).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] event(JsonObject data) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/shop")
                .put("type", "shop.document")
                .put("data", data)
                .toBuffer()
                .getBytes();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
