package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A relay, or somebody else, with a connection that stays open. */
final class RelayLine implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    RelayLine(URL house, String printer, String token) {
        this(house.getAuthority() + "/api/v1/printing/relay/" + printer, token, builder -> builder);
    }

    /** A client that speaks a protocol there. */
    static RelayLine speaking(String protocol, URL house, String path, String token) {
        return new RelayLine(house.getAuthority() + path, token, builder -> builder.subprotocols(protocol));
    }

    private RelayLine(String address, String token, UnaryOperator<WebSocket.Builder> as) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", "Bearer " + token);
        socket = as.apply(builder)
                .buildAsync(URI.create("ws://" + address), this)
                .join();
    }

    /** The status with which the house does not let it in. */
    static int refused(URL house, String printer, String token) {
        Throwable why = assertThrows(CompletionException.class, () -> new RelayLine(house, printer, token))
                .getCause();
        return ((WebSocketHandshakeException) why).getResponse().statusCode();
    }

    void say(String frame) {
        socket.sendText(frame, true).join();
    }

    JsonPath heard() throws InterruptedException {
        String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "not a word");
        return new JsonPath(next);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            heard.add(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        // who was sent away has nothing left to close
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(gone -> socket)
                .join();
        socket.abort();
    }
}
