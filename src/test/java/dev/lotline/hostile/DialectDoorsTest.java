package dev.lotline.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The corpus against the two doors that answer in a form of their own: refused with a code, and nothing has changed. */
@QuarkusTest
class DialectDoorsTest extends Untouched {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RPC = "/api/jsonrpc";
    private static final String GRAPHQL = "/graphql";
    private static final int MOST = 256 * 1024;

    private static final Set<Integer> NO = Set.of(-32700, -32600, -32602, -32006, -32101, -32103, -32102);
    private static final Set<String> NO_CODES = Set.of(
            "MALFORMED", "VALIDATION_FAILED", "QUERY_TOO_LARGE", "UNKNOWN_ITEM", "UNKNOWN_LOCATION", "UNKNOWN_LOT");

    /** Bodies that only read, so that what a lenient reader takes does no harm. */
    private static final String LIST =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":[null,\"inventory.list\",[]]}";

    private static final String ITEMS =
            "{\"query\":\"{ inventoryItems(first: 1) { nodes { id } } }\",\"variables\":{},\"operationName\":null}";

    @Test
    void bad_bodies_are_refused_in_the_form_of_the_door() throws Exception {
        int cases = 0;
        for (String[] door : new String[][] {{RPC, LIST}, {GRAPHQL, ITEMS}}) {
            for (Door.Bad bad : Door.of("POST", door[0], door[1]).corpus().toList()) {
                cases++;
                judged(door[0], bad.why(), bad.body(), door[1], true);
            }
        }
        assertTrue(cases > 40, cases + " cases");
    }

    @Test
    void bad_fields_of_what_writes_are_refused_in_the_form_of_the_door() throws Exception {
        List<Door> writing = new ArrayList<>();
        writing.add(rpc(
                "delivery.create",
                Map.of(
                        "delivery_ref",
                        "NEW",
                        "merchant",
                        world.owner,
                        "warehouse_id",
                        1,
                        "expected_delivery",
                        "2026-05-01",
                        "auto_commit",
                        true,
                        "items",
                        List.of(Map.of("sku", "PLAIN", "qty", 5))),
                "delivery_ref CODE!",
                "warehouse_id COUNTER!",
                "expected_delivery DATE",
                "auto_commit FLAG",
                "items LIST!",
                "items[0].sku CODE!",
                "items[0].qty UNITS!"));
        writing.add(rpc(
                "order.create",
                Map.of(
                        "order_ref",
                        "NEW",
                        "merchant",
                        world.owner,
                        "ship_by",
                        "2026-05-01",
                        "items",
                        List.of(Map.of("sku", "PLAIN", "qty", 5))),
                "order_ref CODE!",
                "ship_by DATE",
                "items LIST!",
                "items[0].sku CODE!",
                "items[0].qty UNITS!"));
        String change = "mutation($i: ID!, $l: ID!, $q: Int, $r: String!) { inventoryQuickAdjust(inventoryItemId: $i,"
                + " locationId: $l, quantity: $q, reason: $r) { id } }";
        Map<String, Object> variables =
                Map.of("i", world.owner + ":PLAIN", "l", world.warehouse + ":B-01", "q", 1, "r", "found");
        writing.add(Door.of(
                "POST",
                GRAPHQL,
                json(Map.of("query", change, "variables", variables)),
                "query CODE!",
                "variables OBJECT",
                "variables.i CHOICE!",
                "variables.l CODE!",
                "variables.r TEXT!",
                "variables.q CHOICE!"));
        int cases = 0;
        for (Door door : writing) {
            for (String field : door.fields()) {
                for (Door.Bad bad : Door.of("POST", door.path(), door.body(), field)
                        .corpus()
                        .toList()) {
                    if (bad.why().startsWith(field.substring(0, field.indexOf(' ')) + " = ")) {
                        cases++;
                        judged(door.path(), bad.why(), bad.body(), door.body(), false);
                    }
                }
            }
        }
        assertTrue(cases > 150, cases + " cases");
    }

