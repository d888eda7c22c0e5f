package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.House;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A house prints its labels as it likes, within the rules of ours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class OwnTemplateStoryTest {
    private static final String TOTE = "/api/v1/printing/templates/TOTE";

    @AfterEach
    void as_it_was() {
        World.call().delete(TOTE).then().statusCode(200);
    }

    private static Response put(String zpl) {
        return World.call().body(Map.of("zpl", zpl)).put(TOTE);
    }

    private static String inForce() {
        return World.call().get(TOTE).path("zpl");
    }

    @Test
    void a_template_of_the_house_is_used_from_now_on_and_ours_again_when_it_is_gone() {
        World world = World.acceptance();
        Printing printing = new Printing(world);
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        String ours = inForce();
        String theirs = ours.replace("^PQ1", "^FO{mm:x(40)},{mm:y(20)}^A0N,{mm:h(2)},{mm:w(2)}^FH_^FDOUR TOTE^FS^PQ1");
        Response put = put(theirs);
        assertEquals(200, put.statusCode(), put.asString());
        assertEquals(true, put.path("own"));
        printing.until(printing.ask("TOTE", Map.of("location", "A-01")), "CONFIRMED");
        assertTrue(printer.labels().get(0).fields().contains("OUR TOTE"), "" + printer.labels());
        assertEquals(ours, World.call().delete(TOTE).path("zpl"));
        printing.until(printing.ask("TOTE", Map.of("location", "A-01")), "CONFIRMED");
        assertTrue(!printer.labels().get(1).fields().contains("OUR TOTE"), "" + printer.labels());
        printing.close();
    }

    @Test
    void what_breaks_a_rule_is_refused_and_changes_nothing() {
        String ours = inForce();
        for (List<String> broken : List.of(
                List.of(ours.replace("^XZ", "^DFE:X.ZPL^XZ"), "COMMAND_NOT_ALLOWED"),
                List.of(ours.replace("^XZ", "~JA^XZ"), "COMMAND_NOT_ALLOWED"),
                List.of(ours.replace("place.text(24)", "place"), "EXPRESSION_NOT_ENCODED"),
                List.of(ours.replaceFirst("\\{place\\.text\\(\\d+\\)\\}", "{place.raw}"), "EXPRESSION_NOT_ENCODED"),
                List.of(
                        ours.replaceFirst("\\{place\\.text\\(\\d+\\)\\}", "{nobody.text(9)}"),
                        "EXPRESSION_NOT_ENCODED"),
                List.of(ours.replaceFirst("\\{serial\\.text\\(\\d+\\)\\}", "X"), "serial"),
                List.of(ours.replace("{code.code128}", "{serial.code128}"), "symbol"),
                List.of(ours.replace("^PQ1", "^FO{mm:x(70)},{mm:y(20)}^A0N,60,60^FH_^FDWIDE^FS^PQ1"), "TEXT_TOO_LONG"),
                List.of(ours.replace("{page.width}", "90"), "FIELD_DOES_NOT_FIT"),
                List.of("{#if", "EXPRESSION_NOT_ENCODED"))) {
            if (broken.get(0).equals(ours)) {
                continue;
            }
            Response refused = put(broken.get(0));
            assertEquals(400, refused.statusCode(), broken.get(0));
            assertTrue(refused.asString().contains(broken.get(1)), broken + "\n" + refused.asString());
        }
        assertEquals(ours, inForce());
    }

    @Test
    void only_who_decides_for_the_whole_house_may_put_one() {
        World world = World.acceptance();
        String device = House.token(Map.of("name", "D-" + UUID.randomUUID(), "role", "DEVICE"));
        assertEquals(403, House.as(device).body(Map.of("zpl", "x")).put(TOTE).statusCode());
        String local = House.token(
                Map.of("name", "S-" + UUID.randomUUID(), "role", "SUPERVISOR", "warehouses", List.of(world.warehouse)));
        assertEquals(403, House.as(local).body(Map.of("zpl", "x")).put(TOTE).statusCode());
        assertEquals(404, World.call().get("/api/v1/printing/templates/NOTHING").statusCode());
        assertEquals(400, World.call().body(Map.of()).put(TOTE).statusCode());
    }
}
