package dev.lotline.edge.jsonrpc.inventory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LevelSqlTest {
    @Test
    void slow_readers_of_long_lists_leave_connections_to_all_others() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        int connections = Integer.parseInt(settings.getProperty("quarkus.datasource.figures.reactive.max-size"));
        assertTrue(connections >= 2 * LevelSql.MOST_AT_ONCE, connections + " connections");
    }
}
