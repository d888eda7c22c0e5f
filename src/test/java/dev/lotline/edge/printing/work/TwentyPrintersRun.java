package dev.lotline.edge.printing.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.PrintHouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import lotline.printer.Printed;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.Test;

/**
 * Twenty printers and ten thousand labels of four kinds, from requests to evidence, by one node at its usual pace: every
 * label once, each printer in its order, none unknown. {@code ./mvnw test -Dtest=TwentyPrintersRun}; {@code -Dprinting.rounds=}
 * says how many. Alone on its machine it makes more than 200 a second.
 */
class TwentyPrintersRun {
    private static final int PRINTERS = 20;
    private static final int IN_A_JOB = 10;
    /** Of one request; each is a job of its own, which waits for its own evidence. */
    private static final int PLATES = Integer.getInteger("printing.plates", 1);

    private static final int ROUNDS = Integer.getInteger("printing.rounds", 16);
    private static final int REQUESTS = PRINTERS * 4 * ROUNDS;
    private static final int LABELS = PRINTERS * ROUNDS * (3 * IN_A_JOB + PLATES);
    private static final int LEAST_A_SECOND = Integer.getInteger("printing.least", 200);
    private static final double FAST = 400;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Test
    void ten_thousand_labels_come_out_once_and_in_order() throws Exception {
        List<VirtualPrinter> printers = new ArrayList<>();
        try (PrintHouse house = new PrintHouse()) {
            for (int n = 1; n <= PRINTERS; n++) {
                VirtualPrinter printer = VirtualPrinter.start("P-" + n, 0, FAST);
                printers.add(printer);
                house.run(
                        "INSERT INTO printer (warehouse_id, code, link, host, port, dpi, width_mm, height_mm, changed_by)"
                                + " SELECT id, '" + printer.name() + "', 'TCP', '127.0.0.1', " + printer.port()
                                + ", 203, 101.6, 152.4, 'test' FROM warehouse");
            }
            house.run("INSERT INTO outbox (warehouse_id, event_id, topic, key, payload) SELECT w.id, gen_random_uuid(),"
                    + " 'lotline.label', 'label', jsonb_build_object('kind', (ARRAY['LPN', 'PRINTER', 'COMMANDS', 'TEST'])"
                    + "[1 + n / " + PRINTERS + " % 4], 'quantity', CASE n / " + PRINTERS + " % 4 WHEN 0 THEN " + PLATES
                    + " ELSE " + IN_A_JOB + " END, 'printer', 'P-' || 1 + n % " + PRINTERS
                    + ", 'subject', jsonb_build_object('printer', 'N-' || n), 'actor', 'test')"
                    + " FROM warehouse w, generate_series(0, " + (REQUESTS - 1) + ") n");
            Process node = start(house);
            try {
                long begun = System.nanoTime();
                through(house);
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf(
                        "%d labels at %d printers: %.0f a second, start of the node included%n",
                        LABELS, PRINTERS, LABELS / seconds);
                assertEquals(List.of(List.of("CONFIRMED")), house.ask("SELECT DISTINCT state FROM label"));
                printers.forEach(printer -> inOrder(house, printer));
                assertTrue(LABELS / seconds >= LEAST_A_SECOND, LABELS / seconds + " labels a second");
            } finally {
                node.destroyForcibly().waitFor();
            }
        } finally {
            printers.forEach(VirtualPrinter::close);
        }
    }

    private static Process start(PrintHouse house) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PrintNode.class.getName(),
                        house.url(),
                        house.password(),
                        "usual")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until every label is decided, as long as something moves. */
    private static void through(PrintHouse house) throws Exception {
        long before = -1;
        long since = System.nanoTime();
        long now = 0;
        while (now < LABELS) {
            now = house.number("SELECT count(*) FROM label WHERE state NOT IN ('PLANNED', 'SENT')");
            if (now != before) {
                before = now;
                since = System.nanoTime();
            }
            assertTrue(
                    System.nanoTime() - since < PATIENCE_NANOS,
                    "stands still: " + house.ask("SELECT state, code, count(*) FROM print_job GROUP BY 1, 2"));
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static void inOrder(PrintHouse house, VirtualPrinter printer) {
        try {
            List<String> planned = house
                    .ask(
                            "SELECT serial FROM label l JOIN print_job j ON j.id = l.job_id JOIN printer p ON p.id = j.printer_id"
                                    + " WHERE p.code = '" + printer.name() + "' ORDER BY j.priority, j.id, l.position")
                    .stream()
                    .map(row -> row.get(0))
                    .toList();
            Set<String> ours = new HashSet<>(planned);
            List<String> printed = new ArrayList<>();
            for (Printed label : printer.labels()) {
                label.fields().stream().filter(ours::contains).findFirst().ifPresent(printed::add);
            }
            assertEquals(planned, printed, printer.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