    private Door rpc(String method, Map<String, Object> argument, String... fields) throws Exception {
        String body = json(Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "call",
                "params",
                java.util.Arrays.asList(null, method, List.of(argument))));
        return Door.of(
                "POST",
                RPC,
                body,
                java.util.Arrays.stream(fields)
                        .map(field -> "params[2][0]." + field)
                        .toArray(String[]::new));
    }

    /** @param harmless a body that the door takes all the same is fine: it only reads */
    private void judged(String path, String why, String body, String good, boolean harmless) throws Exception {
        if (body.equals(good)) {
            return;
        }
        Answer answer = Client.json("POST", path, body);
        List<String> found = new ArrayList<>(answer.leaks());
        // a list is a batch of its door, answered call by call
        JsonNode said = answer.json().isArray() ? answer.json().path(0) : answer.json();
        if (path.equals(RPC)) {
            boolean taken = harmless && said.has("result");
            if (answer.status() != 200
                    || !taken && !NO.contains(said.at("/error/code").asInt())) {
                found.add("is no JSON-RPC error");
            }
        } else if (answer.status() == 400) {
            found.addAll(answer.wrongAsRefusal(400, "MALFORMED"));
        } else {
            boolean taken = harmless && said.path("errors").isMissingNode();
            String code = said.at("/errors/0/extensions/code").asText();
            if (answer.status() != 200 || !taken && !NO_CODES.contains(code)) {
                found.add("is no GraphQL error with a code");
            }
        }
        BadInputTest.report(wrong, path + " with " + why, found, answer);
    }

    @Test
    void a_body_that_is_too_long_is_refused_however_it_is_sent() throws Exception {
        for (String[] door : new String[][] {{RPC, LIST}, {GRAPHQL, ITEMS}}) {
            String good = door[1];
            String padded = good.substring(0, good.length() - 1) + ",\"pad\":\"" + "x".repeat(MOST) + "\"}";
            assertEquals(413, Client.json("POST", door[0], padded).status(), door[0]);
            assertEquals(413, chunked(door[0], padded).status(), door[0] + " without a length");
            assertEquals(200, chunked(door[0], good).status(), door[0] + " without a length");
        }
    }

    private static Answer chunked(String path, String body) throws Exception {
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST", path, "Content-Type: application/json", "Transfer-Encoding: chunked"));
            for (int from = 0; from < body.length() && !wire.answered(); from += 8_000) {
                String part = body.substring(from, Math.min(body.length(), from + 8_000));
                wire.send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
            }
            if (!wire.answered()) {
                wire.send("0\r\n\r\n");
            }
            return wire.answer();
        }
    }

    @Test
    void a_no_is_said_in_the_language_of_the_caller() throws Exception {
        String unknown = "{\"query\":\"{ inventoryItem(id: \\\"" + world.owner + ":NOTHING\\\") { id } }\"}";
        for (String[] asked : new String[][] {
            {unknown, "UNKNOWN_ITEM", "No "},
            {"{\"query\":\"{ inventoryItem(id: \"}", "MALFORMED", "No se puede leer la petición."},
            {"{\"query\":\"{ inventoryItem(id: 1) { colour } }\"}", "MALFORMED", "No se puede leer la petición."},
            {
                "{\"query\":\"{ inventoryPositions(first: 1000) { edges { node { quantities { edges { node { ref } } } } } } }\"}",
                "QUERY_TOO_LARGE",
                "La consulta"
            }
        }) {
            JsonNode said = Client.send(
                            "POST",
                            GRAPHQL,
                            "application/json",
                            asked[0].getBytes("UTF-8"),
                            "Accept-Language",
                            "es-MX,es;q=0.9")
                    .json();
            JsonNode error = said.has("errors") ? said.at("/errors/0") : said;
            String code = error.has("code")
                    ? error.path("code").asText()
                    : error.at("/extensions/code").asText();
            assertEquals(asked[1], code, said.toString());
            String message = error.has("detail")
                    ? error.path("detail").asText()
                    : error.path("message").asText();
            assertTrue(message.startsWith(asked[2]), said.toString());
        }
    }

    private static String json(Object value) throws Exception {
        return JSON.writeValueAsString(value);
    }
}
