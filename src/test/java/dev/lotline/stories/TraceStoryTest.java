package dev.lotline.stories;

import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two receipts bring a lot, two customers get of it, the rest is held: the trace says exactly who. */
@QuarkusTest
class TraceStoryTest {
    private static final String SKU = "GUMMY-60";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private World world;
    private long lot;

    @BeforeEach
    void a_lot_comes_by_two_receipts_and_goes_to_two_customers() {
        world = World.acceptance();
        received("WRO-1", 30, "A-01");
        shipped("O-1", 10, Map.of("code", "ACME", "name", "=Acme \"Foods\", Berlin", "country", "DE"));
        received("WRO-2", 20, "A-01");
        shipped("O-2", 5, Map.of("code", "BETA", "name", "Beta", "country", "PL"));
        lot = world.get("/owners/" + world.owner + "/items/" + SKU + "/lots").getLong("items[0].lotId");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, SKU);
    }

    @Test
    void a_lot_says_who_brought_it_and_who_got_it() {
        assertEquals(
                List.of(
                        "RECEIVING 30 WRO WRO-1 null null",
                        "SHIPPING 10 ORDER O-1 null ACME",
                        "RECEIVING 20 WRO WRO-2 null null",
                        "SHIPPING 5 ORDER O-2 null BETA"),
                told(ofLot()));
        assertEquals(List.of("RECEIVING null 2 50", "SHIPPING ACME 1 10", "SHIPPING BETA 1 5"), parties(ofLot()));
    }

    @Test
    void a_scan_that_was_undone_brought_nothing() {
        announced("WRO-3", 7);
        JsonPath receipt = World.ok(world.receive("WRO-3", SKU, "L-A", "2026-12-31", 7));
        assertEquals(5, told(ofLot()).size());
        World.ok(world.scan(world.event("UNDO", Map.of("of", receipt.getString("id")))));
        assertEquals(4, told(ofLot()).size());
        assertEquals(3, parties(ofLot()).size());
    }

    @Test
    void a_receipt_shows_who_may_have_got_of_it() {
        assertEquals(
                List.of("RECEIVING 20 WRO WRO-2 null null", "SHIPPING 5 ORDER O-2 null BETA"),
                told("/receiving-orders/" + world.owner + "/WRO-2/trace"));
        assertEquals(
                List.of(
                        "RECEIVING 30 WRO WRO-1 null null",
                        "SHIPPING 10 ORDER O-1 null ACME",
                        "SHIPPING 5 ORDER O-2 null BETA"),
                told("/receiving-orders/" + world.owner + "/WRO-1/trace"));
    }

    @Test
    void an_order_shows_which_receipts_may_have_brought_it() {
        assertEquals(
                List.of("RECEIVING 30 WRO WRO-1 null null", "SHIPPING 10 ORDER O-1 null ACME"),
                told("/orders/" + world.owner + "/O-1/trace"));
        assertEquals(
                List.of(
                        "RECEIVING 30 WRO WRO-1 null null",
                        "RECEIVING 20 WRO WRO-2 null null",
                        "SHIPPING 5 ORDER O-2 null BETA"),
                told("/orders/" + world.owner + "/O-2/trace"));
    }

    @Test
    void a_hold_shows_its_lots_and_what_became_of_the_rest() {
        Holds holds = new Holds(world);
        long hold = holds.lot("L-A", "MANUAL").getLong("id");
        assertEquals(
                200,
                holds.decide(hold, "return-to-sender", Map.of("quantity", 4)).statusCode());
        assertEquals(200, holds.decide(hold, "dispose", Map.of("quantity", 3)).statusCode());
        List<String> told = told("/holds/" + hold + "/trace");
        assertEquals(told(ofLot()), told);
        assertEquals(
                List.of("SHIPPING 4 HOLD " + hold + " null null", "DISPOSAL 3 HOLD " + hold + " null null"),
                told.subList(4, 6));
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = world.get(ofLot() + "?limit=1" + cursor);
            paged.addAll(events(page));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        assertEquals(told(ofLot()), paged);
        JsonPath first = world.get(ofLot() + "/parties?limit=2");
        JsonPath second = world.get(ofLot() + "/parties?limit=2&cursor=" + first.getString("next"));
        assertEquals(
                parties(ofLot()),
                Stream.concat(sums(first).stream(), sums(second).stream()).toList());
    }

    @Test
    void files_say_the_same_as_the_list() throws IOException {
        List<List<String>> csv = csv();
        List<List<String>> xlsx = xlsx();
        assertEquals("Critical Tracking Event", csv.get(0).get(0));
        assertEquals("Traceability Lot Code", csv.get(0).get(1));
        JsonPath json = world.get(ofLot());
        assertEquals(5, csv.size());
        for (int n = 0; n < 4; n++) {
            String at = "items[" + n + "].";
            List<String> line = csv.get(n + 1);
            assertEquals(json.getString(at + "event"), line.get(0).toUpperCase());
            assertEquals(json.getString(at + "lotNumber"), line.get(1));
            assertEquals(json.getString(at + "quantity"), line.get(2));
            assertEquals(json.getString(at + "document.reference"), cell(csv, n, "Reference Document Number"));
            assertEquals(json.getString(at + "expirationDate"), cell(csv, n, "Expiration Date"));
            assertEquals(json.getString(at + "movement"), cell(csv, n, "Movement"));
            assertEquals(Objects.toString(json.getString(at + "carrier"), ""), cell(csv, n, "Carrier"));
            boolean in = json.getString(at + "event").equals("RECEIVING");
            assertEquals(json.getString(at + "on"), cell(csv, n, in ? "Date Received" : "Date Shipped"));
            assertEquals("", cell(csv, n, in ? "Date Shipped" : "Date Received"));
        }
        assertEquals("UPS", cell(csv, 1, "Carrier"));
        String party = "Location Description: Immediate Subsequent Recipient";
        assertEquals("'=Acme \"Foods\", Berlin, ACME, DE", cell(csv, 1, party));
        assertEquals("=Acme \"Foods\", Berlin, ACME, DE", cell(xlsx, 1, party));
        csv.forEach(line -> line.replaceAll(text -> text.startsWith("'") ? text.substring(1) : text));
        // dates are dates in a workbook: days since the last of 1899
        List<List<String>> dated = xlsx.stream()
                .map(line -> line.stream()
                        .map(text -> text.matches("[0-9]{5}[.]0")
                                ? LocalDate.of(1899, 12, 30)
                                        .plusDays(Long.parseLong(text.substring(0, 5)))
                                        .toString()
                                : text)
                        .toList())
                .toList();
        assertEquals(csv, dated);
    }

    @Test
    void a_merchant_traces_its_own_only_and_a_handheld_nothing() {
        String own = token(Map.of("name", name(), "role", "MERCHANT", "owners", List.of(world.owner)));
        String other = token(Map.of("name", name(), "role", "MERCHANT", "owners", List.of(World.acceptance().owner)));
        String device = token(Map.of("name", name(), "role", "DEVICE"));
        long hold = new Holds(world).lot("L-A", "MANUAL").getLong("id");
        for (String path : List.of(
                ofLot(),
                "/holds/" + hold + "/trace",
                "/orders/" + world.owner + "/O-1/trace",
                "/receiving-orders/" + world.owner + "/WRO-1/trace")) {
            for (String form : List.of("application/json", "text/csv", XLSX)) {
                assertEquals(200, knock(own, path, form).statusCode(), path + form);
                assertEquals(404, knock(other, path, form).statusCode(), path + form);
                assertEquals(403, knock(device, path, form).statusCode(), path + form);
            }
            assertEquals(
                    404, knock(other, path + "/parties", "application/json").statusCode());
        }
        assertEquals(404, knock(own, "/holds/999999999/trace", "text/csv").statusCode());
        assertEquals(400, knock(own, ofLot() + "?limit=5", "text/csv").statusCode());
        assertEquals(400, knock(own, ofLot() + "?cursor=QQ", "application/json").statusCode());
    }

    private static String name() {
        return "T-" + UUID.randomUUID();
    }

    private static Response knock(String token, String path, String form) {
        return as(token).accept(form).get("/api/v1" + path);
    }

    private String ofLot() {
        return "/owners/" + world.owner + "/items/" + SKU + "/lots/" + lot + "/trace";
    }

    private void announced(String reference, int units) {
        world.announce(reference, SKU, true, World.lot("L-A", "2026-12-31", units))
                .then()
                .statusCode(201);
    }

    private void received(String reference, int units, String place) {
        announced(reference, units);
        World.ok(world.receive(reference, SKU, "L-A", "2026-12-31", units));
        World.ok(world.stow(reference, SKU, "L-A", "2026-12-31", units, place));
    }

    private void shipped(String reference, int units, Map<String, ?> customer) {
        world.order(Map.of(
                        "reference",
                        reference,
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "customer",
                        customer,
                        "lines",
                        List.of(Map.of("sku", SKU, "quantity", units))))
                .then()
                .statusCode(201);
        world.release(reference).forEach(task -> World.ok(world.pick(task, "L-A", units)));
        world.orderCommand(reference, "ship", Map.of("carrier", "UPS")).then().statusCode(200);
    }

    private List<String> told(String path) {
        return events(world.get(path));
    }

    private static List<String> events(JsonPath page) {
        return lines(page, "event", "quantity", "document.type", "document.reference", "from.code", "to.code");
    }

    private List<String> parties(String path) {
        return sums(world.get(path + "/parties"));
    }

    private static List<String> sums(JsonPath page) {
        return lines(page, "event", "party.code", "movements", "quantity");
    }

    private static List<String> lines(JsonPath page, String... fields) {
        return IntStream.range(0, page.getList("items").size())
                .mapToObj(n -> String.join(
                        " ",
                        Stream.of(fields)
                                .map(field -> Objects.toString(page.getString("items[" + n + "]." + field)))
                                .toList()))
                .toList();
    }

    private static String cell(List<List<String>> file, int line, String column) {
        return file.get(line + 1).get(file.get(0).indexOf(column));
    }

    private Response file(String form) {
        Response answer = knock(World.ADMIN, ofLot(), form);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith(form), answer.contentType());
        assertTrue(answer.header("Content-Disposition").startsWith("attachment"), "a file");
        return answer;
    }

    private List<List<String>> csv() throws IOException {
        String text = new String(file("text/csv").asByteArray(), StandardCharsets.UTF_8);
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            reader.forEach(line -> lines.add(new ArrayList<>(line.getFields())));
        }
        return lines;
    }

    private List<List<String>> xlsx() throws IOException {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file(XLSX).asByteArray()));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> IntStream.range(0, 25)
                            .mapToObj(n -> text(row.getOptionalCell(n).orElse(null)))
                            .toList())
                    .toList();
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        boolean date = "yyyy-mm-dd".equals(cell.getDataFormatString());
        return date ? cell.asDate().toLocalDate().toString() : cell.getText();
    }
}
