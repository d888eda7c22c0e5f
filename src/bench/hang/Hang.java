import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lotline.printer.VirtualPrinter;

/**
 * Ten printers that hang, each in a way of its own, with labels that wait for them: {@code Hang URL TOKEN}. Until it is
 * killed a label is asked for at each of them every two seconds; then they are stopped, so that nothing looks for them.
 */
public final class Hang {
    private static final List<String> WAYS = List.of(
            "silent",
            "blackHole",
            "paperOut",
            "headOpen",
            "refuse",
            "garbageStatus",
            "bufferFull",
            "readRate",
            "pause",
            "slowStatus");
    /** The one in which simulated handhelds work. */
    private static final String WAREHOUSE = "SIM-W1";

    private static final int SLOW_BYTES = 10;
    private static final int SLOW_MILLIS = 5_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Hang(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        new Hang(arguments[0], arguments[1]).hang();
    }

    private void hang() throws Exception {
        for (String way : WAYS) {
            VirtualPrinter printer = VirtualPrinter.start(code(way), 0, 4);
            printer.faults().set(way, way.equals("readRate") ? SLOW_BYTES : way.equals("slowStatus") ? SLOW_MILLIS : 1);
            call("PUT", "/printers/" + printer.name(), """
                    {"warehouse":"%s","host":"127.0.0.1","port":%d,"dpi":203,"width":101.6,"height":152.4}""".formatted(WAREHOUSE, printer.port()));
            call("POST", "/printers/" + printer.name() + "/resume", "");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        System.out.println("hanging");
        while (true) {
            for (String way : WAYS) {
                call("POST", "/printers/" + code(way) + "/test-label", "{}");
            }
            TimeUnit.SECONDS.sleep(2);
        }
    }

    private void stop() {
        try {
            for (String way : WAYS) {
                call("POST", "/printers/" + code(way) + "/pause", "");
            }
        } catch (Exception e) {
            System.out.println(e);
        }
    }

    private static String code(String way) {
        return "P-" + way.toUpperCase(Locale.ROOT);
    }

    private String call(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }
}
