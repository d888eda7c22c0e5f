package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.House;
import dev.lotline.given.Printing;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.Test;

/** A printer that keeps labels waiting is told about before somebody misses them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PrintAlertStoryTest {
    @Test
    void a_printer_that_is_not_ready_and_a_label_of_which_nobody_knows_are_told_after_a_while() throws Exception {
        World world = World.acceptance();
        Printing printing = new Printing(world);
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        printer.faults().set("closeAfter", 120);
        String unknown = printing.ask("LOCATION", Map.of("location", "A-01"));
        printing.until(unknown, "UNKNOWN");
        printer.faults().clear();
        printer.faults().on("paperOut");
        printing.ask("LOCATION", Map.of("location", "A-02"));
        printing.untilHealth(printer, "PAPER_OUT");
        assertEquals(List.of(), alerts(world).getList("items"), "not yet");
        try (Superuser past = Superuser.begin()) {
            past.withoutGuards()
                    .run("UPDATE printer SET not_ready_since = now() - interval '3 minutes' WHERE code = '"
                            + printer.name() + "'")
                    .run("UPDATE print_job SET changed_at = now() - interval '11 minutes' WHERE id = '" + unknown + "'")
                    .commit();
        }
        JsonPath late = alerts(world);
        assertEquals(List.of("UNKNOWN_OLD", "NOT_READY"), late.getList("items.alert"), late.prettify());
        assertEquals("Printer " + printer.name() + " is not ready; jobs waiting: 1.", late.getString("items[1].words"));
        JsonPath health = House.admin().get("/q/health/well").jsonPath();
        assertEquals("UP", health.getString("checks.find { it.name == 'printing' }.status"));
        assertTrue(health.getInt("checks.find { it.name == 'printing' }.data.NOT_READY") >= 1, health.prettify());
        printer.faults().clear();
        Printing.await(List.of("UNKNOWN_OLD"), () -> alerts(world).getList("items.alert"));
        printing.decide(unknown, "came-out", Map.of()).then().statusCode(200);
        assertEquals(List.of(), alerts(world).getList("items"));
        printing.close();
    }

    private static JsonPath alerts(World world) {
        return world.get("/printing/alerts?warehouse=" + world.warehouse);
    }
}
