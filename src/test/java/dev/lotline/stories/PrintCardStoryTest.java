package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Handset;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scanner without a screen asks for labels by cards, and says where by scanning a printer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PrintCardStoryTest {
    private final String gtin = Handset.gtin();
    private final String label = "]d201" + gtin + "17260630" + "10L-A";
    private World world;
    private Handset handset;
    private Printing printing;

    @BeforeEach
    void a_house_with_a_scanner() {
        world = World.acceptance();
        world.item(
                "GUMMY-60",
                Map.of("receivingLabels", "CASE", "barcodes", List.of(Map.of("code", gtin, "quantity", 1))));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        handset = Handset.of(world, "standard", Map.of());
        printing = new Printing(world);
    }

    @AfterEach
    void the_books_balance() {
        printing.close();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void the_next_thing_behind_the_card_print_gets_its_label() {
        VirtualPrinter printer = printing.printer("STATUS");
        printing.everythingTo(printer);
        handset.told("CMD:QTY:2", "QUANTITY_SET");
        handset.told("CMD:PRINT", "ARMED");
        Map<String, Object> scan = handset.next(label);
        JsonPath asked = handset.sent(scan);
        assertEquals("LABELS_ASKED", asked.getString("code"), asked.prettify());
        assertEquals(2, asked.getInt("facts.labels"));
        assertEquals(true, handset.sent(scan).getBoolean("replayed"));
        Printing.await(true, () -> with(printer, "L-A") >= 2);
        // the card is used up: the place is a place again
        handset.told("LOC-A-01", "LOCATION_SET");
        handset.told("CMD:PRINT", "ARMED");
        handset.told("LOC-A-01", "LABELS_ASKED");
        Printing.await(1L, () -> with(printer, "LOC-A-01"));
        handset.told("CMD:PRINT", "ARMED");
        assertEquals(
                "STOP", handset.told("nobody knows this", "UNKNOWN_BARCODE").getString("tone"));
    }

    @Test
    void a_new_plate_gets_a_number_and_its_label() {
        VirtualPrinter printer = printing.printer("STATUS");
        assertEquals("REFUSED", handset.told("CMD:NEWLPN", "NO_PRINTER").getString("verdict"));
        // what was received before may wait for its label
        assertEquals(List.of(), printing.jobs().getList("items.findAll { it.kind != 'ITEM_LOT' }"));
        printing.everythingTo(printer);
        String plate = handset.told("CMD:NEWLPN", "LABELS_ASKED").getString("facts.plate");
        Printing.await(1L, () -> with(printer, "LPN-" + plate));
        handset.told("CMD:QTY:3", "QUANTITY_SET");
        assertEquals(3, handset.told("CMD:NEWLPN", "LABELS_ASKED").getInt("facts.labels"));
        Printing.await(4L, () -> printer.labels().size() - with(printer, "L-A"));
    }

    /** Labels with that field; what was received before may come out beside them. */
    private static long with(VirtualPrinter printer, String field) {
        return printer.labels().stream()
                .filter(label -> label.fields().contains(field))
                .count();
    }

    @Test
    void what_a_device_asks_for_comes_out_at_the_printer_whose_label_it_scanned() {
        VirtualPrinter usual = printing.printer("STATUS");
        VirtualPrinter near = printing.printer("STATUS");
        printing.everythingTo(usual);
        handset.told("PRN-NOBODY-HAS-THIS", "UNKNOWN_PRINTER");
        assertEquals(
                near.name(), handset.told("PRN-" + near.name(), "PRINTER_SET").getString("facts.printer"));
        handset.told("CMD:HOME", "NOTHING_IS_OPEN");
        String first = handset.told("CMD:NEWLPN", "LABELS_ASKED").getString("facts.plate");
        Printing.await(1L, () -> with(near, "LPN-" + first));
        // also what nobody asks for: the label of goods that it counts in
        String receipt = "R-" + world.owner;
        world.announce(receipt, "GUMMY-60", true, World.lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        handset.told(receipt, "DOCUMENT_OPEN");
        World.ok(handset.told(label, "RECEIVED"));
        Printing.await(true, () -> with(near, "L-A") >= 1);
        // of another house there is none
        World other = World.acceptance();
        Handset far = Handset.of(other, "standard", Map.of());
        far.told("PRN-" + near.name(), "UNKNOWN_PRINTER");
        // and a second label that is scanned takes over
        handset.told("PRN-" + usual.name(), "PRINTER_SET");
        String second = handset.told("CMD:NEWLPN", "LABELS_ASKED").getString("facts.plate");
        Printing.await(1L, () -> with(usual, "LPN-" + second));
        assertEquals(0, with(near, "LPN-" + second));
    }
}
