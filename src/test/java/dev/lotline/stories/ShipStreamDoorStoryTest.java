package dev.lotline.stories;

import static dev.lotline.given.Rpc.post;
import static dev.lotline.given.Rpc.request;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Books;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Rpc;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door of ShipStream's merchants: who comes in and how, what is no call, and that every no is JSON-RPC. */
@QuarkusTest
class ShipStreamDoorStoryTest {
    private World world;
    private String name;
    private String key;

    @BeforeEach
    void a_merchant_with_a_key() {
        world = World.acceptance();
        name = "M-" + world.owner;
        key = House.token(Map.of("name", name, "role", "MERCHANT", "owners", List.of(world.owner)));
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_session_stands_for_the_key_that_opened_it() {
        String session = login();
        assertTrue(session.matches("[0-9a-f]{32}"), session);
        assertNotEquals(session, login());
        assertEquals("GUMMY-60", inventory(session).getString("result[0].sku"));
        assertEquals(1234, inventory(session).getInt("id"));
    }

    @Test
    void what_is_stored_of_a_session_is_worth_nothing_without_it() {
        String session = login();
        assertEquals(
                0,
                Books.run(
                        "DELETE FROM rpc_session WHERE position(? IN encode(sealed_key, 'escape')) > 0"
                                + " OR encode(id, 'hex') LIKE '%' || ? || '%'",
                        key, session));
        assertNull(inventory(session).get("error"));
    }

    @Test
    void t20_an_expired_session_must_log_in_again() {
        String session = login();
        Books.run("UPDATE rpc_session SET expires_at = now() WHERE holder = ?", name);
        assertError(-32005, inventory(session));
        assertError(-32005, inventory("0123456789abcdef0123456789abcdef"));
        assertError(-32005, inventory("no session at all"));
    }

    @Test
    void a_session_lasts_a_day_and_a_holder_has_twenty_of_them() {
        String first = login();
        assertEquals(
                1,
                Books.run(
                        "UPDATE rpc_session SET holder = holder WHERE holder = ?"
                                + " AND expires_at - opened_at = interval '24 hours'",
                        name));
        for (int n = 0; n < 20; n++) {
            assertNull(inventory(login()).get("error"));
        }
        assertError(-32005, inventory(first));
    }

    @Test
    void a_session_ends_with_its_key() throws InterruptedException {
        String session = login();
        assertNull(inventory(session).get("error"));
        House.admin().delete("/api/v1/admin/credentials/" + name).then().statusCode(204);
        long end = System.nanoTime() + 3_000_000_000L;
        while (inventory(session).get("error") == null && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertError(-32005, inventory(session));
    }

    @Test
    void a_wrong_name_and_a_wrong_key_get_the_same_no() {
        JsonPath wrongName =
                post(null, request("login", List.of("nobody", key))).jsonPath();
        JsonPath wrongKey =
                post(null, request("login", List.of(name, "ll_k_wrong"))).jsonPath();
        assertError(-32002, wrongName);
        assertEquals(wrongName.prettify(), wrongKey.prettify());
        assertError(-32006, post(null, request("login", List.of(name))).jsonPath());
        assertError(-32002, inventory(null));
    }

    @Test
    void whoever_guesses_keys_has_to_wait() {
        for (int n = 0; n < 10; n++) {
            JsonPath wrong = post(null, request("login", List.of(name, "ll_k_guess" + n)))
                    .jsonPath();
            assertError(-32002, wrong);
            assertNull(wrong.get("error.data"));
        }
        for (Response late : List.of(
                post(null, request("login", List.of(name, key))),
                post(basic(name, key), request("call", Arrays.asList(null, "inventory.list"))))) {
            assertError(-32002, late.jsonPath());
            assertEquals("TOO_MANY_ATTEMPTS", late.path("error.data.code"));
            int seconds = late.path("error.data.retryAfterSeconds");
            assertTrue(seconds > 0 && seconds <= 60, seconds + " s");
        }
        String other = "N-" + world.owner;
        String otherKey = House.token(Map.of("name", other, "role", "MERCHANT", "owners", List.of(world.owner)));
        assertNull(post(null, request("login", List.of(other, otherKey)))
                .jsonPath()
                .get("error"));
        assertNull(post("Bearer " + key, request("call", Arrays.asList(null, "inventory.list")))
                .jsonPath()
                .get("error"));
    }

    @Test
    void basic_and_bearer_do_without_a_session_here_and_basic_nowhere_else() {
        String basic = basic(name, key);
        for (String authorization : List.of(basic, "Bearer " + key)) {
            JsonPath answer = post(authorization, call(null, "inventory.list")).jsonPath();
            assertEquals("GUMMY-60", answer.getString("result[0].sku"), answer.prettify());
        }
        for (String wrong : List.of(basic + "x", "Basic ?", "Basic Zm9v", "Bearer nonsense", "Digest x", "")) {
            assertError(-32002, post(wrong, call(null, "inventory.list")).jsonPath());
        }
        given().header("Authorization", basic).get("/api/v1/owners").then().statusCode(401);
    }

    @Test
    void a_batch_is_answered_call_by_call_and_notifications_not_at_all() {
        Map<String, Object> notification = request("call", Arrays.asList(null, "inventory.list"));
        notification.remove("id");
        JsonPath answers = post(
                        "Bearer " + key,
                        Arrays.asList(call(null, "inventory.list"), 1, notification, call(null, "inventory.nothing")))
                .jsonPath();
        assertEquals(Arrays.asList(1234, null, 1234), answers.getList("id"));
        assertEquals("GUMMY-60", answers.getString("[0].result[0].sku"));
        assertNull(answers.get("[0].error"));
        assertEquals(-32600, answers.getInt("[1].error.code"));
        assertEquals(-32004, answers.getInt("[2].error.code"));

        Response nothing = post("Bearer " + key, notification);
        assertEquals(204, nothing.statusCode());
        assertEquals("", nothing.asString());
        assertEquals(204, post("Bearer " + key, List.of(notification)).statusCode());
        assertError(-32600, post("Bearer " + key, List.of()).jsonPath());
        assertError(
                -32600,
                post("Bearer " + key, Collections.nCopies(51, notification)).jsonPath());
    }

    @Test
    void what_is_no_call_is_told_in_the_words_of_json_rpc() {
        for (String unreadable : List.of("{", "", "{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\"}", "[1", "\u0000")) {
            assertError(-32700, post(null, unreadable).jsonPath());
        }
        for (String none : List.of(
                "1",
                "null",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"method\":\"call\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"method\":7,\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"id\":{}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"id\":1,\"params\":5}")) {
            assertError(-32600, post(null, none).jsonPath());
        }
        assertError(-32601, post(null, request("logout", List.of())).jsonPath());
        assertError(
                -32602,
                post(null, "{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"id\":1,\"params\":{}}")
                        .jsonPath());
        assertError(
                -32602,
                post(null, request("call", List.of("s", "inventory.list", Map.of())))
                        .jsonPath());
        assertError(
                -32006,
                post("Bearer " + key, request("call", Collections.singletonList(null)))
                        .jsonPath());
        assertError(-32003, post("Bearer " + key, call(null, "weather.list")).jsonPath());
        assertError(-32003, post("Bearer " + key, call(null, "list")).jsonPath());
        assertError(
                -32004, post("Bearer " + key, call(null, "inventory.change")).jsonPath());
    }

    @Test
    void the_version_is_a_text_or_a_number_and_the_arguments_may_be_absent() {
        for (String version : List.of("2.0", "2", "\"2.0\"")) {
            String body = "{\"jsonrpc\" : " + version + ",\"id\" : \"a\",\"method\" : \"call\",\"params\" : [null,"
                    + "\"inventory.list\"]}";
            JsonPath answer = post("Bearer " + key, body).jsonPath();
            assertEquals("GUMMY-60", answer.getString("result[0].sku"), answer.prettify());
            assertEquals("2.0", answer.getString("jsonrpc"));
            assertEquals("a", answer.getString("id"));
        }
        assertNull(post("Bearer " + key, request("call", Arrays.asList(null, "inventory.list", null)))
                .jsonPath()
                .get("error"));
        assertEquals(-32602, Rpc.as(key).error("inventory.list", null, null, null, "one too many"));
        assertEquals(-32602, Rpc.as(key).error("inventory.list", List.of(7)));
        assertEquals(-32602, Rpc.as(key).error("inventory.list", null, "one"));
    }

    @Test
    void other_methods_types_and_sizes_are_refused_in_the_same_form() {
        Response get = given().get("/api/jsonrpc");
        assertEquals(405, get.statusCode());
        assertEquals("POST", get.header("Allow"));
        assertError(-32600, get.jsonPath());
        Response form = given().contentType("text/xml").body("<a/>").post("/api/jsonrpc");
        assertEquals(415, form.statusCode());
        assertError(-32600, form.jsonPath());
        Response large = post(null, "[" + " ".repeat(256 * 1024) + "]");
        assertEquals(413, large.statusCode());
        assertError(-32600, large.jsonPath());
    }

    @Test
    void a_credential_may_call_what_its_role_may() {
        JsonPath warehouses = Rpc.as(key).result("warehouse.list");
        Set<String> names = new HashSet<>(warehouses.getList("name", String.class));
        assertTrue(names.contains(world.warehouse), names.toString());
        assertTrue(warehouses
                .getString("find { it.name == '" + world.warehouse + "' }.warehouse_id")
                .matches("[0-9]+"));
        String bound =
                House.token(Map.of("name", "B-" + name, "role", "DEVICE", "warehouses", List.of(world.warehouse)));
        assertEquals(
                List.of(world.warehouse), Rpc.as(bound).result("warehouse.list").getList("name"));
    }

    private static String basic(String name, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    private String login() {
        JsonPath answer = post(null, request("login", List.of(name, key))).jsonPath();
        assertNull(answer.get("error"), answer::prettify);
        return answer.getString("result");
    }

    private static JsonPath inventory(String session) {
        Response response = post(null, call(session, "inventory.list"));
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    private static Map<String, Object> call(String session, String path) {
        return request("call", Arrays.asList(session, path));
    }

    private static void assertError(int code, JsonPath answer) {
        assertEquals(code, answer.getInt("error.code"), answer::prettify);
        assertEquals("2.0", answer.getString("jsonrpc"));
        assertFalse(answer.getString("error.message").isBlank());
        assertTrue(answer.getMap("").containsKey("id"), "an answer repeats the id, or says null");
        assertFalse(answer.prettify().contains("dev.lotline"), answer.prettify());
    }
}
