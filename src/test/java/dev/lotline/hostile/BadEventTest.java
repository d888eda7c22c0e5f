package dev.lotline.hostile;

import static dev.lotline.hostile.BadInputTest.report;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Bad scans: what is no array of events is refused as a whole, any other gets its own refused verdict; and not a row
 * has changed, but for the stored refusals.
 */
@QuarkusTest
class BadEventTest extends Untouched {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "/floor/events";
    private static final String ID = "0199a000-0000-7000-8000-000000000000";

    @Test
    void bad_fields_are_refused_one_by_one() throws Exception {
        Door receive = door(
                Map.of("operation", "RECEIVE", "location", "DOCK-1", "reason", "none"),
                "id TEXT",
                "seq COUNTER",
                "at MOMENT",
                "warehouse CODE",
                "receivingOrder OBJECT",
                "receivingOrder.owner CODE",
                "receivingOrder.reference CODE",
                "owner CODE",
                "sku CODE",
                "lotNumber CODE",
                "expirationDate DATE",
                "originationDate DATE",
                "quantity UNITS",
                "location CODE!",
                "reason CODE",
                "barcodes LIST",
                "effort OBJECT",
                "order OBJECT",
                "operation WORD!",
                "barcode OBJECT",
                "receivingOrder TEXT!");
        Door move = door(
                Map.of(
                        "operation",
                        "MOVE",
                        "from",
                        "A-01",
                        "location",
                        "A-02",
                        "lotNumber",
                        "L-A",
                        "expirationDate",
                        "2026-12-31"),
                "from CODE!",
                "location CODE!",
                "quantity UNITS",
                "sku CODE",
                "tote CODE");
        Door pick = door(Map.of("operation", "PICK", "task", 1), "task WHOLE!", "tote CODE");
        Door undo = door(Map.of("operation", "UNDO", "of", ID), "of TEXT!");
        Door count = door(
                Map.of("operation", "COUNT", "location", "A-01", "counted", 1, "lotNumber", "L-A"),
                "counted MEASURE!",
                "position WHOLE",
                "location CODE!",
                "sku CODE");
        Door damage = door(
                Map.of("operation", "DAMAGE", "location", "A-01", "reason", "fell", "lotNumber", "L-A"),
                "reason CODE!",
                "location CODE!",
                "quantity UNITS");
        Door comeback = door(
                Map.of("operation", "RETURN", "location", "A-01", "kind", "RTS", "lotNumber", "L-A"),
                "kind WORD!",
                "returnOrder OBJECT",
                "order OBJECT",
                "location CODE!",
                "quantity UNITS");
        int cases = 0;
        for (Door door : List.of(receive, move, pick, undo, count, damage, comeback)) {
            for (Door.Bad bad :
                    door.corpus().skip(door.corpus().count() - fieldCases(door)).toList()) {
                cases++;
                Answer answer =
                        post("[" + bad.body().replace(ID, UUID.randomUUID().toString()) + "]");
                List<String> found = answer.status() == 200 ? refused(answer) : refusedAsAWhole(answer, bad);
                report(wrong, door.name() + " with " + bad.why(), found, answer);
            }
        }
        assertTrue(cases > 300, cases + " cases");
    }

