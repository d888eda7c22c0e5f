package dev.lotline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.lotline.given.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every list of the console as a file: whatever is a page and no list stands here, so that no list is forgotten. */
@QuarkusTest
class EveryListTest {
    /** One thing each, a form, or what is answered elsewhere as a file. */
    private static final Set<String> NO_LISTS = Set.of(
            "/",
            "/account",
            "/search",
            "/demo/printers",
            "/lots/{id}",
            "/receiving/new",
            "/receiving/{owner}/{reference}",
            "/orders/{owner}/{reference}",
            "/orders/{owner}/{reference}/lines/{line}/why",
            "/holds/new",
            "/holds/{hold}",
            "/holds/{hold}/report",
            "/expiry/calendar",
            "/fees/{owner}/why",
            "/fees/{owner}/outlook",
            "/fees/{owner}/savings",
            "/fees/{owner}/what-if",
            "/fees/{owner}/statements/{number}",
            "/counts/{count}",
            "/adjustments/new",
            "/printers/{printer}",
            "/print-jobs/{job}",
            "/audit/{event}",
            "/admin/owners/{owner}/new-item",
            "/admin/owners/{owner}/items/{sku}",
            "/admin/places/import",
            "/admin/plans/{plan}");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    @Test
    void every_list_is_sorted_and_has_its_columns_chosen_and_its_file_is_what_is_shown() {
        FullHouse house = new FullHouse();
        Browser root = Browser.of("l" + house.world.owner.toLowerCase(Locale.ROOT), "ADMIN", null);
        List<String> wrong = new ArrayList<>();
        for (String route : Routes.all()) {
            if (NO_LISTS.contains(route)) {
                continue;
            }
            String address = house.addresses().keySet().stream()
                    .filter(each -> Routes.fits(route, each) && each.contains("?"))
                    .findFirst()
                    .or(() -> house.addresses().keySet().stream()
                            .filter(each -> Routes.fits(route, each))
                            .findFirst())
                    .orElse(route);
            look(root, address, wrong);
            arrange(root, address, wrong);
        }
        assertEquals(List.of(), wrong);
    }

    private static void look(Browser root, String address, List<String> wrong) {
        String page = root.page(address);
        for (String format : List.of("csv", "xlsx")) {
            String told = page.replaceAll("(?s).*href=\"([^\"]*format=" + format + ")\".*", "$1");
            if (told.equals(page)) {
                wrong.add(address + ": no link to " + format);
                continue;
            }
            Response file = root.get(told.replace("&amp;", "&").replace("&#39;", "'"));
            String type = format.equals("csv") ? "text/csv" : "application/vnd.openxmlformats";
            String name = String.valueOf(file.header("Content-Disposition"));
            boolean right = file.statusCode() == 200
                    && String.valueOf(file.contentType()).startsWith(type)
                    && name.matches("attachment; filename=\"lotline-[a-z-]+-.+-[0-9]{8}-[0-9]{4}\\." + format + "\"")
                    && (format.equals("csv") ? file.asString().contains("\r\n") : zipped(file.asByteArray()));
            if (!right) {
                wrong.add(told + ": " + file.statusCode() + " " + file.contentType() + " " + name);
            }
        }
    }

    /** Sorted by each column that says so, both ways, with the columns that were chosen, page and file alike. */
    private static void arrange(Browser root, String address, List<String> wrong) {
        String page = root.page(address);
        List<String> codes = all(page, "name=\"cols\" value=\"([^\"]+)\"");
        List<String> sorts = all(page, "<th scope=\"col\"[^>]*><a href=\"([^\"]*[?&;]sort=[^\"]*)\"");
        if (codes.isEmpty()) {
            wrong.add(address + ": no choice of columns");
            return;
        }
        if (sorts.isEmpty() && page.contains("<table class=\"figures\"")) {
            wrong.add(address + ": can't be sorted");
        }
        for (String sort : sorts) {
            String by = plain(sort);
            String up = root.page(by);
            if (!up.contains("aria-sort=\"ascending\"")
                    || !root.page(by.replace("sort=", "sort=-")).contains("aria-sort=\"descending\"")) {
                wrong.add(by + ": is not sorted");
            }
            List<String> shown = all(up.replaceAll("(?s)<tfoot.*", ""), "<th scope=\"row\"[^>]*>(?:<a [^>]*>)?([^<]*)");
            List<String> filed = firstCells(csv(root, up));
            boolean whole = !up.contains("rel=\"next\"");
            if (whole && filed.size() != shown.size()
                    || whole && Set.copyOf(filed).equals(Set.copyOf(shown)) && !filed.equals(shown)) {
                wrong.add(by + ": shows " + shown + " and files " + filed);
            }
        }
        String last = codes.get(codes.size() - 1);
        String chosen = "cols=" + FullHouse.encoded(last);
        String alone = root.page(and(address, chosen));
        String csv = csv(root, alone);
        int heads =
                all(alone, "<th scope=\"col\"[^>]*>(?!<span class=\"unseen\">)").size();
        if (!csv.startsWith(last + "\r\n") || heads > 1) {
            wrong.add(address + " with column " + last + " alone: " + heads + " heads, file " + csv.split("\r\n")[0]);
        }
    }

    /** The file that a page leads to. */
    private static String csv(Browser root, String page) {
        return root.get(plain(all(page, "href=\"([^\"]*format=csv)\"").get(0))).asString();
    }

    /** Of a file, without its header. */
    private static List<String> firstCells(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .skip(1)
                .map(line -> line.getField(0))
                .toList();
    }

    private static String and(String address, String more) {
        return address + (address.contains("?") ? "&" : "?") + more;
    }

    private static String plain(String attribute) {
        return attribute.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(each -> each.groupCount() == 0 ? each.group() : each.group(1))
                .toList();
    }

    private static boolean zipped(byte[] bytes) {
        return bytes.length > ZIP.length && bytes[0] == ZIP[0] && bytes[1] == ZIP[1];
    }
}
