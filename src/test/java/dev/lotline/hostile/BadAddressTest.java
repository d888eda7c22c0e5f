package dev.lotline.hostile;

import static dev.lotline.hostile.BadInputTest.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad addresses, queries and headers, names of nothing, documents in the wrong state, bodies without end. */
@QuarkusTest
class BadAddressTest extends Untouched {
    /** NUL, other controls, a direction mark, half a surrogate pair, overlong UTF-8, a broken byte, blanks, too long. */
    private static final List<String> CODES = List.of(
            "%00",
            "a%00b",
            "%07",
            "a%0Ab",
            "a%0D",
            "%E2%80%AE",
            "%ED%A0%80",
            "%C0%80",
            "%FF",
            "%20",
            "a%20",
            "x".repeat(65),
            "x".repeat(1_000));

    @Test
    void bad_codes_in_an_address_are_refused() throws Exception {
        for (String code : CODES) {
            for (Door door : doors.all()) {
                String[] steps = door.path().split("/");
                for (int n = 4; n < steps.length; n += 2) {
                    if (steps[n].equals("hand-over")) {
                        continue; // what is done, not to what
                    }
                    String[] bad = steps.clone();
                    bad[n] = code;
                    expect(
                            door.method(),
                            String.join("/", bad),
                            door.body(),
                            "400 VALIDATION_FAILED|MALFORMED",
                            "404 UNKNOWN_.+|NOT_FOUND");
                }
            }
            for (String path : List.of(
                    "/owners/@",
                    "/owners/@/items/X",
                    "/owners/@/inventory",
                    "/warehouses/@",
                    "/owners/@/items/X/inventory",
                    "/owners/@/items/X/lots",
                    "/owners/@/items/X/lots/1/history",
                    "/warehouses/@/locations/A",
                    "/orders/@/X",
                    "/orders/X/@",
                    "/orders/X/Y/lines/@/candidates",
                    "/receiving-orders/@/X",
                    "/returns/@/X",
                    "/returns/X/@",
                    "/adjustments/@",
                    "/counts/@",
                    "/nothing/@",
                    doors.own.substring(7) + "/items/@",
                    doors.own.substring(7) + "/items/@/inventory",
                    doors.house.substring(7) + "/locations/@")) {
                expect(
                        "GET",
                        "/api/v1" + path.replace("@", code),
                        "",
                        "400 VALIDATION_FAILED|MALFORMED",
                        "404 UNKNOWN_.+|NOT_FOUND");
            }
            expect(
                    "DELETE",
                    "/api/v1/admin/credentials/" + code,
                    "",
                    "400 VALIDATION_FAILED|MALFORMED",
                    "404 NOT_FOUND");
        }
    }

    @Test
    void bad_queries_are_refused_by_name() throws Exception {
        List<String> lists = List.of(
                "/api/v1/owners",
                "/api/v1/warehouses",
                doors.house + "/locations",
                doors.house + "/buildings",
                doors.own + "/items",
                doors.own + "/items/GUMMY-60/lots",
                doors.own + "/inventory",
                "/api/v1/movements",
                "/api/v1/orders",
                "/api/v1/receiving-orders",
                "/api/v1/adjustments",
                "/api/v1/counts",
                "/api/v1/returns",
                doors.own + "/items/GUMMY-60/lots/" + doors.lotId + "/history",
                "/api/v1/admin/credentials");
        for (String list : lists) {
            for (String query : List.of(
                    "limit=0",
                    "limit=-1",
                    "limit=501",
                    "limit=x",
                    "limit=",
                    "limit=1e2",
                    "limit=99999999999999999999",
                    "limit=1&limit=2",
                    "cursor=%25%25",
                    "cursor=",
                    "cursor=AAAA",
                    "cursor=%00",
                    "nobodyKnowsThis=1",
                    "sort=name%3BDROP",
                    "LIMIT=5")) {
                refusedByName(list, query);
            }
        }
        for (String list : List.of(
                "/api/v1/orders",
                "/api/v1/receiving-orders",
                "/api/v1/movements",
                doors.own + "/items/GUMMY-60/lots")) {
            refusedByName(list, "cursor=YWJj");
            refusedByName(list, "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5");
        }
        refusedByName(doors.own + "/items", "status=NOPE");
        refusedByName(doors.house + "/locations", "type=CUSTOMER");
        refusedByName("/api/v1/orders", "state=NOPE");
        refusedByName("/api/v1/receiving-orders", "state=OPEN");
        refusedByName("/api/v1/counts", "state=NOPE");
        refusedByName("/api/v1/adjustments", "status=NOPE");
        refusedByName("/api/v1/movements", "after=abc");
        refusedByName("/api/v1/movements", "after=99999999999999999999");
        for (String instant : List.of("now", "2026-02-30T10:00:00Z", "2026-03-01", "%00")) {
            refusedByName(doors.own + "/inventory", "updatedSince=" + instant);
        }
        refusedByName("/floor/tasks", "");
    }

