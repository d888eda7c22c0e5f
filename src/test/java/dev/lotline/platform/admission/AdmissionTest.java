package dev.lotline.platform.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.kernel.work.Pace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Doors that answer when the test says so, behind the one who lets in: 300 ms of patience, 2 pages, 2 reports at once. */
@Timeout(20)
class AdmissionTest {
    private static final int PORT = 18_489;
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int WITHIN_PATIENCE = 300;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(new Pace(), meters, PATIENCE, 2, 2, 2);
    private final BlockingQueue<RoutingContext> inside = new LinkedBlockingQueue<>(1_000);

    private static final class Server extends AbstractVerticle {
        private final Router router;

        Server(Router router) {
            this.router = router;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(PORT, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }

    @BeforeEach
    void open() throws Exception {
        Router router = Router.router(vertx);
        // as the server does it: the body waits until a door asks for it
        router.route().handler(request -> {
            request.request().pause();
            request.next();
        });
        router.route().handler(admission::admit);
        router.route().handler(request -> {
            request.request().handler(body -> {}).resume();
            request.next();
        });
        router.get("/careless").handler(request -> {
            request.response().endHandler(null);
            request.end("OK");
        });
        router.get("/quick").handler(request -> vertx.setTimer(1, tick -> request.end("OK")));
        router.route().handler(inside::add);
        router.errorHandler(500, failed -> failed.end("" + failed.failure()));
        // on several threads, as in the house
        DeploymentOptions several = new DeploymentOptions().setInstances(4);
        vertx.deployVerticle(() -> new Server(router), several)
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    @AfterEach
    void shut() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void one_more_waits_its_turn_and_is_served() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = held("/inventory", 2);
        CompletableFuture<HttpResponse<String>> third = ask("/inventory");
        serve();
        assertEquals(200, answered(third).statusCode());
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            assertEquals(200, each.get().statusCode());
        }
    }

    @Test
    void who_would_wait_too_long_is_refused_and_told_when_to_come_again() throws Exception {
        held("/inventory", 2);
        HttpResponse<String> refused = ask("/inventory").get();
        assertEquals(503, refused.statusCode());
        JsonObject problem = new JsonObject(refused.body());
        assertEquals("OVERLOADED", problem.getString("code"));
        assertEquals("/inventory", problem.getString("instance"));
        int again = Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(again >= 1 && again <= 5, "again after " + again);
        assertEquals(2, inside.size(), "nothing was done for it");
        assertEquals(1, shed("office"));
    }

    @Test
    void a_person_reads_a_sentence() throws Exception {
        held("/inventory", 2);
        HttpRequest page = request("/inventory")
                .header("Accept", "text/html")
                .header("Accept-Language", "es")
                .build();
        HttpResponse<String> refused = client.send(page, BodyHandlers.ofString());
        assertEquals(503, refused.statusCode());
        assertTrue(refused.body().startsWith("Hay demasiado trabajo"), refused.body());
    }

    @Test
    void a_door_that_never_says_when_it_is_done_keeps_no_place() throws Exception {
        for (int n = 0; n < 20; n++) {
            assertEquals(200, ask("/careless").get().statusCode());
        }
    }

    @Test
    void who_went_away_while_waiting_takes_no_place() throws Exception {
        held("/inventory", 2);
        HttpClient impatient = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        HttpRequest gone = request("/inventory").timeout(Duration.ofMillis(20)).build();
        impatient
                .sendAsync(gone, BodyHandlers.ofString())
                .handle((answer, cut) -> answer)
                .get();
        serve();
        serve();
        CompletableFuture<HttpResponse<String>> next = ask("/inventory");
        assertEquals(200, answered(next).statusCode());
    }

    @Test
    void scans_come_in_as_long_as_they_are_answered_in_time_and_are_refused_at_once_after_that() throws Exception {
        held("/floor/events", WITHIN_PATIENCE);
        long start = System.nanoTime();
        assertEquals(503, ask("/floor/events").get().statusCode());
        assertTrue(System.nanoTime() - start < 1_000_000_000L, "at once");
        assertEquals(1, shed("scan"));
        serve();
        while (meters.get("lotline.admitted").tag("class", "scan").gauge().value() >= WITHIN_PATIENCE) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        CompletableFuture<HttpResponse<String>> next = ask("/floor/events");
        assertEquals(200, answered(next).statusCode());
    }

    @Test
    void who_is_slow_in_sending_keeps_no_place() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < WITHIN_PATIENCE; n++) {
                Socket line = new Socket("127.0.0.1", PORT);
                slow.add(line);
                String head = "POST /floor/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n";
                line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            }
            TimeUnit.SECONDS.sleep(6);
            CompletableFuture<HttpResponse<String>> next = ask("/floor/events");
            assertEquals(200, answered(next).statusCode());
        } finally {
            for (Socket line : slow) {
                line.close();
            }
        }
    }

    @Test
    void while_scans_wait_one_report_is_made_at_once_and_fewer_pages() throws Exception {
        held("/floor/events", WITHIN_PATIENCE);
        held("/inventory?format=csv", 1);
        held("/inventory", 1);
        assertEquals(503, ask("/inventory").get().statusCode());
        CompletableFuture<HttpResponse<String>> second = ask("/inventory?format=csv");
        assertFalse(second.isDone());
        assertEquals(503, second.get().statusCode());
        assertEquals(1, shed("report"));
        assertEquals(0, shed("scan"));
    }

    @Test
    void many_on_several_threads_are_all_answered() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int n = 0; n < 3_000; n++) {
            asked.add(client.sendAsync(request("/quick").build(), BodyHandlers.ofString()));
            if (n % 100 == 99) {
                asked.get(n - 50).get(10, TimeUnit.SECONDS);
            }
        }
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            int status = each.get(10, TimeUnit.SECONDS).statusCode();
            assertTrue(status == 200 || status == 503, "answered " + status);
        }
        assertEquals(200, ask("/quick").get(1, TimeUnit.SECONDS).statusCode(), "and there is room again");
    }

    private int shed(String of) {
        return (int) meters.counter("lotline.shed", "class", of).count();
    }

    /** Requests that are inside, and stay until they are served. */
    private List<CompletableFuture<HttpResponse<String>>> held(String path, int count) throws Exception {
        int before = inside.size();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            asked.add(ask(path));
            for (long spins = 0; inside.size() < before + n + 1; spins++) {
                assertTrue(spins < 5_000, n + " of " + count + " came in");
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        return asked;
    }

    private void serve() throws InterruptedException {
        RoutingContext first = inside.take();
        first.vertx().runOnContext(turn -> first.end("OK"));
    }

    /** The answer of one for whom a place was made. */
    private HttpResponse<String> answered(CompletableFuture<HttpResponse<String>> asked) throws Exception {
        for (int spins = 0; !asked.isDone() && spins < 5_000; spins++) {
            RoutingContext one = inside.poll(1, TimeUnit.MILLISECONDS);
            if (one != null) {
                one.vertx().runOnContext(turn -> one.end("OK"));
            }
        }
        return asked.get(1, TimeUnit.SECONDS);
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        HttpRequest.Builder request = request(path);
        if (path.startsWith("/floor/")) {
            request.POST(BodyPublishers.noBody());
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path));
    }
}
