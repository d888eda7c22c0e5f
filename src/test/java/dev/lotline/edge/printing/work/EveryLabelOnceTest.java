package dev.lotline.edge.printing.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.PrintHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lotline.printer.Printed;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Printers that break off, stall, run out of paper and lose their power, and the process that prints killed in between:
 * every serial is printed once at most, or nobody claims to know. {@code -Dprinting.jobs=1000} and {@code -Dprinting.kills=}
 * play more of it.
 */
@Timeout(180)
class EveryLabelOnceTest {
    private static final int JOBS = Integer.getInteger("printing.jobs", 30);
    private static final long SEED = Long.getLong("printing.seed", 1);
    private static final int PRINTERS = 2;
    private static final int KILLS = Integer.getInteger("printing.kills", 3);
    private static final double FAST = 400;
    private static final String GONE = "WHERE state IN ('SENDING', 'SENT')";
    private static PrintHouse house;

    private final List<VirtualPrinter> printers = new ArrayList<>();
    private Process node;

    @BeforeAll
    static void open() throws SQLException {
        house = new PrintHouse();
    }

    @AfterAll
    static void shut() throws SQLException {
        house.close();
    }

    @BeforeEach
    void printers() throws IOException, SQLException {
        house.run("TRUNCATE print_job, label, outbox, printer CASCADE");
        for (int n = 1; n <= PRINTERS; n++) {
            VirtualPrinter printer = VirtualPrinter.start("P-" + n, 0, FAST);
            printers.add(printer);
            house.run("INSERT INTO printer (warehouse_id, code, link, host, port, dpi, width_mm, height_mm, changed_by)"
                    + " SELECT id, '" + printer.name() + "', 'TCP', '127.0.0.1', " + printer.port()
                    + ", 203, 57, 32, 'test' FROM warehouse");
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        node.destroyForcibly().waitFor();
        printers.forEach(VirtualPrinter::close);
    }

    @Test
    void no_serial_is_printed_twice_and_none_is_lost_whatever_breaks() throws Exception {
        ask(JOBS);
        List<Trouble> troubles = new ArrayList<>();
        for (VirtualPrinter printer : printers) {
            Trouble trouble = new Trouble(printer, SEED + troubles.size());
            troubles.add(trouble);
            new Thread(trouble, "trouble-" + printer.name()).start();
        }
        start("quick");
        for (int kill = 1; kill <= KILLS; kill++) {
            until(JOBS * kill / (KILLS + 1));
            kill();
            start("quick");
        }
        until(JOBS * 19 / 20);
        troubles.forEach(Trouble::end);
        until(JOBS);
        int times = troubles.stream().mapToInt(Trouble::times).sum();
        System.getLogger("printing").log(System.Logger.Level.INFO, states() + ", trouble " + times + " times");
        assertEquals(JOBS, house.number("SELECT count(*) FROM print_job"), "each request made one job");
        assertEquals(
                List.of(),
                house.ask("SELECT id, state FROM print_job WHERE state NOT IN ('CONFIRMED', 'UNKNOWN')"),
                "what is not confirmed is unknown");
        assertTrue(house.number("SELECT count(*) FROM print_job WHERE state = 'UNKNOWN'") > 0, "nothing went wrong");
        assertEquals(Set.of(), twice());
        Set<String> out =
                new HashSet<>(printed().values().stream().flatMap(List::stream).toList());
        for (List<String> label : house.ask("SELECT serial FROM label WHERE state = 'CONFIRMED'")) {
            assertTrue(out.contains(label.get(0)), label + " is said to be printed");
        }
        inOrder();
    }

    /** The test sees duplicates where there are some: here nobody has written down that a byte was about to go. */
    @Test
    void without_the_note_before_the_first_byte_labels_would_come_out_twice() throws Exception {
        ask(4);
        start("slow");
        while (printers.get(0).labels().isEmpty()
                || house.number("SELECT count(*) FROM print_job WHERE state = 'SENT' AND printer_id = (SELECT id FROM"
                                + " printer WHERE code = 'P-1')")
                        == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        node.destroyForcibly().waitFor();
        house.run(
                "SET session_replication_role = replica; UPDATE print_job SET state = 'SENDING', first_byte_at = NULL,"
                        + " bytes_written = 0 " + GONE + "; SET session_replication_role = origin");
        kill();
        start("quick");
        until(4);
        assertFalse(twice().isEmpty(), "no label came out twice");
    }

    @Test
    void a_printer_that_counts_tells_after_a_crash_what_came_out() throws Exception {
        house.run("UPDATE printer SET confirm = 'ODOMETER'");
        ask(1);
        start("slow");
        while (printers.get(1).labels().size() < 2
                || house.number("SELECT count(*) FROM print_job WHERE state = 'SENT'") == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        kill();
        start("quick");
        until(1);
        while (house.number("SELECT count(*) FROM print_job WHERE state = 'UNKNOWN'") > 0) {
            LockSupport.parkNanos(5_000_000);
        }
        assertEquals(List.of(List.of("CONFIRMED", "ODOMETER")), house.ask("SELECT state, evidence FROM print_job"));
        assertEquals(Set.of(), twice());
    }

    private static void ask(int jobs) throws SQLException {
        house.run("INSERT INTO outbox (warehouse_id, event_id, topic, key, payload) SELECT w.id, gen_random_uuid(),"
                + " 'lotline.label', 'label', jsonb_build_object('kind', 'PRINTER', 'quantity', 1 + n % 3, 'printer', 'P-'"
                + " || 1 + n % " + PRINTERS + ", 'subject', jsonb_build_object('printer', 'N-' || n), 'actor', 'test')"
                + " FROM warehouse w, generate_series(1, " + jobs + ") n");
    }

    private static long through() throws SQLException {
        return house.number("SELECT count(*) FROM print_job WHERE state IN ('CONFIRMED', 'UNKNOWN')");
    }

    /** Waits until so many jobs are through, as long as something moves. */
    private static void until(int done) throws SQLException {
        long before = -1;
        long since = System.nanoTime();
        while (true) {
            long now = through();
            if (now >= done) {
                return;
            }
            if (now != before) {
                before = now;
                since = System.nanoTime();
            }
            assertTrue(System.nanoTime() - since < 20_000_000_000L, "stands still: " + states());
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void start(String pace) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classes,
                        PrintNode.class.getName(),
                        house.url(),
                        house.password(),
                        pace)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process gets no chance to tidy up; then 30 seconds pass at once, after which its leases end. */
    private void kill() throws SQLException, InterruptedException {
        node.destroyForcibly().waitFor();
        house.run("UPDATE print_job SET lease_until = now() - interval '1 second' " + GONE);
        house.run("UPDATE printer SET held_until = now() - interval '1 second' WHERE holder IS NOT NULL");
    }

    /** Serials in the order in which each printer has printed them. */
    private Map<String, List<String>> printed() throws SQLException {
        Set<String> ours = house.ask("SELECT serial FROM label").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        Map<String, List<String>> all = new HashMap<>();
        for (VirtualPrinter printer : printers) {
            List<String> serials = new ArrayList<>();
            for (Printed label : printer.labels()) {
                label.fields().stream().filter(ours::contains).findFirst().ifPresent(serials::add);
            }
            all.put(printer.name(), serials);
        }
        return all;
    }

    private Set<String> twice() throws SQLException {
        Set<String> seen = new HashSet<>();
        return printed().values().stream()
                .flatMap(List::stream)
                .filter(serial -> !seen.add(serial))
                .collect(Collectors.toSet());
    }

    private void inOrder() throws SQLException {
        List<String> planned = house
                .ask(
                        "SELECT serial FROM label l JOIN print_job j ON j.id = l.job_id ORDER BY j.priority, j.id, l.position")
                .stream()
                .map(row -> row.get(0))
                .toList();
        for (Map.Entry<String, List<String>> printer : printed().entrySet()) {
            List<String> expected =
                    planned.stream().filter(printer.getValue()::contains).toList();
            assertEquals(expected, printer.getValue(), printer.getKey());
        }
    }

    private static String states() throws SQLException {
        return Stream.concat(
                        house
                                .ask("SELECT state || coalesce(' ' || code, ''), count(*) FROM print_job GROUP BY 1")
                                .stream(),
                        house.ask("SELECT code, health FROM printer").stream())
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(Collectors.joining(", "));
    }
}
