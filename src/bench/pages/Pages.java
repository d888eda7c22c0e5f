import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks at every list of the console of a running Lotline that was loaded by setup.sql, one after the other, as often as
 * asked each, and prints the milliseconds that the server says it took for a page ({@code Server-Timing: app;dur=}). Ends
 * with 1 when a p95 is above its budget. {@code java Pages.java <url> <admin token> [rounds] [only pages that contain]}
 *
 * <p>views.txt names the pages: the budget in milliseconds and an address. {@code <m>} becomes a merchant, half the time
 * the largest; {@code <n>} a number from 0 to 499, {@code <nnn>} with three digits.
 */
public final class Pages {
    private static final int WARM_UP = 50;
    private static final String PASSWORD = "correct horse battery";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;
    private final int rounds;
    private final String only;
    private String cookie = "";

    private Pages(String url, String token, int rounds, String only) {
        this.url = url;
        this.token = token;
        this.rounds = rounds;
        this.only = only;
    }

    public static void main(String[] given) throws Exception {
        int rounds = given.length > 2 ? Integer.parseInt(given[2]) : 200;
        boolean kept = new Pages(given[0], given[1], rounds, given.length > 3 ? given[3] : "").all();
        System.exit(kept ? 0 : 1);
    }

    private boolean all() throws Exception {
        signIn();
        List<String> views = Files.readAllLines(Path.of("src/bench/pages/views.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains(only))
                .toList();
        System.out.println("| page | budget ms | p50 ms | p95 ms | most ms | KB |\n|---|---|---|---|---|---|");
        boolean kept = true;
        for (String view : views) {
            String[] parts = view.split(" ", 2);
            kept &= look(Double.parseDouble(parts[0]), parts[1]);
        }
        return kept;
    }

    private void signIn() throws Exception {
        String name = "bench-" + System.nanoTime();
        HttpResponse<String> added = http.send(
                request("/api/v1/admin/people")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"name\":\"" + name + "\",\"role\":\"ADMIN\",\"password\":\"" + PASSWORD + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> opened = http.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "name=" + name + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        cookie = opened.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException(added.body() + opened.body()))
                .replaceFirst(";.*", "");
    }

    private boolean look(double budget, String view) {
        IntStream.range(0, Math.min(WARM_UP, rounds)).forEach(n -> millis(view, n * 7));
        double[] millis =
                IntStream.range(0, rounds).mapToDouble(n -> millis(view, n)).toArray();
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(millis.length * 0.95) - 1];
        System.out.printf(
                "| %s | %.0f | %.1f | %.1f%s | %.1f | %d |%n",
                view,
                budget,
                millis[millis.length / 2],
                p95,
                p95 > budget ? " **over**" : "",
                millis[millis.length - 1],
                asked(view, 0).body().length() / 1024);
        return p95 <= budget;
    }

    private double millis(String view, int n) {
        HttpResponse<String> page = asked(view, n);
        String timing = page.headers().firstValue("Server-Timing").orElse("");
        if (page.statusCode() != 200 || timing.isEmpty()) {
            throw new IllegalStateException(view + ": " + page.statusCode() + " " + page.body());
        }
        return Double.parseDouble(timing.replaceFirst(".*dur=", ""));
    }

    private HttpResponse<String> asked(String view, int n) {
        String merchant = "BENCH-%02d".formatted(n % 2 == 0 ? 1 : 2 + n % 49);
        String path =
                view.replace("<m>", merchant).replace("<n>", "" + n % 500).replace("<nnn>", "%03d".formatted(n % 500));
        try {
            return http.send(request(path).header("Cookie", cookie).build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    }
}
