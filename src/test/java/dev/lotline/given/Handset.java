package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A device that sends raw scans, registered in the warehouse of a world. */
public final class Handset {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-03-01T09:00:00Z");

    private static final AtomicInteger NEXT_GTIN = new AtomicInteger((int) (System.nanoTime() / 1_000 % 900_000_000));

    public final String device;
    private long seq;
    private long millis;

    private Handset(String device) {
        this.device = device;
    }

    /** A GTIN-14 that no other story has. */
    public static String gtin() {
        String digits = "0950" + String.format("%09d", NEXT_GTIN.incrementAndGet());
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            sum += (digits.charAt(n) - '0') * (n % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** With the shipped profile of this name and knobs over it; it stands on DOCK-1. */
    public static Handset of(World world, String profile, Map<String, ?> settings) {
        Handset handset = new Handset("RAW-" + world.warehouse + "-" + UUID.randomUUID());
        handset.register(world, profile, settings).then().statusCode(200);
        return handset;
    }

    public Response register(World world, String profile, Map<String, ?> settings) {
        return World.call()
                .body(Map.of(
                        "warehouse", world.warehouse, "profile", profile, "settings", settings, "location", "DOCK-1"))
                .put("/api/v1/devices/" + device);
    }

    /** The next scan, one second behind the one before. */
    public JsonPath scan(String data) {
        return sent(next(data));
    }

    /** A scan that is not sent yet. */
    public Map<String, Object> next(String data) {
        millis += 1_000;
        Map<String, Object> scan = new HashMap<>();
        scan.put("id", UUID.randomUUID().toString());
        scan.put("seq", ++seq);
        scan.put("at", MORNING.plusNanos(millis * 1_000_000).toString());
        scan.put("data", data);
        return scan;
    }

    public JsonPath sent(Map<String, ?> scan) {
        Response response = send(scan);
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    public Response send(Map<String, ?> scan) {
        return World.call().header("Lotline-Device", device).body(scan).post("/floor/scans");
    }

    /** Expects this code, whatever the verdict, and answers the reply. */
    public JsonPath told(String data, String code) {
        JsonPath reply = scan(data);
        assertEquals(code, reply.getString("code"), reply.prettify());
        return reply;
    }
}
