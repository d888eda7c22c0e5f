package lotline.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A scanner that can only send what it scanned: receives a document with cards, makes the mistakes such devices make, and
 * checks every answer and, at the end, the document. Furnishes what it needs.
 */
final class RawScanner {
    private static final String GTIN = "09504000059101";
    private static final String USAGE = """
            raw-scanner --url URL --token TOKEN [--device NAME] [--scans N] [--seed N] [--mistakes 0..1]
              receives N units by raw scans through /floor/scans and checks that each counted once
            """;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Map<String, String> options;
    private final String device;
    private final String run = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private final OffsetDateTime start = OffsetDateTime.of(2026, 3, 1, 9, 0, 0, 0, ZoneOffset.UTC);
    private long seq;
    private int wrong;

    private RawScanner(Map<String, String> options) {
        this.options = options;
        this.device = options.getOrDefault("--device", "SIM-RAW-" + run);
    }

    public static void main(String... args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int n = 0; n + 1 < args.length; n += 2) {
            options.put(args[n], args[n + 1]);
        }
        if (args.length % 2 != 0 || !options.containsKey("--url") || !options.containsKey("--token")) {
            System.err.print(USAGE);
            System.exit(args.length == 1 && args[0].equals("--help") ? 0 : 64);
        }
        System.exit(new RawScanner(options).play() ? 0 : 1);
    }

    private boolean play() throws Exception {
        int scans = Integer.parseInt(options.getOrDefault("--scans", "50"));
        double mistakes = Double.parseDouble(options.getOrDefault("--mistakes", "0.3"));
        Random random = new Random(Long.parseLong(options.getOrDefault("--seed", "42")));
        furnish(scans);
        expect(scan("R-" + run), "DOCUMENT_OPEN");
        int counted = 0;
        while (counted < scans) {
            Map<String, Object> label = scan("]d201" + GTIN + "17271231" + "10L-" + run);
            expect(label, "RECEIVED");
            counted++;
            if (random.nextDouble() < mistakes) {
                counted -= mistake(random.nextInt(4), label);
            }
        }
        Map<String, Object> document = Json.object(call("GET", "/api/v1/receiving-orders/SIM-RAW/R-" + run, null));
        Map<String, Object> line = Json.object(Json.array(document.get("lines")).get(0));
        long received = Json.units(line.get("received"), -1);
        System.out.println(
                device + ": " + seq + " scans, " + received + " of " + scans + " units, " + wrong + " wrong answers");
        return wrong == 0 && received == scans;
    }

    /** Answers how many units it took back. */
    private int mistake(int kind, Map<String, Object> last) throws Exception {
        switch (kind) {
            case 0 -> {
                // the answer was lost: the same scan again
                Map<String, Object> again = sent(last);
                check(Boolean.TRUE.equals(again.get("replayed")) && "RECEIVED".equals(again.get("code")), again);
            }
            case 1 -> expect(scan("]d20109504000059102"), "BARCODE_UNREADABLE");
            case 2 -> {
                expect(scan("CMD:UNDO"), "UNDONE");
                return 1;
            }
            default -> {
                // overtaken on the way: its meaning is lost
                Map<String, Object> late = scan("LOC-DOCK-1");
                expect(scan("CMD:HELP"), "WHAT_IS_OPEN");
                expect(late, "SCAN_OUT_OF_ORDER");
            }
        }
        return 0;
    }

    private void furnish(int units) throws Exception {
        put("/owners/SIM-RAW", Map.of("name", "Raw scans", "kind", "CUSTOMER"));
        put("/warehouses/SIM-RAW", Map.of("name", "Raw scans", "timeZone", "UTC"));
        put("/warehouses/SIM-RAW/locations/DOCK-1", Map.of("type", "RECEIVING"));
        put(
                "/owners/SIM-RAW/items/RAW-1",
                Map.of(
                        "name",
                        "Raw scans",
                        "tracking",
                        true,
                        "lotTracked",
                        true,
                        "barcodes",
                        List.of(Map.of("code", GTIN, "quantity", 1))));
        put("/devices/" + device, Map.of("warehouse", "SIM-RAW", "profile", "mqtt-fixed", "location", "DOCK-1"));
        Map<String, Object> lot = Map.of("lotNumber", "L-" + run, "expirationDate", "2027-12-31", "quantity", units);
        call(
                "POST",
                "/api/v1/receiving-orders",
                Map.of(
                        "reference",
                        "R-" + run,
                        "kind",
                        "WRO",
                        "owner",
                        "SIM-RAW",
                        "warehouse",
                        "SIM-RAW",
                        "lines",
                        List.of(Map.of("sku", "RAW-1", "quantity", units, "lots", List.of(lot)))));
    }

    private void put(String path, Map<String, Object> body) throws Exception {
        call("PUT", "/api/v1" + path, body);
    }

    /** The next scan, not sent yet. */
    private Map<String, Object> scan(String data) {
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("id", UUID.randomUUID().toString());
        scan.put("seq", ++seq);
        scan.put("at", start.plusSeconds(seq).toString());
        scan.put("data", data);
        scan.put("source", "MQTT");
        return scan;
    }

    private void expect(Map<String, Object> scan, String code) throws Exception {
        Map<String, Object> reply = sent(scan);
        check(code.equals(reply.get("code")), reply);
    }

    private void check(boolean right, Map<String, Object> reply) {
        if (!right) {
            wrong++;
            System.err.println("unexpected: " + reply);
        }
    }

    /** Busy or away: again, unchanged. */
    private Map<String, Object> sent(Map<String, Object> scan) throws Exception {
        return Json.object(call("POST", "/floor/scans", scan));
    }

    private Object call(String method, String path, Map<String, Object> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(options.get("--url") + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + options.get("--token"))
                .header("Content-Type", "application/json")
                .header("Lotline-Device", device)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        IOException last = new IOException(method + " " + path + ": never answered");
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    return Json.read(answer.body());
                }
                last = new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                if (answer.statusCode() != 503) {
                    throw new IllegalStateException(last.getMessage());
                }
            } catch (IOException e) {
                last = e;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw last;
    }
}
