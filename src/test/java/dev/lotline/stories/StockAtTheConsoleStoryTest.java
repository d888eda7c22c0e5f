package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables of stock: sorted, narrowed and paged by their address, and the same rows as a file. */
@QuarkusTest
class StockAtTheConsoleStoryTest {
    private static final Pattern FIRST_CELL = Pattern.compile("<th scope=\"row\"[^>]*>(?:<a [^>]*>)?([^<]*)");

    private World world;
    private Browser ana;
    private String list;
    private String lots;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        ana = Browser.of(world.owner.toLowerCase(Locale.ROOT), "SUPERVISOR", null);
        list = "/inventory?owner=" + world.owner;
        lots = "/inventory/" + world.owner + "/GUMMY-60/lots";
    }

    @Test
    void a_lot_tells_what_a_month_of_its_storage_costs() {
        Storage paid = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        paid.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        paid.world.stock("GUMMY-60", "L-B", "2027-09-30", 60, "A-02");
        paid.world.stock("GUMMY-60", "L-B", "2027-09-30", 2, "B-01");
        // before the first close: what stands there today, as the plan will rate it
        String before = "/inventory/" + paid.world.owner + "/GUMMY-60/lots?warehouse=" + paid.world.warehouse;
        assertEquals(List.of("fee", "3.00", "6.00"), fees(ana.get(before + "&format=csv")));
        paid.morning("2026-03-18");
        paid.world.stock("GUMMY-60", "L-C", "2027-10-31", 5, "C-01");
        String page = "/inventory/" + paid.world.owner + "/GUMMY-60/lots?warehouse=" + paid.world.warehouse;
        // bins of 4 ft³ at $0.75, each lot in bins of its own; one came after the last closed day
        assertEquals(List.of("fee", "3.00", "6.00", ""), fees(ana.get(page + "&format=csv")));
        assertTrue(ana.page(page).contains("9.00 <span class=\"badge\">≥</span>"), ana.page(page));
        Browser device =
                Browser.of("m" + paid.world.owner.toLowerCase(Locale.ROOT), "MERCHANT", List.of(paid.world.owner));
        assertEquals(List.of("fee", "3.00", "6.00", ""), fees(device.get(page + "&format=csv")));
        World.clock("2026-03-01");
    }

    private static List<String> fees(Response csv) {
        return lines(csv).stream()
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    @Test
    void a_list_is_sorted_and_narrowed_by_its_address_and_pages_begin_where_the_last_one_ended() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.item("AAA-1", Map.of("name", "Zinc"));
        for (int n = 0; n < 55; n++) {
            world.item("MANY-" + (100 + n), Map.of("name", "Many " + n));
        }
        List<String> first = rows(ana.page(list));
        assertEquals("AAA-1", first.get(0));
        assertEquals("GUMMY-60", rows(ana.page(list + "&sort=-onHand")).get(0));
        assertEquals(
                List.of("GUMMY-60"),
                rows(ana.page(list + "&lots=1&sort=name")).stream()
                        .filter("GUMMY-60"::equals)
                        .toList());
        assertEquals(List.of(), rows(ana.page(list + "&held=1")));
        for (String order : List.of("", "&sort=-sku", "&sort=onHand", "&sort=-name")) {
            String page = ana.page(list + order);
            List<String> all = new ArrayList<>(rows(page));
            assertEquals(50, all.size());
            Matcher next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
            assertTrue(next.find(), page);
            all.addAll(rows(ana.page(next.group(1).replace("&amp;", "&"))));
            assertEquals(all.size(), all.stream().distinct().count(), order);
            assertEquals(
                    all,
                    lines(ana.get(list + order + "&format=csv")).stream()
                            .skip(1)
                            .map(line -> line.split(",")[0])
                            .toList(),
                    order);
        }
        for (String wrong : List.of(
                "&sort=colour", "&cols=colour", "&held=2", "&after=x", "&format=pdf", "&sort=onHand&after=x%0Ay")) {
            assertEquals(400, ana.get(list + wrong).statusCode(), wrong);
        }
    }

    @Test
    void the_breakdown_as_a_file_has_the_rows_columns_and_order_of_the_page() throws IOException {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.stock("GUMMY-60", "=L-B", "2026-12-31", 40, "A-02");
        world.announce("WRO-9", "GUMMY-60", true, lot("L-C", "2027-12-01", 24))
                .then()
                .statusCode(201);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        String view = lots + "?sort=-expires&cols=lot&cols=expires&cols=incoming&cols=committed&cols=fulfillable";
        List<String> shown = rows(ana.page(view).replaceAll("(?s)<tfoot>.*", ""));
        assertEquals(List.of("L-C", "=L-B", "L-A", "Promised, lot not chosen yet"), shown);

        Response csv = ana.get(view + "&format=csv");
        assertTrue(
                csv.header("Content-Disposition").matches(".*\"lotline-lots-all-\\d{8}-\\d{4}\\.csv\""),
                csv.header("Content-Disposition"));
        assertEquals(
                List.of(
                        "lot,expires,incoming,committed,fulfillable",
                        "L-C,2027-12-01,24,0,0",
                        "'=L-B,2026-12-31,0,0,40",
                        "L-A,2026-06-30,0,0,60",
                        ",,,50,-50"),
                lines(csv));

        Response xlsx = ana.get(view + "&warehouse=" + world.warehouse + "&format=xlsx");
        assertTrue(xlsx.header("Content-Disposition").contains("lotline-lots-" + world.warehouse + "-"));
        try (ReadableWorkbook book = new ReadableWorkbook(xlsx.asInputStream())) {
            List<Sheet> sheets = book.getSheets().toList();
            assertEquals("About", sheets.get(1).getName());
            try (Stream<Row> rows = sheets.get(0).openStream()) {
                List<Row> all = rows.toList();
                assertEquals("=L-B", all.get(2).getCell(0).asString());
                assertEquals(CellType.NUMBER, all.get(2).getCell(4).getType());
                assertEquals(
                        "2026-12-31",
                        all.get(2).getCell(1).asDate().toLocalDate().toString());
            }
            try (Stream<Row> about = sheets.get(1).openStream()) {
                assertTrue(about.anyMatch(row -> row.getCell(1).asString().contains("sort=-expires")));
            }
        }
    }

    @Test
    void the_breakdown_tells_volume_places_and_hides_empty_lots() {
        world.item(
                "BOX-1",
                Map.of(
                        "name",
                        "Box",
                        "lotTracked",
                        true,
                        "dimensions",
                        Map.of("length", 12, "width", 12, "height", 6, "unit", "in")));
        world.stock("BOX-1", "L-A", "2026-06-30", 8, "A-01");
        world.stock("BOX-1", "L-B", "2026-12-31", 2, "A-02");
        String page = ana.page("/inventory/" + world.owner + "/BOX-1/lots");
        String total = page.substring(page.indexOf("<tfoot>"));
        assertTrue(total.contains(">5<"), total);
        assertTrue(page.contains("30 JUN 2026") && page.contains("title=\"8 = 0 + 8\"") && page.contains("A-01"), page);
        assertEquals(List.of("L-A", "L-B", "Σ item"), rows(page));
        assertTrue(page.contains("ShipStream"), page);
        assertTrue(ana.asking()
                .header("Accept-Language", "es")
                .get("/inventory/" + world.owner + "/BOX-1/lots")
                .asString()
                .contains("Desglose por lote"));
    }

    @Test
    void a_merchant_gets_no_file_of_somebody_else() {
        World other = world.again();
        Browser merchant = Browser.of(world.owner.toLowerCase(Locale.ROOT) + ".m", "MERCHANT", List.of(other.owner));
        assertEquals(404, merchant.get(list + "&format=csv").statusCode());
        assertEquals(404, merchant.get(lots + "?format=xlsx").statusCode());
        assertEquals(303, new Browser().get(list + "&format=csv").statusCode());
        assertFalse(merchant.get("/inventory?owner=" + other.owner + "&format=csv")
                .asString()
                .contains(world.owner));
    }

    private static List<String> rows(String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = FIRST_CELL.matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> lines(Response csv) {
        assertEquals(200, csv.statusCode(), csv.asString());
        return csv.asString().lines().toList();
    }
}
