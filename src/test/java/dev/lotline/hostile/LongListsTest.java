package dev.lotline.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.given.Books;
import dev.lotline.given.House;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant with very many items: its list goes out part by part, and a reader who hangs up leaves nothing behind. */
@QuarkusTest
class LongListsTest {
    private static final int ITEMS = 20_000;
    private static final int READERS = 16;

    private World world;
    private String body;
    private String token;

    @BeforeEach
    void a_merchant_with_very_many_items() {
        world = World.acceptance();
        Books.run(
                "INSERT INTO item (owner_id, sku, name, tracking)"
                        + " SELECT id, 'MANY-' || lpad(n::text, 6, '0'), 'Item', true FROM owner, generate_series(1, ?) n"
                        + " WHERE code = ?",
                ITEMS,
                world.owner);
        token = House.token(Map.of("name", "MANY-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        body = call("inventory.list");
    }

    @AfterEach
    void they_are_gone() {
        Books.run("DELETE FROM item WHERE sku LIKE 'MANY-%'");
    }

    @Test
    void every_item_is_told_once_and_in_order() throws Exception {
        for (String method : List.of("inventory.list", "inventory.details")) {
            Answer answer = asked(call(method));
            List<String> skus = new ArrayList<>();
            answer.json().get("result").forEach(item -> skus.add(item.get("sku").asText()));
            assertEquals(ITEMS + 1, skus.size(), method);
            assertEquals(skus.stream().sorted().distinct().toList(), skus, method);
            JsonNode last = answer.json().get("result").get(ITEMS);
            assertEquals("0", last.get("qty_on_hand").asText().replace(".0000", ""));
            if (method.equals("inventory.details")) {
                assertTrue(last.get("detailed").size() > 0, last.toString());
            }
        }
    }

    @Test
    void in_a_batch_there_is_no_room_for_it() throws Exception {
        JsonNode answers =
                asked("[" + body + "," + call("warehouse.list") + "]").json();
        assertEquals(-32104, answers.at("/0/error/code").asInt(), answers.toString());
        assertTrue(answers.at("/1/result").size() > 0);
    }

    @Test
    void a_reader_who_hangs_up_in_the_middle_leaves_nothing_behind() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            for (int round = 0; round < 3; round++) {
                List<Callable<Void>> cuts = new ArrayList<>();
                for (int n = 0; n < READERS; n++) {
                    boolean reset = n % 2 == 0;
                    cuts.add(() -> cut(reset));
                }
                for (Future<Void> cut : readers.invokeAll(cuts)) {
                    cut.get();
                }
            }
        } finally {
            readers.shutdown();
        }
        nobody_is_left_in_a_transaction();
        for (int n = 0; n < 6; n++) {
            JsonNode answer = asked(body).json();
            assertEquals(ITEMS + 1, answer.path("result").size(), "the place of one who hung up is free again");
        }
    }

    /** Takes the beginning of the answer and goes. */
    private Void cut(boolean reset) throws Exception {
        try (Wire wire = Wire.open()) {
            wire.send(request(body));
            while (!wire.answered()) {
                Thread.onSpinWait();
            }
            if (reset) {
                wire.reset();
            }
        }
        return null;
    }

    private static void nobody_is_left_in_a_transaction() throws Exception {
        String question = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'lotline'"
                + " AND (state LIKE 'idle in transaction%' OR query LIKE '%stock_summary WHERE warehouse_id = ANY%'"
                + " AND state = 'active')";
        String open = "";
        for (int n = 0; n < 200 && !open.equals("0"); n++) {
            try (Superuser house = Superuser.begin()) {
                open = house.ask(question).get(0);
            }
            LockSupport.parkNanos(25_000_000);
        }
        assertEquals("0", open);
    }

    private Answer asked(String question) throws Exception {
        return Client.sendAs(token, "POST", "/api/jsonrpc", question);
    }

    private byte[] request(String question) {
        return new String(Wire.request("POST", "/api/jsonrpc", question), java.nio.charset.StandardCharsets.UTF_8)
                .replace(World.ADMIN, token)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String call(String method) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":[null,\"" + method + "\"]}";
    }
}
