package dev.lotline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that leaves, as its balancer and its clients see it. */
@Timeout(20)
class DrainingTest {
    private static final int PORT = 18_488;
    private static final Duration DELAY = Duration.ofMillis(400);
    private static final ShutdownDelayInitiatedEvent SIGTERM = new ShutdownDelayInitiatedEvent();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Draining draining = new Draining(DELAY, Duration.ofSeconds(10));

    @BeforeEach
    void open() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(draining::count);
        router.get("/scan").handler(request -> request.end("OK"));
        router.get("/slow").handler(request -> vertx.setTimer(1_000, tick -> request.end("OK")));
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        server.listen(PORT, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    @AfterEach
    void shut() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void it_answers_until_the_balancer_has_looked_and_then_what_is_in_flight() throws Exception {
        assertFalse(closes(get("/scan", "*/*")));
        assertEquals(Status.UP, draining.call().getStatus());
        draining.leave(SIGTERM);
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> draining.drain(SIGTERM));
        assertEquals(Status.DOWN, draining.call().getStatus());
        HttpResponse<String> answered = get("/scan", "*/*");
        assertEquals(200, answered.statusCode());
        assertTrue(closes(answered), "and the next request is for another node");
        assertThrows(IOException.class, () -> get("/scan", "text/event-stream"), "a stream is cut, not refused");
        CompletableFuture<HttpResponse<String>> inFlight =
                client.sendAsync(request("/slow", "*/*"), BodyHandlers.ofString());
        TimeUnit.NANOSECONDS.sleep(DELAY.toNanos());
        assertEquals(503, get("/scan", "*/*").statusCode());
        assertFalse(drained.isDone(), "one is in flight");
        assertEquals(200, inFlight.get().statusCode());
        drained.get(1, TimeUnit.SECONDS);
    }

    private static boolean closes(HttpResponse<String> answer) {
        return answer.headers().firstValue("Connection").orElse("").equals("close");
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(request(path, accept), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .header("Accept", accept)
                .build();
    }
}
