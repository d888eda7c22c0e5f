package dev.lotline.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The PostgreSQL process of a data directory, as the file {@code postmaster.pid} names it. */
final class Postmaster {
    private static final String START_SECONDS = "20";
    private static final Duration START_WAIT = Duration.ofSeconds(30);
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    /** Above every number that a process can have. */
    private static final String NO_PROCESS = String.valueOf(1 << 22);

    private final Path cluster;
    private final Path options;
    private final Path pidFile;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.options = cluster.resolve("postmaster.opts");
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    boolean running() throws IOException {
        return process().isPresent();
    }

    /** After a kill -9 of the application its PostgreSQL lives on. Its clients are gone, so it stops when asked. */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = process();
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        long patience = STOP_WAIT.toNanos() / LOOK_AGAIN_NANOS;
        for (long look = 0; look < patience && running(); look++) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        // recovery from the write-ahead log makes this as safe as a power cut
        process().ifPresent(ProcessHandle::destroyForcibly);
    }

    /**
     * Makes a dead server's file name no process. Where nobody collects dead processes (a container without an init)
     * its number stays taken, and PostgreSQL would take the dead for a running server. The other lines stay: by them
     * PostgreSQL still refuses to start while a process of the dead server holds the shared memory.
     */
    void buryDead() throws IOException {
        if (!Files.exists(pidFile) || running()) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile, StandardCharsets.UTF_8));
        if (!lines.isEmpty()) {
            lines.set(0, NO_PROCESS);
            Files.write(pidFile, lines, StandardCharsets.UTF_8);
        }
    }

    /** Starts the server again as it was started before; its messages go to {@code postgres.log} of the cluster. */
    void start() throws IOException {
        String started = Files.readString(options, StandardCharsets.UTF_8).strip();
        // the program without quotes, then every option in quotes
        int end = started.indexOf(" \"");
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a name space of its own it is nobody
            command.addAll(List.of("unshare", "-U"));
        }
        Path control = Path.of(started.substring(0, end)).resolveSibling("pg_ctl");
        String log = cluster.resolve("postgres.log").toString();
        command.addAll(List.of(control.toString(), "-D", cluster.toString(), "-l", log, "-w", "-t", START_SECONDS));
        command.addAll(List.of("-o", started.substring(end + 1), "start"));
        Process start = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!start.waitFor(START_WAIT.toSeconds(), TimeUnit.SECONDS) || start.exitValue() != 0) {
                start.destroyForcibly();
                throw new IOException("it did not start, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was starting", e);
        }
    }

    /**
     * Empty also for a process that has ended but was not collected: it has no command any more; and for a server of
     * another directory that was given the number of ours.
     */
    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .filter(process -> process.info()
                        .arguments()
                        .map(words -> List.of(words).contains(cluster.toString()))
                        .orElse(true));
    }
}
