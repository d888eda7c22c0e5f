package dev.lotline.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.reliability.kit.Application;
import dev.lotline.reliability.kit.Command;
import dev.lotline.reliability.kit.PostgresServer;
import dev.lotline.reliability.kit.SimulatedShift;
import dev.lotline.reliability.kit.WalArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A house is backed up while it works, its database host burns down, and the books are restored: to the end, and to a
 * movement. The commands are those of {@code src/docs/operate/backup.md}. Run by the profile restore.
 */
@Timeout(900)
class RestoreRun {
    private static final int HANDHELDS = Integer.getInteger("restore.handhelds", 8);
    private static final int MOVEMENTS = Integer.getInteger("restore.movements", 1_500);
    private static final int MINUTES = 1;
    private static final int APPLICATION = 18_460;
    private static final int SERVER = 18_462;
    private static final int TO_THE_END = 18_463;
    private static final int TO_A_MOVEMENT = 18_464;
    private static final String PASSWORD = "for-this-run-only";
    private static final int RPO_SECONDS = 5;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void the_books_are_restored_to_the_end_and_to_a_movement() throws Exception {
        Path base = folder.resolve("base");
        List<String> acknowledged;
        List<String> fiveSecondsBefore;
        String movement;
        String transaction;
        try (PostgresServer server = PostgresServer.make(folder.resolve("server"), SERVER, PASSWORD);
                WalArchive wal = WalArchive.begin(folder.resolve("wal"), SERVER);
                Application application = Application.start(folder, APPLICATION, SERVER, PASSWORD);
                SimulatedShift shift = SimulatedShift.begin(folder, "restore", application.url(), HANDHELDS, MINUTES)) {
            Command.until(120, "nothing moves", () -> movements(server) > MOVEMENTS / 3);
            long begun = System.nanoTime();
            Command.run(
                    Map.of(),
                    List.of(
                            PostgresServer.tool("pg_basebackup"),
                            "--dbname=host=127.0.0.1 port=" + SERVER + " user=postgres",
                            "--pgdata=" + base,
                            "--checkpoint=fast",
                            "--wal-method=stream",
                            "--manifest-checksums=SHA256"));
            Command.run(Map.of(), List.of(PostgresServer.tool("pg_verifybackup"), "--quiet", base.toString()));
            tell("base backup under load, verified: %.1f s", begun);
            Command.until(120, "nothing moves", () -> movements(server) > MOVEMENTS * 2 / 3);
            movement = server.ask("lotline", "SELECT max(id) FROM movement").get(0);
            transaction = server.ask(
                            "lotline", "SELECT tx::text::bigint % 4294967296 FROM movement WHERE id = " + movement)
                    .get(0);
            Command.until(120, "nothing moves", () -> movements(server) > MOVEMENTS);
            fiveSecondsBefore = shift.ids();
            long since = System.nanoTime();
            Command.until(RPO_SECONDS + 1, "waiting", () -> System.nanoTime() - since > RPO_SECONDS * 1_000_000_000L);
            server.kill();
            acknowledged = shift.ids();
        }
        // the host is gone, its disk with it
        Command.run(Map.of(), List.of("rm", "-r", folder.resolve("server").toString()));
        toTheEnd(base, acknowledged, fiveSecondsBefore);
        toAMovement(base, movement, transaction, fiveSecondsBefore);
        System.getLogger("restore").log(System.Logger.Level.INFO, String.join("\n", told));
    }

    private void toTheEnd(Path base, List<String> acknowledged, List<String> fiveSecondsBefore) throws Exception {
        long begun = System.nanoTime();
        try (PostgresServer server = restore(base, TO_THE_END)) {
            tell("restored to the end: %.1f s", begun);
            assertEquals(0, FailoverRun.missing(server, fiveSecondsBefore), "acknowledged 5 s before, and lost");
            told.add("%d scans acknowledged, %d of the last %d s lost; %d movements"
                    .formatted(
                            acknowledged.size(),
                            FailoverRun.missing(server, acknowledged),
                            RPO_SECONDS,
                            movements(server)));
            holds(server);
            tell("with application and all invariants: %.1f s", begun);
        }
    }

    private void toAMovement(Path base, String movement, String transaction, List<String> later) throws Exception {
        long begun = System.nanoTime();
        try (PostgresServer server = restore(base, TO_A_MOVEMENT, "recovery_target_xid = '" + transaction + "'")) {
            tell("restored to movement " + movement + ": %.1f s", begun);
            assertEquals(
                    List.of(movement),
                    server.ask(
                            "lotline",
                            "SELECT max(id) FROM movement WHERE tx::text::bigint % 4294967296 = " + transaction));
            // what was written after it is not there: transactions that began later, but for those that ended before
            assertTrue(
                    movements(server) < MOVEMENTS,
                    "restored too far: " + server.ask("lotline", "SELECT count(*) FROM movement"));
            // a check that finds nothing missing here would find nothing anywhere
            assertTrue(FailoverRun.missing(server, later) > 0, "scans of after the movement are there");
            told.add(movements(server) + " movements");
            holds(server);
        }
    }

    /** By the words of the page: a copy of the base, what the receiver has, and where to stop. */
    private PostgresServer restore(Path base, int port, String... target) throws Exception {
        Path data = folder.resolve("restored-" + port);
        Path wal = folder.resolve("wal-" + port);
        Command.run(Map.of(), List.of("cp", "-a", base.toString(), data.toString()));
        Command.run(Map.of(), List.of("cp", "-a", folder.resolve("wal").toString(), wal.toString()));
        WalArchive.complete(wal);
        PostgresServer server = PostgresServer.of(data, port);
        server.configure(
                "port = " + port,
                "synchronous_standby_names = ''",
                "restore_command = 'cp " + wal + "/%f %p'",
                "recovery_target_action = 'promote'");
        server.configure(target);
        Files.createFile(data.resolve("recovery.signal"));
        server.start();
        Command.until(
                300,
                "it does not come up",
                () -> server.ask("postgres", "SELECT pg_is_in_recovery()").equals(List.of("f")));
        return server;
    }

    private void holds(PostgresServer server) throws Exception {
        try (Application application = Application.start(folder, APPLICATION, server.port(), PASSWORD)) {
            assertEquals(List.of(), FailoverRun.violated(application.invariants()));
        }
    }

    private static long movements(PostgresServer server) throws Exception {
        return Long.parseLong(
                server.ask("lotline", "SELECT count(*) FROM movement").get(0));
    }

    private void tell(String what, long begun) {
        told.add(what.formatted((System.nanoTime() - begun) / 1e9));
    }
}