    @Test
    void filters_by_what_can_not_exist_find_nothing() throws Exception {
        for (String code : CODES) {
            for (String filter : List.of(
                    "/api/v1/orders?owner=",
                    "/api/v1/orders?warehouse=",
                    "/api/v1/receiving-orders?owner=",
                    "/api/v1/receiving-orders?warehouse=",
                    "/api/v1/adjustments?owner=",
                    "/api/v1/counts?warehouse=",
                    "/api/v1/returns?owner=",
                    "/api/v1/returns?warehouse=",
                    "/api/v1/movements?owner=",
                    "/api/v1/movements?item=",
                    "/api/v1/movements?lot=",
                    "/api/v1/movements?location=",
                    doors.own + "/inventory?sku=",
                    doors.own + "/inventory?warehouse=",
                    doors.own + "/items/GUMMY-60/inventory?warehouse=",
                    "/floor/tasks?warehouse=")) {
                Answer answer = Client.get(filter + code);
                if (answer.status() == 200) {
                    report(wrong, filter + code, answer.leaks(), answer);
                } else {
                    oneOf(filter + code, answer, "400 VALIDATION_FAILED|MALFORMED", "404 UNKNOWN_.+");
                }
            }
        }
    }

    @Test
    void names_of_nothing_and_documents_in_the_wrong_state_are_refused_with_their_code() throws Exception {
        for (String row : Rules.of(world, doors)) {
            String[] cells = row.split(" +\\| +");
            expect(cells[0].split(" ")[0], cells[0].split(" ")[1], cells[1], cells[2]);
        }
    }

    @Test
    void bodies_without_end_are_refused_before_they_are_read() throws Exception {
        int size = 11 * 1024 * 1024;
        int limit = 4 * 1024 * 1024;
        for (String path : List.of("/floor/events", "/api/v1/orders")) {
            try (Wire wire = Wire.open()) {
                wire.send(Wire.head("POST", path, "Content-Type: application/json", "Content-Length: " + size));
                oneOf(path + " of 11 MB", wire.answer(), "413 TOO_LARGE");
            }
            try (Wire wire = Wire.open()) {
                wire.send(Wire.head("POST", path, "Content-Type: application/json", "Transfer-Encoding: chunked"));
                // a little more than the house takes, then the client listens: what is written to a closed door is lost
                String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
                for (int sent = 0; sent <= limit && !wire.answered(); sent += 65_536) {
                    wire.send(chunk);
                }
                // the server's own answer, which has no words
                assertEquals(413, wire.answer().status(), path + " in chunks");
            }
        }
    }

    @Test
    void bad_headers_are_refused_or_ignored() throws Exception {
        byte[] none = "{}".getBytes();
        String commit = "/api/v1/receiving-orders/" + world.owner + "/NOTHING/commit";
        for (String key : List.of("", " ", "x".repeat(256))) {
            Answer answer = Client.send("POST", commit, "application/json", none, "Idempotency-Key", key);
            oneOf("key '" + key + "'", answer, "400 VALIDATION_FAILED");
        }
        for (String language : List.of("*", ";;;q=x", "en;q=7", "x".repeat(5_000), "../../etc", "de-%00")) {
            Answer answer = Client.send("POST", commit, "application/json", none, "Accept-Language", language);
            oneOf("language " + language, answer, "404 UNKNOWN_DOCUMENT");
        }
        for (String device : List.of(" ", "x".repeat(65))) {
            Answer answer = Client.send("POST", "/floor/events", "application/json", none, "Lotline-Device", device);
            oneOf("device '" + device + "'", answer, "400 VALIDATION_FAILED");
        }
        for (String accept : List.of("text/html", "image/png", "nonsense")) {
            Answer answer = Client.send("POST", commit, "application/json", none, "Accept", accept);
            oneOf("accept " + accept, answer, "404 UNKNOWN_DOCUMENT", "406 NOT_ACCEPTABLE", "400 MALFORMED");
        }
        for (String address : List.of(
                "/api/v1/owners/%zz",
                "/api/v1/owners/%",
                "/api/v1/owners?limit=%zz",
                "/api/v1/owners/" + "x".repeat(10_240),
                "/api/v1/../../etc/passwd",
                "/api/v1/owners/..%2f..%2fetc")) {
            try (Wire wire = Wire.open()) {
                Answer answer = wire.send(Wire.head("GET", address, "Connection: close"))
                        .answer();
                List<String> found = answer.leaks();
                if (!List.of(400, 404, 414).contains(answer.status())) {
                    found.add("status " + answer.status());
                }
                report(wrong, address.substring(0, Math.min(40, address.length())), found, answer);
            }
        }
    }

    private void refusedByName(String list, String query) throws Exception {
        Answer answer = Client.get(list + "?" + query);
        List<String> found = answer.wrongAsRefusal(400, "VALIDATION_FAILED|MALFORMED");
        String name = query.isEmpty() ? "warehouse" : query.substring(0, query.indexOf('='));
        if (!answer.names(name) && !query.contains("%00")) {
            found.add("does not name " + name);
        }
        report(wrong, list + "?" + query, found, answer);
    }

    private void expect(String method, String path, String body, String... expected) throws Exception {
        String shown = path.length() > 120 ? path.substring(0, 120) + "…" : path;
        oneOf(method + " " + shown + " " + body, Client.json(method, path, body), expected);
    }

    /** Each of {@code expected} a status and the codes that may go with it. */
    private void oneOf(String what, Answer answer, String... expected) {
        String code = answer.json().path("code").asText();
        List<String> found = answer.wrongAsRefusal(answer.status(), code);
        if (Arrays.stream(expected)
                .noneMatch(each ->
                        (answer.status() + " " + code).matches(each.substring(0, 4) + "(" + each.substring(4) + ")"))) {
            found.add("status " + answer.status() + " " + code + " instead of " + String.join(" or ", expected));
        }
        report(wrong, what, found, answer);
    }
}
