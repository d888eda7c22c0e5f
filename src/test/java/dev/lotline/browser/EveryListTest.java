package dev.lotline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    void every_list_is_a_file_too_and_its_page_leads_there() {
        FullHouse house = new FullHouse();
        Browser root = Browser.of("l" + house.world.owner.toLowerCase(Locale.ROOT), "ADMIN", null);
        List<String> wrong = new ArrayList<>();
        for (String route : Routes.all()) {
            if (NO_LISTS.contains(route) || route.startsWith("/fees")) {
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

    private static boolean zipped(byte[] bytes) {
        return bytes.length > ZIP.length && bytes[0] == ZIP[0] && bytes[1] == ZIP[1];
    }
}
