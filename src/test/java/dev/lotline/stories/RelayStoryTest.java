package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.House;
import dev.lotline.given.Printing;
import dev.lotline.given.World;
import dev.lotline.kernel.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import lotline.printer.VirtualPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Printers that are not called but call, and printers that are a folder. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RelayStoryTest {
    private final String printer =
            "P-FAR-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String relay = "relay-" + UUID.randomUUID();
    private World world;
    private Printing printing;
    private String token;

    @TestHTTPResource("/")
    URL url;

    private Path folder;

    @BeforeEach
    void a_printer_whose_labels_are_fetched() {
        world = World.acceptance();
        printing = new Printing(world);
        token = House.token(Map.of("name", relay, "role", "DEVICE"));
        put("RELAY", Map.of("relay", relay));
    }

    @AfterEach
    void close() {
        World.call().post("/api/v1/printers/" + printer + "/pause");
        printing.close();
    }

    private void put(String link, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("warehouse", world.warehouse, "dpi", 203, "width", 101.6, "height", 152.4, "link", link));
        body.putAll(more);
        world.put("/printers/" + printer, body);
    }

    private String ask() {
        Response asked = printing.request(Map.of(
                "warehouse",
                world.warehouse,
                "kind",
                "LOCATION",
                "printer",
                printer,
                "subject",
                Map.of("location", "A-01")));
        assertEquals(202, asked.statusCode(), asked.asString());
        return asked.jsonPath().getString("jobs[0].id");
    }

    private Response next(String as) {
        return House.as(as).get("/api/v1/printing/relay/" + printer + "/next");
    }

    private JsonPath said(String job, String result) {
        return House.as(token)
                .body(Map.of("result", result, "bytesWritten", 100))
                .post("/api/v1/printing/relay/jobs/" + job)
                .jsonPath();
    }

    @Test
    void a_relay_that_is_revoked_while_it_waits_gets_nothing_any_more() throws Exception {
        CompletableFuture<Integer> waits = CompletableFuture.supplyAsync(() -> House.as(token)
                .get("/api/v1/printing/relay/" + printer + "/next?wait=20")
                .statusCode());
        while (!"READY".equals(world.get("/printers/" + printer).getString("health"))) {
            LockSupport.parkNanos(10_000_000);
        }
        House.admin().delete("/api/v1/admin/credentials/" + relay).then().statusCode(204);
        assertEquals(401, waits.get(1, TimeUnit.SECONDS));
    }

    @Test
    void what_is_handed_out_is_handed_out_once() {
        assertEquals(204, next(token).statusCode());
        assertEquals("READY", world.get("/printers/" + printer).getString("health"));
        String job = ask();
        String second = ask();
        JsonPath handed = next(token).jsonPath();
        assertEquals(job, handed.getString("job"));
        byte[] zpl = Base64.getDecoder().decode(handed.getString("zpl"));
        assertTrue(new String(zpl, StandardCharsets.US_ASCII).startsWith("^XA"));
        assertArrayEquals(
                HexFormat.of().parseHex(handed.getString("sha256")),
                CanonicalJson.sha256().digest(zpl));
        assertEquals(204, next(token).statusCode(), "one job in flight");
        assertEquals("QUEUED", said(job, "NOT_STARTED").getString("state"));
        Printing.await(job, () -> {
            Response again = next(token);
            return again.statusCode() == 200 ? again.jsonPath().getString("job") : "";
        });
        assertEquals("CONFIRMED", said(job, "CONFIRMED").getString("state"));
        assertEquals("CONFIRMED", said(job, "UNKNOWN").getString("state"), "said twice, or otherwise, changes nothing");
        assertEquals(second, next(token).jsonPath().getString("job"));
        assertEquals("ASSUMED", said(second, "SENT").getString("state"));
    }

    @Test
    void over_one_connection_each_job_waits_for_the_word_on_the_one_before() throws Exception {
        String first = ask();
        try (RelayLine line = new RelayLine(url, printer, token)) {
            assertEquals(first, line.heard().getString("job"));
            String second = ask();
            line.say("{\"job\":\"" + second + "\",\"result\":\"SENT\"}");
            assertEquals("QUEUED", line.heard().getString("state"), "nothing was handed out of it yet");
            line.say("{\"job\":\"" + UUID.randomUUID() + "\",\"result\":\"SENT\"}");
            assertEquals("UNKNOWN_PRINT_JOB", line.heard().getString("code"));
            line.say("nonsense");
            assertEquals("VALIDATION_FAILED", line.heard().getString("code"));
            assertEquals(503, next(token).statusCode(), "one relay at a time");
            line.say("{\"job\":\"" + first + "\",\"result\":\"CONFIRMED\",\"bytesWritten\":100}");
            assertEquals("CONFIRMED", line.heard().getString("state"));
            assertEquals(second, line.heard().getString("job"));
            line.say("{\"job\":\"" + second + "\",\"result\":\"SENT\",\"bytesWritten\":100}");
            assertEquals("ASSUMED", line.heard().getString("state"));
        }
        Printing.await(204, () -> next(token).statusCode());
        String stranger = House.token(Map.of("name", "stranger-" + relay, "role", "DEVICE"));
        try (RelayLine line = new RelayLine(url, printer, stranger)) {
            assertEquals("UNKNOWN_PRINTER", line.heard().getString("code"));
        }
        String merchant =
                House.token(Map.of("name", "merchant-" + relay, "role", "MERCHANT", "owners", List.of(world.owner)));
        assertEquals(403, RelayLine.refused(url, printer, merchant));
        assertEquals(401, RelayLine.refused(url, printer, "nobody"));
    }

    @Test
    void nobody_else_fetches_and_nonsense_is_refused() {
        String stranger = House.token(Map.of("name", "stranger-" + relay, "role", "DEVICE"));
        assertEquals("UNKNOWN_PRINTER", next(stranger).jsonPath().getString("code"));
        String job = ask();
        assertEquals(200, next(token).statusCode());
        Response foreign =
                House.as(stranger).body(Map.of("result", "NOT_STARTED")).post("/api/v1/printing/relay/jobs/" + job);
        assertEquals(404, foreign.statusCode());
        Response nonsense = House.as(token)
                .body(Map.of("result", "PERHAPS", "bytesWritten", -1))
                .post("/api/v1/printing/relay/jobs/" + job);
        assertEquals(400, nonsense.statusCode());
        assertEquals(2, nonsense.jsonPath().getList("violations").size(), nonsense.asString());
        assertEquals("UNKNOWN", said(job, "UNKNOWN").getString("state"));
    }

    @Test
    void a_relay_that_is_killed_while_it_prints_says_so_when_it_is_back() throws Exception {
        folder = Files.createDirectories(Path.of("target/relay", relay));
        VirtualPrinter shop = VirtualPrinter.start("SHOP", 0, 100);
        Process process = start(shop);
        try {
            printing.until(ask(), "CONFIRMED");
            String job = ask();
            printing.until(job, "CONFIRMED");
            assertEquals(2, shop.labels().size());
            Files.writeString(folder.resolve("journal"), "");
            process.destroyForcibly().waitFor();
            String begun = next(token, ask());
            // as it stands on disk when the process dies between the first byte and its word
            Files.writeString(folder.resolve("journal"), begun);
            process = start(shop);
            printing.until(begun, "UNKNOWN");
            printing.until(ask(), "CONFIRMED");
            assertEquals(3, shop.labels().size(), "what was begun is not sent again");
        } finally {
            process.destroyForcibly();
            shop.close();
        }
    }

    private String next(String as, String job) {
        Printing.await(job, () -> {
            Response handed = next(as);
            return handed.statusCode() == 200 ? handed.jsonPath().getString("job") : "";
        });
        return job;
    }

    private Process start(VirtualPrinter shop) throws IOException {
        Files.writeString(folder.resolve("token"), token);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "devices/printers/relay/Relay.java",
                        "--url",
                        "http://127.0.0.1:" + url.getPort(),
                        "--token-file",
                        folder.resolve("token").toString(),
                        "--printer",
                        printer,
                        "--to",
                        "127.0.0.1:" + shop.port(),
                        "--journal",
                        folder.resolve("journal").toString())
                .inheritIO()
                .start();
    }

    @Test
    void a_printer_that_is_a_folder_gets_one_file_for_each_job() throws Exception {
        put("FILE", Map.of());
        String job = ask();
        JsonPath assumed = printing.until(job, "ASSUMED");
        Path files = Path.of("target/printed", printer);
        try (Stream<Path> all = Files.list(files)) {
            assertEquals(List.of(files.resolve(job + ".zpl")), all.toList());
        }
        String zpl = Files.readString(files.resolve(job + ".zpl"));
        assertTrue(zpl.startsWith("^XA") && zpl.contains(assumed.getString("labels[0].serial")), zpl);
    }

    @Test
    void each_link_has_its_own_address() {
        Response wrong = World.call()
                .body(Map.of(
                        "warehouse",
                        world.warehouse,
                        "dpi",
                        203,
                        "width",
                        57,
                        "height",
                        32,
                        "link",
                        "RELAY",
                        "host",
                        "h"))
                .put("/api/v1/printers/" + printer);
        assertEquals(400, wrong.statusCode());
        assertEquals(2, wrong.jsonPath().getList("violations").size(), wrong.asString());
    }
}
