package dev.lotline.given;

import dev.lotline.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The books alone, empty, without an application: there in a third of the time that one needs to start. */
public final class BareHouse implements AutoCloseable {
    private final Path dataDir;
    private final EmbeddedDatabase database;
    private final String url;

    private BareHouse(Path dataDir) throws IOException, SQLException {
        this.dataDir = dataDir;
        this.database = EmbeddedDatabase.start(dataDir);
        this.url = "jdbc:postgresql://" + database.address();
    }

    public static BareHouse build() throws IOException, SQLException {
        BareHouse house = new BareHouse(Files.createTempDirectory("lotline-bare"));
        Flyway.configure()
                .dataSource(house.url, "lotline_owner", house.database.password())
                .load()
                .migrate();
        return house;
    }

    public Superuser superuser() throws SQLException {
        return Superuser.at(url);
    }

    @Override
    public void close() throws IOException {
        database.close();
        try (Stream<Path> files = Files.walk(dataDir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