    @Test
    void what_is_no_array_of_events_is_refused_as_a_whole() throws Exception {
        String good = JSON.writeValueAsString(event(Map.of("operation", "RECEIVE", "location", "DOCK-1")));
        String open = good.substring(0, good.length() - 1);
        Map<String, String> bodies = new HashMap<>(Map.of(
                "nothing",
                "",
                "null",
                "null",
                "an object",
                good,
                "an empty array",
                "[]",
                "arrays in an array",
                "[[" + good + "]]",
                "501 events",
                Collections.nCopies(501, good).toString(),
                "cut short",
                "[" + open,
                "a good one and a number",
                "[" + good + ",5]",
                "a good one and null",
                "[" + good + ",null]"));
        bodies.put("a good one and one without id", "[" + good + ",{\"operation\":\"MOVE\"}]");
        bodies.put("a good one and an unknown field", "[" + good + "," + open + ",\"nobodyKnowsThis\":1}]");
        bodies.put("a field twice", "[" + open + ",\"quantity\":1}]");
        bodies.put(
                "a long event",
                "[" + open + ",\"confirmed\":[\"" + "x".repeat(65_000) + "\",\"" + "x".repeat(900) + "\"]}]");
        bodies.put("a long text", "[" + open + ",\"tote\":\"" + "x".repeat(70_000) + "\"}]");
        bodies.put("a deep hole", "[".repeat(5_000));
        bodies.put("a deep event", "[" + open + ",\"effort\":" + "{\"a\":".repeat(100));
        bodies.put("no JSON", "RECEIVE 5 GUMMY");
        bodies.put("something behind it", "[" + good + "] x");
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            Answer answer = post(body.getValue());
            report(wrong, body.getKey(), answer.wrongAsRefusal(400, "VALIDATION_FAILED|MALFORMED"), answer);
        }
        Answer text = Client.send("POST", EVENTS, "text/plain", ("[" + good + "]").getBytes());
        report(wrong, "as text/plain", text.wrongAsRefusal(415, "UNSUPPORTED_MEDIA_TYPE"), text);
        Answer method = Client.json("PUT", EVENTS, "[" + good + "]");
        report(wrong, "by PUT", method.wrongAsRefusal(405, "METHOD_NOT_ALLOWED"), method);
    }

    @Test
    void scans_against_the_rules_are_refused_with_their_code() throws Exception {
        Map<String, Object> here = Map.of("operation", "RECEIVE", "location", "DOCK-1");
        rule("UNKNOWN_WAREHOUSE", here, "warehouse", "NOWHERE");
        rule("UNKNOWN_LOCATION", here, "location", "NOWHERE");
        rule("UNKNOWN_ITEM", here, "sku", "NOTHING");
        rule("VALIDATION_FAILED", here, "owner", "NOBODY");
        Map<String, Object> nobody = new HashMap<>(here);
        nobody.put("owner", "NOBODY");
        rule("UNKNOWN_DOCUMENT", nobody, "receivingOrder", Map.of("owner", "NOBODY", "reference", "OPEN"));
        rule("UNKNOWN_DOCUMENT", here, "receivingOrder", Map.of("owner", world.owner, "reference", "NOTHING"));
        rule("VALIDATION_FAILED", here, "quantity", 0.5);
        rule("VALIDATION_FAILED", here, "operation", "JUMP");
        rule("ITEM_NOT_TRACKED", here, "sku", "IDEA");
        rule("BARCODE_UNREADABLE|VALIDATION_FAILED", here, "barcode", Map.of("data", "]C101\u0000\u0007"));
        rule("BARCODE_UNREADABLE", here, "barcode", Map.of("data", "]C10100000000000001"));
        rule("VALIDATION_FAILED", here, "barcode", Map.of("bytes", "***"));
        Map<String, Object> stow = Map.of("operation", "STOW", "location", "A-02");
        rule("NOT_ENOUGH_STOCK", stow, "quantity", 6);
        rule("NOT_ENOUGH_STOCK", stow, "quantity", 9_999_999_999L);
        rule("LOT_MIX_FORBIDDEN", stow, "location", "A-01");
        rule("WRONG_LOCATION", stow, "location", "@SUPPLIER");
        Map<String, Object> move = Map.of("operation", "MOVE", "from", "A-01", "location", "A-02");
        rule("NOT_ENOUGH_STOCK", move, "from", "B-01");
        rule("UNKNOWN_LOCATION", move, "from", "NOWHERE");
        Map<String, Object> shelf = Map.of("location", "A-01", "lotNumber", "L-A", "expirationDate", "2026-12-31");
        rule("UNKNOWN_LOT", with(shelf, "operation", "DAMAGE", "reason", "fell"), "lotNumber", "NOTHING");
        rule("NOT_ENOUGH_STOCK", with(shelf, "operation", "DISPOSE", "reason", "fell"), "quantity", 51);
        rule("UNKNOWN_LOT", with(shelf, "operation", "COUNT", "counted", 0), "lotNumber", "NOTHING");
        rule("WRONG_LOCATION", with(shelf, "operation", "COUNT", "counted", 1), "location", "@CUSTOMER");
        rule("VALIDATION_FAILED", with(shelf, "operation", "COUNT", "counted", 1), "counted", 0.5);
        Map<String, Object> back = with(shelf, "operation", "RETURN", "kind", "RTS");
        rule("UNKNOWN_DOCUMENT", back, "order", Map.of("owner", world.owner, "reference", "NOTHING"));
        rule("UNKNOWN_DOCUMENT", back, "returnOrder", Map.of("owner", world.owner, "reference", "NOTHING"));
        rule("MORE_THAN_SHIPPED", back, "order", Map.of("owner", world.owner, "reference", "O-TASK"));
        rule("CAPACITY_EXCEEDED", back, "quantity", 9_999_999_999L);
        for (String operation : List.of("PICK", "SHORT", "UNPICK")) {
            for (Object task : List.of(0, -1, 999_999_999, Long.MAX_VALUE)) {
                rule("UNKNOWN_TASK", Map.of("operation", operation), "task", task);
            }
        }
        rule(
                "NOTHING_TO_UNDO|UNDO_TOO_LATE",
                Map.of("operation", "UNDO"),
                "of",
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> with(Map<String, Object> fields, Object... more) {
        Map<String, Object> all = new HashMap<>(fields);
        for (int n = 0; n < more.length; n += 2) {
            all.put(String.valueOf(more[n]), more[n + 1]);
        }
        return all;
    }

    private void rule(String codes, Map<String, Object> base, String field, Object value) throws Exception {
        Map<String, Object> fields = new HashMap<>(base);
        fields.put(field, value);
        Answer answer = post(JSON.writeValueAsString(List.of(event(fields))));
        JsonNode reply = answer.json().path(0);
        List<String> found = refused(answer);
        if (!List.of(codes.split("\\|")).contains(reply.path("code").asText())) {
            found.add("code " + reply.path("code").asText() + " instead of " + codes);
        }
        report(wrong, base.get("operation") + " with " + field + " " + value, found, answer);
    }

    private static long fieldCases(Door door) {
        return door.fields().stream()
                .mapToLong(line -> Kind.valueOf(
                                line.substring(line.indexOf(' ') + 1).replace("!", ""))
                        .bad(line.endsWith("!"))
                        .size())
                .sum();
    }

    private static List<String> refused(Answer answer) {
        List<String> found = answer.leaks();
        JsonNode reply = answer.json().path(0);
        if (!reply.path("verdict").asText().equals("REFUSED")) {
            found.add("verdict " + reply.path("verdict").asText());
        }
        if (reply.path("code").asText().isEmpty()
                || reply.path("message").asText().isEmpty()
                || !reply.path("tone").asText().equals("STOP")) {
            found.add("no code, no message or no tone");
        }
        return found;
    }

    private static List<String> refusedAsAWhole(Answer answer, Door.Bad bad) {
        List<String> found = answer.wrongAsRefusal(400, "VALIDATION_FAILED|MALFORMED");
        if (!bad.field().isEmpty() && !answer.names("[0]." + bad.field())) {
            found.add("does not name [0]." + bad.field());
        }
        return found;
    }

    private Door door(Map<String, Object> fields, String... kinds) throws Exception {
        Map<String, Object> event = event(fields);
        event.put("id", ID);
        return Door.of("POST", String.valueOf(fields.get("operation")), JSON.writeValueAsString(event), kinds);
    }

    /** One unit of the announced lot, without a number of the device, so that no two events are taken for one. */
    private Map<String, Object> event(Map<String, Object> fields) {
        Map<String, Object> event = world.event("RECEIVE", Map.of());
        event.remove("seq");
        event.putAll(World.goods("GUMMY-60", "L-B", "2026-11-30", 1, Map.of("owner", world.owner)));
        event.put("receivingOrder", Map.of("owner", world.owner, "reference", "OPEN"));
        event.putAll(fields);
        return event;
    }

    private static Answer post(String body) throws Exception {
        return Client.json("POST", EVENTS, body);
    }
}
