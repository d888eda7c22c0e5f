package dev.lotline.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * The roles and the database of an embedded server, with the names that an operator gives them on an external one. The
 * password is made once per data directory, so that an application whose server has died never takes another server
 * that came up on the same port for its own.
 */
final class EmbeddedRoles {
    private static final int PASSWORD_BYTES = 24;

    // only the library's own look whether the server is up comes as postgres and without a password
    private static final String WHO_MAY_CONNECT = """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            host lotline all 127.0.0.1/32 scram-sha-256
            host lotline all ::1/128 scram-sha-256
            """;

    private static final String ROLES = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lotline_owner') THEN
                CREATE ROLE lotline_owner LOGIN CREATEROLE;
                CREATE ROLE lotline_app LOGIN;
                CREATE ROLE lotline_ledger NOLOGIN;
                GRANT lotline_ledger TO lotline_owner;
              END IF;
            END $$
            """;

    private final Path cluster;
    private final String password;

    EmbeddedRoles(Path dataDir) throws IOException {
        this.cluster = dataDir.resolve("postgres");
        this.password = password(dataDir.resolve("database-password"));
    }

    String password() {
        return password;
    }

    /** Safe to repeat. */
    void prepare(Connection connection) throws IOException, SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(ROLES);
            // hexadecimal digits of our own making
            sql.execute("ALTER ROLE lotline_owner PASSWORD '" + password + "'");
            sql.execute("ALTER ROLE lotline_app PASSWORD '" + password + "'");
            if (!sql.executeQuery("SELECT FROM pg_database WHERE datname = 'lotline'")
                    .next()) {
                sql.execute("CREATE DATABASE lotline OWNER lotline_owner");
            }
            Files.writeString(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT, StandardCharsets.UTF_8);
            sql.execute("SELECT pg_reload_conf()");
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
