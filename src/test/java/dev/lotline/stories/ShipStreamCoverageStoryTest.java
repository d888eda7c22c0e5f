package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Rpc;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about what is covered tells the truth. */
@QuarkusTest
class ShipStreamCoverageStoryTest {
    private static final Path PAGE = Path.of("src/docs/integrate/coverage-shipstream.md");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z_]+)`");

    @Test
    void every_field_of_the_page_occurs_in_an_answer() throws IOException {
        World world = World.acceptance();
        world.stock("GUMMY-60", "L-A", "2026-12-31", 5, "A-01");
        Rpc merchant = Rpc.merchant(world);
        Set<String> told = new TreeSet<>();
        for (String method : new String[] {"inventory.list", "inventory.details", "inventory.lots"}) {
            keys(merchant.call(method).get("result"), told);
        }
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| field |")) {
                NAME.matcher(line.split("\\|")[2]).results().forEach(name -> listed.add(name.group(1)));
            }
        }
        assertTrue(listed.size() > 20, listed.toString());
        assertEquals(listed, told, "the page and the answers name the same fields");
    }

    private static void keys(Object node, Set<String> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                into.add(String.valueOf(key));
                keys(value, into);
            });
        } else if (node instanceof Collection<?> list) {
            list.forEach(each -> keys(each, into));
        }
    }
}
