package dev.lotline.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL for a machine that has none: unpacked, initialised and started below one data directory, durable as a
 * server should be, its data kept. One process owns a data directory at a time; a server that a killed process left
 * behind is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final int FIRST_PORT = 15_432;
    private static final int LAST_PORT = 15_999;
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private static final int RESTARTS = 30;
    private static final long RESTART_PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final Path dataDir;
    private final int port;
    private final FileChannel lockFile;
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedDatabase(Path dataDir, int port, EmbeddedPostgres server, FileChannel lockFile) {
        this.dataDir = dataDir;
        this.port = port;
        this.server = server;
        this.lockFile = lockFile;
    }

    /** Starts it, or says in one sentence why not: the directory is in use, no port is free, it would lose data. */
    public static EmbeddedDatabase start(Path dataDir) throws IOException, SQLException {
        // its INFO lines would bury the addresses that a new user looks for
        Logger.getLogger("io.zonky").setLevel(Level.WARNING);
        Files.createDirectories(dataDir);
        FileChannel lockFile = lock(dataDir);
        stopOrphan(dataDir.resolve("postgres"));
        int port = freePort();
        EmbeddedPostgres server = launch(dataDir, port);
        prepare(server);
        EmbeddedDatabase database = new EmbeddedDatabase(dataDir, port, server, lockFile);
        database.watch();
        return database;
    }

    private static EmbeddedPostgres launch(Path dataDir, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(dataDir.resolve("postgres"))
                .setOverrideWorkingDirectory(
                        dataDir.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                // the library starts PostgreSQL as a throw-away test database; these make it keep what it acknowledged
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    /** A server that dies is started again on the same port; nobody else would do it here. */
    private void watch() throws IOException {
        ProcessHandle postmaster = postmaster(dataDir.resolve("postgres"));
        if (postmaster != null) {
            postmaster.onExit().thenRunAsync(this::restart);
        }
    }

    private synchronized void restart() {
        if (closed) {
            return;
        }
        System.err.println("The embedded PostgreSQL has died; it is started again.");
        for (int attempt = 1; attempt <= RESTARTS; attempt++) {
            try {
                server = launch(dataDir, port);
                watch();
                return;
            } catch (IOException | IllegalStateException e) {
                // its last processes may still hold the shared memory
                LockSupport.parkNanos(RESTART_PAUSE_NANOS);
            }
        }
        System.err.println("The embedded PostgreSQL does not start again; see its log in " + dataDir);
    }

    /** Such as {@code localhost:15432/lotline}. */
    public String address() {
        return "127.0.0.1:" + port + "/lotline";
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        server.close();
        lockFile.close();
    }

    private static FileChannel lock(Path dataDir) throws IOException {
        FileChannel channel =
                FileChannel.open(dataDir.resolve("lotline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("another Lotline is using " + dataDir + "; give this one its own LOTLINE_DATA_DIR");
        }
        return channel;
    }

    /** After a kill -9 of the application its PostgreSQL lives on. Its clients are gone, so it stops when asked. */
    private static void stopOrphan(Path cluster) throws IOException {
        ProcessHandle orphan = postmaster(cluster);
        if (orphan == null) {
            return;
        }
        orphan.destroy();
        try {
            orphan.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // recovery from the write-ahead log makes this as safe as a power cut
            orphan.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an earlier PostgreSQL was stopping", e);
        }
    }

    private static @Nullable ProcessHandle postmaster(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            return null;
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .orElse(null);
    }

    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException(
                "no free port between " + FIRST_PORT + " and " + LAST_PORT + " for the embedded database");
    }

    /** Roles and database on the first start; the same names as an operator creates for an external server. */
    private static void prepare(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lotline_owner') THEN
                        CREATE ROLE lotline_owner LOGIN CREATEROLE;
                        CREATE ROLE lotline_app LOGIN;
                        CREATE ROLE lotline_ledger NOLOGIN;
                        GRANT lotline_ledger TO lotline_owner;
                      END IF;
                    END $$
                    """);
            if (!sql.executeQuery("SELECT FROM pg_database WHERE datname = 'lotline'")
                    .next()) {
                sql.execute("CREATE DATABASE lotline OWNER lotline_owner");
            }
        }
    }
}
