package dev.lotline.reliability.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of this machine on the loopback, durable as a server should be; made, copied, killed and promoted. */
public final class PostgresServer implements AutoCloseable {
    private static final Path BIN = bin();

    private final Path data;
    private final int port;

    private PostgresServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** An empty one with the roles that an operator makes by {@code docker/postgres/01-roles.sh}; it is running. */
    public static PostgresServer make(Path data, int port, String password, String... settings) throws Exception {
        PostgresServer server = new PostgresServer(data, port);
        Command.run(
                Map.of(),
                Command.notRoot(List.of(
                        tool("initdb"),
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums")));
        server.configure("wal_level = replica", "max_wal_senders = 10", "wal_keep_size = '256MB'");
        server.configure(settings);
        server.start();
        Command.run(
                Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        String.valueOf(port),
                        "LOTLINE_DB_OWNER_PASSWORD",
                        password,
                        "LOTLINE_DB_PASSWORD",
                        password),
                List.of("sh", "docker/postgres/01-roles.sh"));
        return server;
    }

    /** What stands in a directory already: a base backup that is to be restored. */
    public static PostgresServer of(Path data, int port) {
        return new PostgresServer(data, port);
    }

    /** A copy that follows this one under the name {@code name}; it is running. */
    public PostgresServer standby(Path folder, int itsPort, String name) throws Exception {
        Command.run(
                Map.of(),
                List.of(
                        tool("pg_basebackup"),
                        "--dbname=host=127.0.0.1 port=" + port + " user=postgres application_name=" + name,
                        "--pgdata=" + folder,
                        "--checkpoint=fast",
                        "--wal-method=stream",
                        "--write-recovery-conf"));
        PostgresServer copy = new PostgresServer(folder, itsPort);
        copy.configure("port = " + itsPort, "synchronous_standby_names = ''", "hot_standby_feedback = on");
        copy.start();
        return copy;
    }

    public void configure(String... lines) throws IOException {
        Files.write(
                data.resolve("postgresql.auto.conf"),
                Arrays.asList(lines),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    public void start() throws Exception {
        control(
                "start",
                "--log=" + data.resolveSibling(data.getFileName() + ".log"),
                "--wait",
                "--timeout=120",
                "--options=-p " + port + " -h 127.0.0.1 -k ''");
    }

    public void reload() throws Exception {
        control("reload");
    }

    public void promote() throws Exception {
        control("promote", "--wait", "--timeout=60");
    }

    private void control(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool("pg_ctl"), "--pgdata=" + data, "--silent"));
        command.addAll(List.of(words));
        // a started server keeps the output of who started it
        Process process =
                Command.start(data.resolveSibling(data.getFileName() + ".control"), Map.of(), Command.notRoot(command));
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": "
                    + Files.readString(data.resolveSibling(data.getFileName() + ".log")));
        }
    }

    /** As a machine that loses its power, but for what the disk was told: every process of it at once. */
    public void kill() throws Exception {
        Path pidFile = data.resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        Command.until(
                20,
                "a killed server lives",
                () -> all.stream()
                        .noneMatch(process -> process.isAlive()
                                && process.info().command().orElse("").endsWith("postgres")));
        // its number may be another's by now
        Files.delete(pidFile);
    }

    /** Its receiver stands still, as if the line hung. */
    public void stopReceiving() throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        String receiver = Command.run(Map.of(), List.of("pgrep", "-P", String.valueOf(postmaster), "-f", "walreceiver"))
                .strip();
        Command.run(Map.of(), List.of("kill", "-STOP", receiver));
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** Of the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=2", "postgres", "unused");
    }

    public void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows, their columns with a space between them. */
    public List<String> ask(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
                    row.add(rows.getString(n));
                }
                found.add(String.join(" ", row));
            }
            return found;
        }
    }

    /** What autovacuum does within a minute: without it a question over all books of a house this young takes as long. */
    public void analyze(String database) throws Exception {
        Command.run(
                Map.of(),
                List.of(
                        tool("vacuumdb"),
                        "--analyze-only",
                        "--quiet",
                        "--dbname=host=127.0.0.1 port=" + port + " user=postgres dbname=" + database));
    }

    public static String tool(String name) {
        return BIN.resolve(name).toString();
    }

    @Override
    public void close() throws Exception {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            control("stop", "--mode=immediate", "--wait");
        }
    }

    /** Debian keeps the programs of a server beside the path. */
    private static Path bin() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .max((one, other) -> Integer.compare(version(one), version(other)))
                    .orElseThrow();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("this run needs Debian's package postgresql, 15 or newer", e);
        }
    }

    private static int version(Path bin) {
        return Integer.parseInt(bin.getParent().getFileName().toString());
    }
}
