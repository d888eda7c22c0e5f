package dev.lotline.stories;

import static dev.lotline.given.Rpc.op;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Books;
import dev.lotline.given.Identities;
import dev.lotline.given.Rpc;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant searches its lots: every field, operator and option of the published search, page by page. */
@QuarkusTest
class ShipStreamLotsStoryTest {
    private static final Map<String, Object> NONE = Map.of();

    private World world;
    private Rpc merchant;

    /** L-A has 38 on the shelf, 10 of them to be picked; L-B 60 not committed; L-U has no date; "date only" no number. */
    @BeforeEach
    void lots_of_every_kind() {
        world = World.acceptance();
        merchant = Rpc.merchant(world);
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        world.announce(
                        "WRO-1",
                        "GUMMY-60",
                        false,
                        lot("L-B", "2026-05-15", 60),
                        lot("L-U", null, 5),
                        lot(null, "2027-01-31", 5))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-B", "2026-05-15", 60));
        ok(world.stow("WRO-1", "GUMMY-60", "L-B", "2026-05-15", 60, "A-01"));
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 10)).then().statusCode(201);
        world.release("O-1");
        patch("L-A", Map.of("groupValue", "G-1", "originationDate", "2026-01-02"));
        patch("L-U", Map.of("active", false));
        created("L-A", "2026-03-01T04:59:59.900Z");
        created("L-B", "2026-03-01T05:00:00Z");
        created("L-U", "2026-03-02T04:59:59Z");
        created(null, "2026-03-02T05:00:00Z");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_lot_is_told_in_the_words_of_the_published_sample() {
        JsonPath found = search(op("lot_number", "L-A"), NONE);
        assertEquals(
                List.of("results", "totalCount", "numPages"),
                new ArrayList<>(found.getMap("").keySet()));
        Map<String, Object> told = found.getMap("results[0]");
        Map<String, Object> expected = new HashMap<>(Map.of(
                "lot_number",
                "L-A",
                "origination_date",
                "2026-01-02",
                "expiration_date",
                "2026-06-30",
                "is_active",
                "1",
                "group_value",
                "G-1",
                "created_at",
                "2026-03-01T04:59:59+00:00",
                "sku",
                "GUMMY-60",
                "name",
                "GUMMY-60",
                "locations",
                List.of("A-02"),
                "qty_putaway",
                "0.0000"));
        expected.put("qty_available", "28.0000");
        expected.put("qty_reserved", "10.0000");
        expected.put("lot_id", id("L-A"));
        assertEquals(expected, told);
        assertEquals(
                List.of(
                        "lot_id",
                        "lot_number",
                        "origination_date",
                        "expiration_date",
                        "is_active",
                        "group_value",
                        "created_at",
                        "sku",
                        "name",
                        "locations",
                        "qty_putaway",
                        "qty_available",
                        "qty_reserved"),
                new ArrayList<>(told.keySet()));
        JsonPath other = search(op("lot_number", "L-U"), NONE);
        assertEquals("0", other.getString("results[0].is_active"));
        assertEquals(List.of(), other.getList("results[0].locations"));
        assertTrue(other.getMap("results[0]").containsKey("expiration_date"), "no date is null, not absent");
        assertEquals("60.0000", search(op("lot_number", "L-B"), NONE).getString("results[0].qty_putaway"));
    }

    @Test
    void t20_expiration_ranges_include_both_ends_and_null_finds_the_undated() {
        Map<String, Object> range = Map.of("expiration_date", Map.of("from", "2026-05-15", "to", "2026-06-30"));
        assertEquals(Set.of("L-A", "L-B"), numbers(search(range, NONE)));
        assertEquals(Set.of("L-U"), numbers(search(op("expiration_date", op("null", 1)), NONE)));
        assertEquals(3, search(op("expiration_date", op("notnull", true)), NONE).getInt("totalCount"));
        assertEquals(3, search(op("expiration_date", op("null", "0")), NONE).getInt("totalCount"));
        assertEquals(Set.of("L-U"), numbers(search(op("expiration_date", op("notnull", 0)), NONE)));
    }

    /** field | operator | value | the lots that are found; null = the one without number. */
    private static final String OPERATORS = """
        lot_number       | eq     | L-A                       | L-A
        lot_number       | neq    | L-A                       | L-B L-U
        lot_number       | starts | L-                        | L-A L-B L-U
        lot_number       | starts | %                         |
        lot_number       | gt     | L-A                       | L-B L-U
        lot_number       | lt     | L-B                       | L-A
        lot_number       | gteq   | L-B                       | L-B L-U
        lot_number       | lteq   | L-B                       | L-A L-B
        lot_number       | from   | L-B                       | L-B L-U
        lot_number       | to     | L-B                       | L-A L-B
        lot_number       | in     | L-A,L-U,nothing           | L-A L-U
        lot_number       | nin    | L-A,L-U                   | L-B
        lot_number       | null   | 1                         | null
        lot_number       | notnull | 1                        | L-A L-B L-U
        sku              | eq     | GUMMY-60                  | L-A L-B L-U null
        name             | starts | GUM                       | L-A L-B L-U null
        group_value      | eq     | G-1                       | L-A
        group_value      | notnull | 1                        | L-A
        is_active        | eq     | 0                         | L-U
        is_active        | neq    | 0                         | L-A L-B null
        origination_date | lteq   | 2026-01-02                | L-A
        origination_date | lt     | 2026-01-02                |
        expiration_date  | gt     | 2026-06-30                | null
        expiration_date  | starts | 2026-0                    | L-A L-B
        expiration_date  | in     | 2026-06-30,2026-05-15     | L-A L-B
        expiration_date  | from   | 2026-06-30T23:00:00+00:00 | L-A null
        qty_available    | gt     | 0                         | L-A
        qty_available    | eq     | 28.0000                   | L-A
        qty_reserved     | gteq   | 10                        | L-A
        qty_putaway      | from   | 59.9999                   | L-B
        qty_putaway      | in     | 60                        | L-B
        created_at       | eq     | 2026-03-01T04:59:59+00:00 | L-A
        created_at       | gteq   | 2026-03-02 04:59:59       | L-U null
        created_at       | from   | 2026-03-01                | L-B L-U null
        created_at       | to     | 2026-03-01                | L-A L-B L-U
        created_at       | to     | 2026-02-28                | L-A
        """;

    @Test
    void every_operator_on_every_field() {
        assertAll(OPERATORS
                .lines()
                .map(line -> line.split("\\|", -1))
                .map(row -> () -> finds(row[0].strip(), row[1].strip(), row[2].strip(), row[3].strip())));
    }

    private void finds(String field, String operator, String value, String lots) {
        Object given = operator.endsWith("in") ? Arrays.asList(value.split(",")) : value;
        Set<String> expected = new HashSet<>(lots.isEmpty() ? List.of() : Arrays.asList(lots.split(" ")));
        if (expected.remove("null")) {
            expected.add(null);
        }
        String asked = field + " " + operator + " " + value;
        assertEquals(expected, numbers(search(op(field, op(operator, given)), NONE)), asked);
    }

    @Test
    void with_datetime_from_and_to_mean_moments_and_otherwise_days_of_the_merchant() {
        Map<String, Object> moments =
                Map.of("datetime", true, "from", "2026-03-01T05:00:00+00:00", "to", "2026-03-02 04:59:59");
        assertEquals(Set.of("L-B", "L-U"), numbers(search(op("created_at", moments), NONE)));
        Map<String, Object> day = Map.of("from", "2026-03-01", "to", "2026-03-01");
        assertEquals(Set.of("L-B", "L-U"), numbers(search(op("created_at", day), NONE)));
    }

    @Test
    void conditions_must_all_hold_and_nothing_asked_is_everything() {
        Map<String, Object> both = Map.of("sku", "GUMMY-60", "qty_available", Map.of("gt", 0, "lt", 29));
        assertEquals(Set.of("L-A"), numbers(search(both, NONE)));
        assertEquals(Set.of(), numbers(search(Map.of("sku", "GUMMY-60", "lot_number", "L-Z"), NONE)));
        assertEquals(0, search(op("lot_number", "L-Z"), NONE).getInt("numPages"));
        for (Object nothing : Arrays.asList(null, List.of(), NONE)) {
            assertEquals(4, merchant.result("inventory.lots", nothing, nothing).getInt("totalCount"));
        }
        assertEquals(4, merchant.result("inventory.lots").getInt("totalCount"));
        Map<String, Object> ids = op("lot_id", op("in", List.of(Long.parseLong(id("L-A")), id("L-B"))));
        assertEquals(Set.of("L-A", "L-B"), numbers(search(ids, NONE)));
        assertEquals(Set.of(), numbers(search(op("lot_id", op("in", List.of())), NONE)));
    }

    @Test
    void options_sort_and_page() {
        Map<String, Object> dated = op("expiration_date", op("notnull", 1));
        assertEquals(
                Arrays.asList("L-B", "L-A", null),
                search(dated, Map.of("sort_field", "expiration_date")).getList("results.lot_number"));
        assertEquals(
                Arrays.asList(null, "L-A", "L-B"),
                search(dated, Map.of("sort_field", "expiration_date", "sort_dir", "desc"))
                        .getList("results.lot_number"));
        assertEquals(
                "L-A",
                search(NONE, Map.of("sort_field", "qty_available", "sort_dir", "DESC"))
                        .getString("results[0].lot_number"));
        JsonPath page = search(NONE, Map.of("sort_field", "lot_number", "limit", 1, "page", "2"));
        assertEquals(List.of("L-B"), page.getList("results.lot_number"));
        assertEquals(4, page.getInt("totalCount"));
        assertEquals(4, page.getInt("numPages"));
        assertEquals(4, search(NONE, Map.of("page", 9)).getInt("totalCount"), "a page behind the last one");
    }

    @Test
    void t20_fifty_one_lots_are_two_pages() {
        world.item("MANY", Map.of());
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, Object>[] lots = IntStream.rangeClosed(1, 51)
                .mapToObj(n -> lot("M-" + n, "2026-12-31", 1))
                .toArray(Map[]::new);
        world.announce("WRO-MANY", "MANY", false, lots).then().statusCode(201);
        Map<String, Object> many = op("sku", "MANY");
        JsonPath first = search(many, NONE);
        assertEquals(50, first.getList("results").size());
        assertEquals(51, first.getInt("totalCount"));
        assertEquals(2, first.getInt("numPages"));
        JsonPath second = search(many, Map.of("page", 2));
        assertEquals(1, second.getList("results").size());
        Set<Object> all = new HashSet<>(first.getList("results.lot_id"));
        all.addAll(second.getList("results.lot_id"));
        assertEquals(51, all.size());
        assertEquals(51, search(many, Map.of("limit", 100)).getList("results").size());
    }

    private static final String UNKNOWN_FILTERS = """
        {"lot_id":{"like":1}}
        {"sku":{"regexp":".*"}}
        {"colour":"red"}
        {"locations":"A-01"}
        {"expiration_date":"tomorrow"}
        {"expiration_date":"2026-02-30"}
        {"expiration_date":"99999-01-01"}
        {"lot_id":"x"}
        {"lot_id":{"in":5}}
        {"lot_id":[1]}
        {"lot_id":{"eq":{}}}
        {"qty_available":{"gt":"many"}}
        {"qty_available":{"gt":1e99}}
        {"qty_available":{"starts":"1"}}
        {"created_at":{"gt":"2026-03-01T25:00:00Z"}}
        {"created_at":{"null":"perhaps"}}
        {"sku":null}
        [1]
        7
        """;

    @Test
    void t20_filters_that_are_not_known_end_with_102() {
        assertAll(UNKNOWN_FILTERS.lines().map(filters -> () -> refused(filters)));
    }

    private void refused(String filters) {
        JsonPath answer = Rpc.post(
                        "Bearer " + merchant.token(),
                        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"call\",\"params\":[null,\"inventory.lots\",[" + filters
                                + "]]}")
                .jsonPath();
        assertEquals(-32102, answer.getInt("error.code"), answer::prettify);
        assertEquals("Unexpected error applying filters.", answer.getString("error.message"));
    }

    @Test
    void options_that_are_not_known_end_with_102() {
        Map<String, Object> unknown = Map.of("limit", "101", "page", "first", "sort_dir", "up", "colour", "red");
        unknown.forEach((option, value) ->
                assertEquals(-32102, merchant.error("inventory.lots", NONE, Map.of(option, value)), option));
        for (String none : List.of("limit", "page")) {
            assertEquals(-32102, merchant.error("inventory.lots", NONE, Map.of(none, "0")), none);
        }
        assertEquals(-32102, merchant.error("inventory.lots", NONE, Map.of("sort_field", "colour")));
    }

    @Test
    void lots_of_others_and_of_disabled_items_are_absent() {
        Rpc neighbour = Rpc.merchant(World.acceptance());
        assertEquals(0, neighbour.result("inventory.lots").getInt("totalCount"));
        Map<String, Object> own = op("lot_id", id("L-A"));
        assertEquals(1, Rpc.admin().result("inventory.lots", own).getInt("totalCount"));
        assertEquals(0, neighbour.result("inventory.lots", own).getInt("totalCount"));
        world.item("GUMMY-60", Map.of("minShelfLifeDays", 30, "visible", false));
        assertEquals(0, search(NONE, NONE).getInt("totalCount"));
    }

    private JsonPath search(Map<String, Object> filters, Map<String, Object> options) {
        return merchant.result("inventory.lots", filters, options);
    }

    private static Set<String> numbers(JsonPath found) {
        List<String> numbers = found.getList("results.lot_number");
        assertEquals(numbers.size(), found.getInt("totalCount"));
        return new HashSet<>(numbers);
    }

    private String id(String number) {
        return search(op("lot_number", number), NONE).getString("results[0].lot_id");
    }

    private void patch(String number, Map<String, Object> body) {
        World.call()
                .body(body)
                .patch("/api/v1/owners/" + world.owner + "/items/GUMMY-60/lots/" + id(number))
                .then()
                .statusCode(200);
    }

    /** When a lot came to be is the database's own clock: no door sets it. */
    private void created(String number, String at) {
        assertEquals(
                1,
                Books.run(
                        "UPDATE lot SET created_at = ?::timestamptz WHERE lot_number IS NOT DISTINCT FROM ? AND item_id IN"
                                + " (SELECT i.id FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = ?)",
                        at,
                        number,
                        world.owner));
    }
}
