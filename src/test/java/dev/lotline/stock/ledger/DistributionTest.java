package dev.lotline.stock.ledger;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Warehouses could be spread over machines: shown from the catalogue, and from what scans have written. */
@QuarkusTest
class DistributionTest {
    private static final Path FOLDER = Path.of("src/docs/operate/citus");
    private static final String DISTRIBUTED = "distributed";
    private static final String REFERENCE = "reference";

    private static final String KEYS = """
            SELECT i.indrelid::regclass || ' ' || i.indexrelid::regclass FROM pg_index i
              JOIN pg_class c ON c.oid = i.indrelid AND NOT c.relispartition
            WHERE c.relnamespace = 'public'::regnamespace AND (i.indisunique OR i.indisexclusion)
              AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
                AND a.attname = 'warehouse_id' AND a.attnotnull)
            """;

    private static final String REFERENCES = """
            SELECT f.conrelid::regclass || ' ' || f.confrelid::regclass || ' ' || f.conname || ' '
              || EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey)
                AND a.attname = 'warehouse_id')
            FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid AND NOT c.relispartition
            WHERE f.contype = 'f' AND f.conparentid = 0 AND c.relnamespace = 'public'::regnamespace
            """;

    private static final String TABLES = """
            SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'flyway_schema_history'
            """;

    /** Rows as they are now, by the transaction that wrote them, against the warehouses of that transaction's scans. */
    private static final String WRITTEN_ELSEWHERE = """
            WITH scanned AS (
              SELECT tx::xid::text AS tx, array_agg(DISTINCT warehouse_id) AS warehouses FROM scan_event
              GROUP BY tx HAVING bool_and(operation IN ('RECEIVE', 'STOW', 'MOVE', 'PICK', 'SHORT', 'UNPICK', 'COUNT',
                'DAMAGE', 'UNDO') AND code IS DISTINCT FROM 'COMMAND'))
            SELECT '%1$s of ' || t.warehouse_id || ' by scans of ' || s.warehouses::text
            FROM %1$s t JOIN scanned s ON s.tx = t.xmin::text WHERE NOT t.warehouse_id = ANY (s.warehouses)
            """;

    private static final String WRITTEN = """
            SELECT count(*) FROM %s t JOIN scan_event s ON s.tx::xid::text = t.xmin::text
            """;

    private final Map<String, String> tables = read("tables.tsv");
    private final Map<String, String> exceptions = read("exceptions.tsv");

    DistributionTest() throws IOException {}

    @Test
    void every_table_has_its_place_and_the_scripts_put_it_there() throws Exception {
        try (Superuser superuser = Superuser.begin()) {
            assertEquals(new TreeSet<>(superuser.ask(TABLES)), tables.keySet());
        }
        String reference = Files.readString(FOLDER.resolve("03-reference.sql"));
        String distribute = Files.readString(FOLDER.resolve("04-distribute.sql"));
        for (Map.Entry<String, String> table : tables.entrySet()) {
            assertTrue(
                    table.getValue().startsWith(DISTRIBUTED) != reference.contains("'" + table.getKey() + "')"),
                    table.getKey());
            assertTrue(
                    table.getValue().startsWith(DISTRIBUTED)
                            == distribute.contains("table('" + table.getKey() + "', 'warehouse_id'"),
                    table.getKey());
        }
        // what every scan writes; of the documents tables.tsv says why they wait
        assertTrue(of(DISTRIBUTED)
                .containsAll(Set.of(
                        "scan_event",
                        "movement",
                        "stock",
                        "stock_summary",
                        "outbox",
                        "reservation",
                        "allocation",
                        "picked")));
    }

    @Test
    void keys_of_distributed_tables_hold_the_warehouse() throws Exception {
        Set<String> without = new TreeSet<>();
        try (Superuser superuser = Superuser.begin()) {
            for (String row : superuser.ask(KEYS)) {
                String[] key = row.split(" ");
                if (of(DISTRIBUTED).contains(key[0])) {
                    without.add(key[1]);
                }
            }
            for (String row : superuser.ask(REFERENCES)) {
                String[] key = row.split(" ");
                boolean byWarehouse =
                        Boolean.parseBoolean(key[3]) && of(DISTRIBUTED).contains(key[0]);
                if (of(DISTRIBUTED).contains(key[1]) && !byWarehouse) {
                    without.add(key[2]);
                }
            }
        }
        assertEquals(exceptions.keySet(), without);
        String keys = Files.readString(FOLDER.resolve("02-keys.sql"));
        for (String name : exceptions.keySet()) {
            assertTrue(keys.contains(name), name + " is not dealt with by 02-keys.sql");
        }
    }

    /** Of this small day and of whatever else was scanned in this database before. */
    @Test
    void a_scan_writes_rows_of_its_own_warehouse_only() throws Exception {
        World here = day();
        World there = day();
        // the queue may write both down in one transaction: then its rows are of these two
        here.floor(List.of(
                        here.event("MOVE", move(here, "A-01", "B-01")),
                        there.event("MOVE", move(there, "A-01", "B-01"))))
                .then()
                .statusCode(200)
                .body("verdict", org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.is("OK")));
        List<String> elsewhere = new ArrayList<>();
        long written = 0;
        try (Superuser superuser = Superuser.begin()) {
            for (String table : of(DISTRIBUTED)) {
                elsewhere.addAll(superuser.ask(WRITTEN_ELSEWHERE.formatted(table)));
                written +=
                        Long.parseLong(superuser.ask(WRITTEN.formatted(table)).get(0));
            }
        }
        assertEquals(List.of(), elsewhere);
        assertTrue(written > 40, written + " rows were looked at");
    }

    /** The test sees a row of another warehouse where there is one. */
    @Test
    void a_row_of_another_warehouse_is_seen() throws Exception {
        World here = day();
        World there = day();
        try (Superuser superuser = Superuser.begin()) {
            superuser
                    .withoutGuards()
                    .run(
                            "INSERT INTO scan_event (warehouse_id, id, device, payload_hash, effect_hash, payload, operation,"
                                    + " actor, verdict, at) SELECT id, gen_random_uuid(), 'plant', '', '', '', 'MOVE', 'plant',"
                                    + " 'OK', now() FROM warehouse WHERE code = '" + here.warehouse + "'")
                    .run(
                            "UPDATE stock_summary SET item_id = item_id WHERE warehouse_id = (SELECT id FROM warehouse WHERE"
                                    + " code = '" + there.warehouse + "')");
            assertTrue(
                    !superuser.ask(WRITTEN_ELSEWHERE.formatted("stock_summary")).isEmpty());
        }
    }

    private static World day() {
        World world = World.acceptance();
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-A", 3));
        world.announce("WRO-1", "GUMMY-60", false, lot("L-B", "2026-07-31", 4))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-B", "2026-07-31", 4));
        return world;
    }

    private static Map<String, Object> move(World world, String from, String to) {
        return Map.of(
                "owner",
                world.owner,
                "sku",
                "GUMMY-60",
                "lotNumber",
                "L-A",
                "expirationDate",
                "2026-06-30",
                "from",
                from,
                "location",
                to,
                "quantity",
                1);
    }

    private Set<String> of(String place) {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().startsWith(place))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String file) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            String[] row = line.split("\t", 2);
            if (!line.startsWith("#")) {
                assertTrue(row.length == 2 && (!row[1].equals(REFERENCE)), "no reason: " + line);
                rows.put(row[0], row[1]);
            }
        }
        return rows;
    }
}
