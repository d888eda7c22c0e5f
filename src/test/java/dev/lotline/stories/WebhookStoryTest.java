package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.Receiver;
import dev.lotline.given.Receiver.Message;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant's system is told what happens to the merchant's goods, and can prove who told it. */
@QuarkusTest
class WebhookStoryTest {
    private static final String HOOKS = "/api/v1/webhooks/";
    private World world;

    @BeforeEach
    void house() {
        world = World.acceptance();
    }

    @Test
    void a_merchant_is_told_of_its_own_goods_and_can_prove_by_whom() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String hook = "M-" + world.owner;
            String secret =
                    subscribe(hook, receiver, "STANDARD", "lotline.receiving").getString("secret");
            World other = world.again();
            other.stock("GUMMY-60", "L-Z", "2026-12-31", 5, "B-01");
            received("WRO-1");
            await(() -> types(receiver).contains("lotline.receiving.COMMIT"));
            Set<String> ids = new HashSet<>();
            for (Message message : receiver.messages()) {
                assertTrue(ids.add(message.header("webhook-id")), "told once");
                assertEquals(
                        "v1," + hmac(Base64.getDecoder().decode(secret.substring("whsec_".length())), signed(message)),
                        message.header("webhook-signature"));
                JsonPath body = JsonPath.from(message.body());
                assertEquals(world.owner, body.getString("data.owner"), message.body());
                assertEquals(world.warehouse, body.getString("data.warehouse"));
            }
            JsonPath count = JsonPath.from(receiver.messages().stream()
                    .filter(message -> message.body().contains("lotline.receiving.RECEIVE"))
                    .findFirst()
                    .orElseThrow()
                    .body());
            assertEquals("L-A", count.getString("data.movements[0].lotNumber"));
            assertEquals("DOCK-1", count.getString("data.movements[0].to.location"));
            assertEquals(98, count.getInt("data.movements[0].quantity"));
            rotation(hook, secret, receiver);
        }
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    private void rotation(String hook, String old, Receiver receiver) throws Exception {
        String fresh = call().post(HOOKS + hook + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        assertNotEquals(old, fresh);
        call().get(HOOKS + hook).then().statusCode(200).body("secret", org.hamcrest.Matchers.nullValue());
        JsonPath log = call().get(HOOKS + hook + "/deliveries?state=DELIVERED").jsonPath();
        assertEquals(receiver.messages().size(), log.getList("items").size());
        int before = receiver.messages().size();
        call().post(HOOKS + hook + "/deliveries/" + log.getString("items[0].id") + "/replay")
                .then()
                .statusCode(204);
        await(() -> receiver.messages().size() > before);
        Message again = receiver.messages().get(before);
        assertEquals("msg_" + log.getString("items[0].id"), again.header("webhook-id"));
        String both = again.header("webhook-signature");
        assertEquals(2, both.split(" ").length, both);
        assertTrue(both.contains(hmac(Base64.getDecoder().decode(old.substring(6)), signed(again))));
        assertTrue(both.contains(hmac(Base64.getDecoder().decode(fresh.substring(6)), signed(again))));
    }

    @Test
    void shipstream_is_told_of_one_adjustment_for_a_committed_delivery() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String secret = subscribe("S-" + world.owner, receiver, "SHIPSTREAM", "inventory:adjusted")
                    .getString("secret");
            received("WRO-1");
            await(() -> !receiver.messages().isEmpty());
            world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 8)).then().statusCode(201);
            Map<String, Object> task = world.release("O-1").get(0);
            ok(world.pick(task, "L-A", 8));
            call().body(Map.of(
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
                            -1,
                            "reason",
                            "BROKEN"))
                    .post("/api/v1/adjustments")
                    .then()
                    .statusCode(201);
            await(() -> receiver.messages().size() > 1);
            JsonPath first = JsonPath.from(receiver.messages().get(0).body());
            assertEquals("inventory:adjusted", first.getString("topic"));
            assertEquals(1, first.getInt("message.webhook_increment_id"));
            assertEquals(98, first.getInt("message.stock_adjustments.'GUMMY-60'.qty_adjust"));
            assertEquals(98, first.getInt("message.stock_adjustments.'GUMMY-60'.qty_advertised"));
            // the pick was no adjustment
            JsonPath second = JsonPath.from(receiver.messages().get(1).body());
            assertEquals(2, second.getInt("message.webhook_increment_id"));
            assertEquals(-1, second.getInt("message.stock_adjustments.'GUMMY-60'.qty_adjust"));
            assertEquals(89, second.getInt("message.stock_adjustments.'GUMMY-60'.qty_available"));
            assertEquals(
                    hmac(
                            secret.getBytes(StandardCharsets.UTF_8),
                            receiver.messages().get(1).body()),
                    receiver.messages().get(1).header("x-plugin-hmac-sha256"));
        }
    }

    @Test
    void a_receiver_that_fails_or_hangs_is_tried_again_and_keeps_nobody_waiting() throws Exception {
        try (Receiver failing = new Receiver().answers(503);
                Receiver hanging = new Receiver().hangs();
                Receiver elsewhere = new Receiver().answers(302);
                Receiver gone = new Receiver().answers(410);
                Receiver well = new Receiver()) {
            for (int n = 0; n < 12; n++) {
                subscribe("H-" + n + world.owner, hanging, "STANDARD", "lotline.receiving");
            }
            subscribe("F-" + world.owner, failing, "STANDARD", "lotline.receiving");
            subscribe("E-" + world.owner, elsewhere, "STANDARD", "lotline.receiving");
            subscribe("G-" + world.owner, gone, "STANDARD", "lotline.receiving");
            subscribe("W-" + world.owner, well, "STANDARD", "lotline.receiving");
            received("WRO-1");
            await(() -> types(well).contains("lotline.receiving.COMMIT"));
            await(() -> failing.messages().stream()
                            .filter(message -> message.header("webhook-id")
                                    .equals(failing.messages().get(0).header("webhook-id")))
                            .count()
                    > 1);
            failing.answers(200);
            await(() -> call().get(HOOKS + "F-" + world.owner + "/deliveries?state=DELIVERED")
                            .jsonPath()
                            .getList("items")
                            .size()
                    == types(well).size());
            await(() -> !call().get(HOOKS + "G-" + world.owner).jsonPath().getBoolean("active"));
            JsonPath log =
                    call().get(HOOKS + "E-" + world.owner + "/deliveries").jsonPath();
            assertEquals("HTTP 302", log.getString("items[-1].failure"));
            for (String ended : List.of("F-", "E-", "W-")) {
                call().delete(HOOKS + ended + world.owner).then().statusCode(204);
            }
            for (int n = 0; n < 12; n++) {
                call().delete(HOOKS + "H-" + n + world.owner).then().statusCode(204);
            }
        }
    }

    @Test
    void a_subscription_that_can_not_be_is_refused_with_every_reason() {
        call().body(Map.of("url", "ftp://x", "topics", List.of("everything"), "dialect", "FAX"))
                .put(HOOKS + "BAD")
                .then()
                .statusCode(400)
                .body("violations.field", org.hamcrest.Matchers.hasItems("url", "topics", "dialect"));
        call().get(HOOKS + "NOBODY").then().statusCode(404);
        call().body(Map.of("url", "https://shop.example.com/x", "topics", List.of("lotline.order"), "owner", "NOBODY"))
                .put(HOOKS + "BAD")
                .then()
                .statusCode(404);
    }

    private JsonPath subscribe(String hook, Receiver receiver, String dialect, String topic) {
        Response made = call().body(Map.of(
                        "url", receiver.url(), "topics", List.of(topic), "owner", world.owner, "dialect", dialect))
                .put(HOOKS + hook);
        assertEquals(201, made.statusCode(), made.asString());
        return made.jsonPath();
    }

    private void received(String reference) {
        world.announce(reference, "GUMMY-60", false, lot("L-A", "2026-06-30", 98))
                .then()
                .statusCode(201);
        ok(world.receive(reference, "GUMMY-60", "L-A", "2026-06-30", 98));
        ok(world.stow(reference, "GUMMY-60", "L-A", "2026-06-30", 98, "A-01"));
        world.document("commit", reference).then().statusCode(200);
    }

    private static List<String> types(Receiver receiver) {
        return receiver.messages().stream()
                .map(message -> JsonPath.from(message.body()).getString("type"))
                .distinct()
                .toList();
    }

    private static String signed(Message message) {
        return message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
    }

    private static String hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void await(BooleanSupplier what) {
        long since = System.nanoTime();
        while (!what.getAsBoolean()) {
            assertTrue(System.nanoTime() - since < 20_000_000_000L, "it does not happen");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
