package dev.lotline.platform;

import dev.lotline.platform.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts Lotline: on the PostgreSQL that is configured, or on an embedded one when none is. */
@QuarkusMain
public final class Main {
    private static final int EXIT_CONFIGURATION = 78;
    private static final int STOP_SECONDS = 25;

    /** The embedded server trusts its own loopback address, but Flyway insists on a password. */
    private static final String UNUSED = "unused";

    Main() {}

    public static void main(String... args) throws IOException {
        String url = setting("lotline.db.url");
        if (url != null) {
            useDatabase(url.replaceFirst("^(jdbc:)?postgres(ql)?://", ""), UNUSED);
            Quarkus.run(null, (code, failure) -> System.exit(exitCode(code, failure)), args);
            return;
        }
        if (System.getProperty("quarkus.datasource.reactive.url") != null) {
            // a reload in development: the database of the first start is still there
            Quarkus.run(args);
            return;
        }
        EmbeddedDatabase database = start();
        useDatabase(database.address(), database.password());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stopped), "embedded-database-stop"));
        Quarkus.run(null, (code, failure) -> stop(database, stopped, code, failure), args);
    }

    /** Runs after the application has answered what was in flight; only then may its database go. */
    private static void stop(EmbeddedDatabase database, CountDownLatch stopped, int code, @Nullable Throwable failure) {
        int exit = exitCode(code, failure);
        try {
            database.close();
        } catch (IOException e) {
            System.err.println("The embedded PostgreSQL did not stop cleanly: " + e.getMessage());
        } finally {
            stopped.countDown();
        }
        System.exit(exit);
    }

    /** With an exit handler of our own Quarkus leaves it to us to say why the application did not start. */
    private static int exitCode(int code, @Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                System.err.println(refused.getMessage());
                return EXIT_CONFIGURATION;
            }
        }
        if (failure != null) {
            Logger.getLogger(Main.class).error("Lotline did not start", failure);
        }
        return code;
    }

    private static void await(CountDownLatch stopped) {
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The embedded PostgreSQL is still running; the next start stops it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedDatabase start() throws IOException {
        Path dataDir = dataDir();
        System.out.println("Lotline starts its own PostgreSQL in " + dataDir);
        try {
            return EmbeddedDatabase.start(dataDir);
        } catch (IOException | SQLException | IllegalStateException e) {
            System.err.println("Lotline can't start its PostgreSQL: " + e.getMessage());
            System.exit(EXIT_CONFIGURATION);
            throw new IOException(e);
        }
    }

    private static Path dataDir() {
        String configured = setting("lotline.data-dir");
        return configured != null
                ? Path.of(configured).toAbsolutePath()
                : Path.of(System.getProperty("user.home"), ".lotline").toAbsolutePath();
    }

    /**
     * Migrations may run as another user, who then owns the tables.
     *
     * @param address host:port/database
     * @param known the password where none is configured
     */
    private static void useDatabase(String address, String known) {
        set("quarkus.datasource.reactive.url", "postgresql://" + address);
        set("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        set("quarkus.flyway.jdbc-url", "jdbc:postgresql://" + address);
        boolean embedded = setting("lotline.db.url") == null;
        String user = embedded ? "lotline_app" : orElse(setting("lotline.db.username"), "lotline_app");
        String password = embedded ? known : orElse(setting("lotline.db.password"), known);
        set("quarkus.datasource.username", user);
        set("quarkus.datasource.password", password);
        set("quarkus.flyway.username", embedded ? "lotline_owner" : orElse(setting("lotline.db.owner-username"), user));
        set("quarkus.flyway.password", embedded ? known : orElse(setting("lotline.db.owner-password"), password));
    }

    private static void set(String key, String value) {
        System.setProperty(key, value);
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** A system property, or its environment variable by the usual rule: {@code lotline.db.url}, LOTLINE_DB_URL. */
    private static @Nullable String setting(String key) {
        String property = System.getProperty(key);
        String value = property != null
                ? property
                : System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        return value == null || value.isBlank() ? null : value;
    }
}
