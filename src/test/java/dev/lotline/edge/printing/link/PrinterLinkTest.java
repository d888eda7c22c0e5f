package dev.lotline.edge.printing.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.printing.link.PrinterLink.Patience;
import dev.lotline.edge.printing.link.PrinterLink.Sent;
import dev.lotline.given.Printing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wire against a printer with every fault of a dock. */
class PrinterLinkTest {
    private static final Patience SHORT = new Patience(500, 200, 400);
    private static final String LABEL = "^XA^FO1,1^A0N,9,9^FH_^FDx^FS" + "^FX".repeat(10) + "^PQ1^XZ";

    private VirtualPrinter printer;
    private PrinterLink link;

    @BeforeEach
    void connect() throws IOException {
        printer = VirtualPrinter.start("P-TEST", 0, 100);
        link = new PrinterLink(new InetSocketAddress(InetAddress.getLoopbackAddress(), printer.port()), SHORT);
    }

    @AfterEach
    void hangUp() {
        link.close();
        printer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', READY", "paperOut, PAPER_OUT", "ribbonOut, RIBBON_OUT", "headOpen, HEAD_OPEN", "pause, PAUSED",
        "overTemp, TOO_HOT", "bufferFull, SILENT", "silent, SILENT", "garbageStatus, UNREADABLE", "splitStatus, READY",
        "doubleStatus, READY", "oldFirmware, READY", "refuse, UNREACHABLE", "blackHole, SILENT",
                "changedPrefix, SILENT",
        "readRate, SILENT"
    })
    void every_fault_has_its_word(String fault, PrinterHealth health) {
        if (!fault.isEmpty()) {
            printer.faults().on(fault);
        }
        Printing.await(health, () -> link.ask().health());
    }

    @Test
    void a_slow_answer_is_waited_for_and_a_very_slow_one_is_silence() {
        printer.faults().set("slowStatus", 100);
        assertEquals(PrinterHealth.READY, link.ask().health());
        printer.faults().set("slowStatus", 2_000);
        assertEquals(PrinterHealth.SILENT, link.ask().health());
    }

    @Test
    void a_label_goes_and_the_counter_counts_it() {
        assertEquals(PrinterHealth.READY, link.ask().health());
        Long before = link.odometer();
        assertNotNull(before);
        assertEquals(new Sent(LABEL.length(), null), link.send(bytes(LABEL), gone -> {}));
        Printing.await(before + 1, () -> link.odometer());
        assertEquals(LABEL, printer.labels().get(0).zpl());
    }

    @Test
    void a_printer_that_takes_nothing_any_more_is_given_up_with_what_has_gone() {
        assertEquals(PrinterHealth.READY, link.ask().health());
        printer.faults().on("blackHole");
        byte[] big = bytes("^XA" + "^FX".repeat(4_000_000) + "^XZ");
        Sent sent = link.send(big, gone -> {});
        assertNotNull(sent.trouble());
        assertTrue(sent.bytes() > 0 && sent.bytes() < big.length, sent.toString());
    }

    @Test
    void a_refused_connection_has_taken_nothing() {
        printer.faults().on("refuse");
        Printing.await(PrinterHealth.UNREACHABLE, () -> link.ask().health());
        assertEquals(0, link.send(bytes(LABEL), gone -> {}).bytes());
    }

    @Test
    void a_counter_that_is_not_there_says_nothing() {
        printer.faults().on("silent");
        printer.faults().on("blackHole");
        assertNull(link.odometer());
    }

    @Test
    void a_pulled_plug_loses_the_connection() throws IOException {
        assertEquals(PrinterHealth.READY, link.ask().health());
        printer.powerCycle();
        link.ask();
        assertEquals(PrinterHealth.READY, link.ask().health());
    }

    private static byte[] bytes(String zpl) {
        return zpl.getBytes(StandardCharsets.US_ASCII);
    }
}
