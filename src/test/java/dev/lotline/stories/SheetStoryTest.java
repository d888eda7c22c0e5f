package dev.lotline.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.House;
import dev.lotline.given.World;
import dev.lotline.gs1.check.Mod3736;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels on office paper and for a roll, for places, commands and people. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SheetStoryTest {
    private static final String SHEETS = "/api/v1/printing/sheets/";

    private World world;

    @BeforeEach
    void furnish() {
        world = World.acceptance();
    }

    @Test
    void the_places_of_a_zone_come_as_one_pdf_or_as_zpl() throws IOException {
        String where = "?warehouse=" + world.warehouse + "&from=A-01&to=A-02";
        String text = text(ask("LOCATION.pdf" + where)
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", "inline; filename=\"lotline-location.pdf\"")
                .extract()
                .asByteArray());
        assertTrue(text.contains("A-01") && text.contains("A-02"), text);
        assertFalse(text.contains("A-03"), text);
        String zpl = ask("LOCATION.zpl" + where + "&dpi=300&stock=50x25")
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .extract()
                .asString();
        assertEquals(2, zpl.split("\\^XA", -1).length - 1);
        assertTrue(zpl.contains("^PW591"), zpl);
    }

    @Test
    void every_command_stands_on_one_sheet() throws IOException {
        String text =
                text(ask("COMMANDS.pdf?paper=LETTER").statusCode(200).extract().asByteArray());
        for (String card : List.of("QUARANTINE", "UNDO", "SHORT", "CONFIRM", "NEWLPN")) {
            assertTrue(text.contains(card), card + " is not in " + text);
        }
    }

    @Test
    void badges_are_drawn_for_who_brings_their_codes() throws IOException {
        String body = "0123456789ABCDEFGHJKMNPQRS";
        String code = "BDG-" + body + Mod3736.of(body);
        String text = text(House.admin()
                .body(Map.of("badges", List.of(Map.of("code", code, "name", "Łucja", "role", "Lead"))))
                .post(SHEETS + "BADGE.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertTrue(text.contains("Łucja"), text);
        House.admin()
                .body(Map.of("badges", List.of(Map.of("code", "BDG-" + body + "?", "name", "\u202eA"))))
                .post(SHEETS + "BADGE.pdf")
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations.field", equalTo(List.of("badges[0].code", "badges[0].name")));
    }

    @Test
    void what_is_no_sheet_is_refused_by_name() {
        ask("LOCATION.pdf").statusCode(400).body("violations[0].field", equalTo("warehouse"));
        ask("LOCATION.pdf?warehouse=NOWHERE").statusCode(404).body("code", equalTo("UNKNOWN_WAREHOUSE"));
        ask("LOCATION.pdf?warehouse=" + world.warehouse + "&zone=NONE").statusCode(404);
        ask("ITEM_LOT.pdf?warehouse=" + world.warehouse).statusCode(404);
        ask("LOCATION.doc?warehouse=" + world.warehouse).statusCode(404);
        ask("COMMANDS.pdf?paper=A3&dpi=7&stock=9x9&language=xx")
                .statusCode(400)
                .body("violations.field", equalTo(List.of("stock", "paper", "dpi", "language")));
        String elsewhere = House.token(
                Map.of("name", world.owner + "-ELSEWHERE", "role", "SUPERVISOR", "warehouses", List.of("NOWHERE")));
        House.as(elsewhere)
                .get(SHEETS + "LOCATION.pdf?warehouse=" + world.warehouse)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_WAREHOUSE"));
    }

    private static ValidatableResponse ask(String sheet) {
        return House.admin().get(SHEETS + sheet).then();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
