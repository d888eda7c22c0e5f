package dev.lotline.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * PostgreSQL for a machine that has none: unpacked, initialised and started below one data directory, durable as a
 * server should be, its data kept. One process owns a data directory at a time; a server that a killed process left
 * behind is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final int FIRST_PORT = 15_432;
    private static final int LAST_PORT = 15_999;

    /** Tries in a row. */
    private static final int RESTARTS = 30;

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Path dataDir;
    private final int port;
    private final String password;
    private final FileChannel lockFile;
    private final Postmaster postmaster;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(EmbeddedDatabase::thread);
    private final EmbeddedPostgres server;
    private int restarts;
    private boolean closed;

    private EmbeddedDatabase(Path dataDir, int port, String password, EmbeddedPostgres server, FileChannel lockFile) {
        this.password = password;
        this.postmaster = new Postmaster(dataDir.resolve("postgres"));
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
        Postmaster postmaster = new Postmaster(dataDir.resolve("postgres"));
        postmaster.stopOrphan();
        postmaster.buryDead();
        int port = freePort(dataDir);
        EmbeddedPostgres server = launch(dataDir, port);
        if (!postmaster.running()) {
            throw new IOException("another server took port " + port + "; start again");
        }
        EmbeddedRoles roles = new EmbeddedRoles(dataDir);
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            roles.prepare(connection);
        }
        EmbeddedDatabase database = new EmbeddedDatabase(dataDir, port, roles.password(), server, lockFile);
        database.watch.scheduleWithFixedDelay(
                database::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
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
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                // tables of a young house grow a hundredfold in their first minutes; plans follow their statistics
                .setServerConfig("autovacuum_naptime", "10s")
                .start();
    }

    /** A server that dies is started again on the same port; nobody else would do it here. */
    private synchronized void look() {
        try {
            if (closed || postmaster.running()) {
                restarts = 0;
                return;
            }
            if (restarts == RESTARTS) {
                System.err.println("The embedded PostgreSQL does not start again; see its log in " + dataDir);
                watch.shutdown();
                return;
            }
            if (restarts++ == 0) {
                System.err.println("The embedded PostgreSQL has died; it is started again.");
            }
            postmaster.buryDead();
            postmaster.start();
        } catch (IOException | RuntimeException e) {
            // its last processes may still hold the shared memory, or somebody the port; the next look tries again
            System.err.println("The embedded PostgreSQL is not back yet: " + e.getMessage());
        }
    }

    /** Such as {@code localhost:15432/lotline}. */
    public String address() {
        return "127.0.0.1:" + port + "/lotline";
    }

    /** Of the roles lotline_app and lotline_owner. */
    public String password() {
        return password;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        watch.shutdown();
        server.close();
        lockFile.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "embedded-postgresql");
        thread.setDaemon(true);
        return thread;
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

    /** Directories have ports of their own as far as possible, so that two of them rarely get into each other's way. */
    private static int freePort(Path dataDir) throws IOException {
        int ports = LAST_PORT - FIRST_PORT + 1;
        int first = Math.floorMod(dataDir.toAbsolutePath().toString().hashCode(), ports);
        for (int n = 0; n < ports; n++) {
            int port = FIRST_PORT + (first + n) % ports;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException(
                "no free port between " + FIRST_PORT + " and " + LAST_PORT + " for the embedded database");
    }
}
